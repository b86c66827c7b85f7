// Items may be dragged to another place. The form and its buttons do the same without this.
const form = document.querySelector("#order");
if (form) {
  form.querySelector("[hidden]").hidden = false;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "move";
  const rows = "li[id^=item-]";
  const code = (row) => row.id.slice("item-".length);
  let dragged = null;
  for (const item of form.querySelectorAll(rows)) {
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", code(item));
    });
    item.addEventListener("dragend", () => (dragged = null));
  }
  const place = (event) => event.target.closest(rows) || event.target.closest("[data-part]");
  form.addEventListener("dragover", (event) => {
    if (dragged && place(event)) {
      event.preventDefault();
    }
  });
  form.addEventListener("drop", (event) => {
    const to = place(event);
    if (!dragged || !to || to === dragged) {
      return;
    }
    event.preventDefault();
    const { part } = to.dataset;
    field.value = part ? `into:${code(dragged)}:${part}` : `before:${code(dragged)}:${code(to)}`;
    form.append(field);
    form.submit();
  });
}
