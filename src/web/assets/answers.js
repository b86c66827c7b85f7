// What a form says, question by question: the answer, the fields it is handed in as, or what is wrong with it.
// And which questions answers show. `src/asking/reading.rs` and `src/instruments/answers.rs` do the same.

const DECLINED = "0", BLANK = "-";

/**
 * One question: `fields` to hand in, and for conditions what the answer `is` and its `number`; or what is `wrong`.
 * Null where nothing was answered. `all` gives what stands in the fields of a name.
 */
export function read({ name, kind, least, most, decimals, longest, places }, all) {
  const isTyped = kind !== "one" && kind !== "many";
  const ranked = Array.from({ length: kind === "ranking" ? places : 0 }, (_, at) => [`${name}-${at + 1}`, all(`${name}-${at + 1}`)[0] || ""]);
  const given = all(name).filter(value => value.trim());
  const declining = isTyped ? name + "-0" : name;
  if (all(declining).includes(DECLINED)) {
    const also = given.some(value => isTyped || value !== DECLINED) || ranked.some(([, value]) => value);
    return also ? { wrong: "answered-and-declined" } : { fields: [[declining, DECLINED]], isDeclined: true, is: [] };
  }
  if (kind === "ranking") return readRanking(ranked);
  if (!given.length) return null;
  const [first] = given;
  switch (kind) {
    case "one":
      return { fields: [[name, first]], is: [first], number: numberOf(first) };
    case "many":
      if (given.includes(BLANK)) return given.length > 1 ? { wrong: "voted-and-blank" } : { fields: [[name, BLANK]], is: [] };
      if (given.length < least) return { wrong: "too-few" };
      if (given.length > most) return { wrong: "too-many" };
      return { fields: given.map(value => [name, value]), is: given };
    case "number":
      return readNumber(name, first, least, most, decimals);
  }
  const text = kind === "short" ? first.trim().split(/\s+/).join(" ") : first.replace(/\r\n/g, "\n").trim();
  return [...text].length > longest ? { wrong: "too-long" } : { fields: [[name, text]], is: [text] };
}

function readNumber(name, typed, least, most, decimals) {
  const number = numberOf(typed);
  if (number === undefined) return { wrong: "not-a-number" };
  const written = write(number);
  if ((written.split(".")[1] || "").length > decimals) return { wrong: "too-many-decimals" };
  const isOut = (least && number < numberOf(least)) || (most && number > numberOf(most));
  return isOut ? { wrong: "out-of-bounds" } : { fields: [[name, written]], is: [], number };
}

function readRanking(ranked) {
  const chosen = ranked.map(([, value]) => value).filter(Boolean);
  if (!chosen.length) return null;
  if (new Set(chosen).size < chosen.length) return { wrong: "twice-ranked" };
  return chosen.length < ranked.length ? { wrong: "place-missing" } : { fields: ranked, is: [chosen[0]] };
}

/** In millionths; Thai digits, and commas between thousands. Undefined where it is no number of ours. */
export function numberOf(typed) {
  const text = typed.trim().replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0xe50);
  const [, sign, grouped, point = ""] = /^([-−]?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/.exec(text) || [];
  const whole = grouped && grouped.replace(/,/g, "").replace(/^0+/, ""), behind = point.replace(/0+$/, "");
  if (whole === undefined || behind.length > 6 || (whole + behind).replace(/^0+/, "").length > 15) return undefined;
  const number = BigInt(whole + behind.padEnd(6, "0"));
  return sign ? -number : number;
}

function write(millionths) {
  const digits = String(millionths < 0 ? -millionths : millionths).padStart(7, "0");
  return (millionths < 0 ? "-" : "") + digits.slice(0, -6) + ("." + digits.slice(-6)).replace(/\.?0+$/, "");
}

/** The parts and items that are shown, in order: what is hidden counts as not answered for what comes after it. */
export function shownOf(parts, answerTo) {
  const heard = new Map(), shown = new Set();
  for (const part of parts) {
    if (!holds(part.showIf, heard)) continue;
    shown.add(part);
    for (const item of part.items) {
      if (!holds(item.showIf, heard)) continue;
      shown.add(item);
      for (const question of item.questions) heard.set(question.name.replace(/\.$/, ""), answerTo(question));
    }
  }
  return shown;
}

function holds(condition, heard) {
  if (!condition) return true;
  if (condition.all) return condition.all.every(one => holds(one, heard));
  if (condition.any) return condition.any.some(one => holds(one, heard));
  if (condition.not) return !holds(condition.not, heard);
  const { of, sub, is } = condition.answer;
  const answer = heard.get(sub ? `${of}.${sub}` : of);
  if (!answer || answer.wrong || answer.isDeclined) return false;
  if (is === "given") return true;
  const { number } = answer, [how, wanted] = Object.entries(is)[0], other = numberOf(wanted);
  if (how === "equal") return answer.is.includes(wanted) || (number !== undefined && number === other);
  if (number === undefined) return false;
  return { at_least: number >= other, at_most: number <= other, over: number > other, under: number < other }[how];
}
