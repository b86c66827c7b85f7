// Items may be dragged to another place. The form and its buttons do the same without this.
const form = document.querySelector("#order");
if (form) {
  form.querySelector("[hidden]").hidden = false;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "move";
  let dragged = null;
  for (const item of form.querySelectorAll("[data-item]")) {
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.item);
    });
    item.addEventListener("dragend", () => (dragged = null));
  }
  const place = (event) => event.target.closest("[data-item]") || event.target.closest("[data-part]");
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
    const { item, part } = to.dataset;
    field.value = item ? `before:${dragged.dataset.item}:${item}` : `into:${dragged.dataset.item}:${part}`;
    form.append(field);
    form.submit();
  });
}
