// A button below a password that shows what was typed. Nothing that is sent is left to be seen.
for (const button of document.querySelectorAll("button[data-show]")) {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  const look = (isShown) => {
    field.type = isShown ? "text" : "password";
    button.textContent = isShown ? button.dataset.hide : button.dataset.show;
  };
  look(false);
  button.hidden = false;
  button.addEventListener("click", () => look(field.type === "password"));
  field.form.addEventListener("submit", () => look(false));
}
