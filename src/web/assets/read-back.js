// Fills the check page: every answer that would be handed in, in the words of the form.

export function readBack(check, seen) {
  const questions = new Map(seen.questions.map(question => [question.name, question]));
  for (const row of check.querySelectorAll("[data-read]")) {
    const question = questions.get(row.dataset.read);
    row.hidden = !question;
    if (question) row.querySelector("[data-answer]").replaceChildren(...said(question, seen.answerTo(question), row, check));
  }
  const isEmpty = within => !within.querySelector("[data-read]:not([hidden])");
  check.querySelectorAll("section").forEach(part => (part.hidden = isEmpty(part)));
  const note = check.querySelector("[data-reversed-note]");
  if (note) note.hidden = !check.querySelector("[data-reversed]:not([hidden])");
}

function said(question, answer, row, check) {
  const { field, kind } = question;
  if (!answer) return [element("span", "muted", row.dataset.empty || check.dataset.empty)];
  if (answer.isDeclined || kind === "one") return inWords(field, answer.fields[0]);
  const [[name, value]] = answer.fields;
  switch (kind) {
    case "many":
      if (value === "-") return inWords(field, answer.fields[0]);
      return [list("ul", "", answer.fields.map(pair => inWords(field, pair)))];
    case "ranking":
      return [list("ol", "numbered", answer.fields.map(([place]) => [control(field, place).selectedOptions[0].textContent.trim()]))];
    case "number": {
      const unit = document.getElementById(name + "-unit");
      return [control(field, name).value.trim(), unit ? " " + unit.textContent : ""];
    }
  }
  return value.split("\n").filter(Boolean).map(line => element("p", "", line));
}

const control = (field, name) => field.querySelector(`[name="${name}"]`);

/** The label of what was chosen; what it means here stands below it. */
function inWords(field, [name, value]) {
  const { id } = field.querySelector(`[name="${name}"][value="${value}"]`);
  const [label, ...meaning] = [...field.querySelector(`label[for="${id}"]`).childNodes].map(node => node.cloneNode(true));
  if (!meaning.length) return [label];
  const below = element("p", "small", "");
  below.append(...meaning);
  return [label, below];
}

function list(tag, kind, entries) {
  const made = element(tag, kind, "");
  for (const entry of entries) {
    const item = document.createElement("li");
    item.append(...entry);
    made.append(item);
  }
  return made;
}

function element(tag, kind, text) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}
