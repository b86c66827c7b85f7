// The questions on a page as `src/asking/pages` draws them. Beside that the server says, on the box of an item or
// on a field set in it, what is `required` and what bounds an answer.

import { read, shownOf } from "./answers.js";

const CONTROLS = "input[name], select[name], textarea[name]";

const parsed = json => (json ? JSON.parse(json) : null);

/** Every page of questions with its items, in order. */
export function pagesOf(root) {
  const numbered = [...root.querySelectorAll("section[data-page]")].filter(section => /^[0-9]+$/.test(section.dataset.page));
  return numbered.map(section => ({
    section,
    name: section.dataset.page,
    showIf: parsed(section.dataset.showIf),
    items: [...section.querySelectorAll("[data-item]")].map(box => ({
      box,
      showIf: parsed(box.dataset.showIf),
      questions: (box.matches("fieldset") ? [box] : [...box.querySelectorAll("fieldset")]).map(field => questionOf(field, box)),
    })),
  }));
}

function questionOf(field, box) {
  const says = { ...box.dataset, ...field.dataset };
  const has = selector => field.querySelector(selector) !== null;
  const kind = has("select") ? "ranking"
    : has("textarea") ? "long"
    : has("input[type=text]") ? (says.decimals === undefined ? "short" : "number")
    : has("input[type=checkbox]") ? "many"
    : "one";
  const { least, most, decimals, longest } = says;
  const places = field.querySelectorAll("select").length;
  // Its id is the name of its fields and "-q".
  return { field, says, name: field.id.slice(0, -2), kind, least, most, decimals, longest, places, isRequired: "required" in says };
}

/** What stands in the form, as pairs of a name and a value. */
export function entriesOf(root) {
  const given = [...root.querySelectorAll(CONTROLS)].filter(control => (/^(radio|checkbox)$/.test(control.type) ? control.checked : control.value));
  return given.map(control => [control.name, control.value]);
}

export function fillIn(root, entries) {
  for (const control of root.querySelectorAll(CONTROLS)) {
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (/^(radio|checkbox)$/.test(control.type)) control.checked = values.includes(control.value);
    else control.value = values[0] || "";
  }
}

/** Which pages and items these answers show, what is wrong on a page, and what would be handed in. */
export function look(root, pages) {
  const entries = new Map();
  for (const [name, value] of entriesOf(root)) entries.set(name, [...(entries.get(name) || []), value]);
  const answers = new Map();
  for (const question of pages.flatMap(page => page.items).flatMap(item => item.questions)) {
    answers.set(question, read(question, name => entries.get(name) || []));
  }
  const shown = shownOf(pages, question => answers.get(question));
  const questionsOf = page => page.items.filter(item => shown.has(item)).flatMap(item => item.questions);
  const isOpen = page => questionsOf(page).length > 0
    || (page.items.every(item => !item.questions.length) && page.items.some(item => shown.has(item)));
  const open = pages.filter(page => shown.has(page) && isOpen(page));
  const questions = open.flatMap(questionsOf);
  return {
    open,
    questions,
    isShown: item => shown.has(item),
    answerTo: question => answers.get(question),
    faultsOn: page => questionsOf(page).flatMap(question => {
      const answer = answers.get(question);
      const wrong = answer ? answer.wrong : question.isRequired && "missing";
      return wrong ? [{ question, wrong }] : [];
    }),
    fields: () => questions.flatMap(question => (answers.get(question) || { fields: [] }).fields || []),
  };
}
