// Shows what is wrong on a page: a list on top, with the focus, and the same words beside each question.

/** `faults`: the box, the sentence, whether it says that something is missing, and the id of the first field. */
export function showFaults(section, faults) {
  const summary = copyOf("errors");
  const { missing, missingOne, wrong } = document.querySelector("[data-template=errors]").dataset;
  const isMissing = faults.every(fault => fault.isMissing);
  const title = isMissing ? (faults.length === 1 ? missingOne : missing) : wrong;
  summary.querySelector("[data-heading]").textContent = title.replace("{}", faults.length);
  summary.querySelector("ul").append(...faults.map(({ sentence, first }) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = "#" + first;
    link.dataset.to = first;
    link.textContent = sentence;
    item.append(link);
    return item;
  }));
  section.prepend(summary);
  faults.forEach(showBeside);
  summary.focus();
}

function showBeside({ box, sentence }) {
  const error = copyOf("error");
  error.id = idOf(box);
  error.querySelector("[data-text]").textContent = sentence;
  const before = box.querySelector("[id$='-help']") || box.querySelector("legend, label");
  before.after(error);
  box.classList.add("bad");
  for (const it of described(box)) {
    it.setAttribute("aria-describedby", `${it.getAttribute("aria-describedby") || ""} ${error.id}`.trim());
    if (it !== box) it.setAttribute("aria-invalid", "true");
  }
}

export function hideFaults(section) {
  section.querySelectorAll("[data-fault]").forEach(it => it.remove());
  for (const box of section.querySelectorAll(".bad[aria-describedby$=-fault]")) {
    box.classList.remove("bad");
    for (const it of described(box)) {
      const left = (it.getAttribute("aria-describedby") || "").replace(idOf(box), "").trim();
      if (left) it.setAttribute("aria-describedby", left);
      else it.removeAttribute("aria-describedby");
      it.removeAttribute("aria-invalid");
    }
  }
}

const idOf = box => box.id.replace(/-q$/, "") + "-fault";

const described = box => [box, ...box.querySelectorAll("input[type=text], textarea, select")];

function copyOf(name) {
  const copy = document.querySelector(`[data-template=${name}]`).content.firstElementChild.cloneNode(true);
  copy.dataset.fault = "";
  return copy;
}
