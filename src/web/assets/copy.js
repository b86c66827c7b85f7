// A button beside a text that copies it. Where a browser lets no page copy, the text is selected by hand.
for (const box of document.querySelectorAll("[data-copy]")) {
  const button = box.querySelector("button");
  const text = box.querySelector("textarea");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.value);
    box.querySelector("[data-say=copied]").hidden = false;
  });
}
