/** What the calculator refused, said at the fields it concerns and counted above the answer. */

import { near } from "./choices.js";
import { find } from "./find.js";
import { describe } from "./problem.js";
import { readCode } from "./visit.js";

/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./row.js").Field} Field */
/** @typedef {import("./form.js").VisitForm} VisitForm */
/** @typedef {{ field: string, got: string, takes: string, says: string }} Problem */
/**
 * A problem at its place: `field` is what to go to, `suggested` what may have been meant. One that
 * is asked back is no mistake: the text means several things.
 * @typedef {{ name: string, says: string, field: Field | undefined, notice: HTMLElement | undefined,
 *   suggested: Choice[], isAskedBack: boolean }} Refusal
 */

const MOST_SUGGESTED = 6;
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/**
 * Find the place of each problem.
 * @param {VisitForm} form
 * @param {Problem[]} problems
 * @param {number[]} rows for each service asked about, the row it came from
 * @returns {Refusal[]}
 */
export function refusalsAt(form, problems, rows) {
  return problems.map((problem) => {
    const field = fieldOf(form, problem.field, rows);
    const name = field ? nameOf(field) : problem.field;
    const at = name + placeWithin(problem.field);
    const notice = noticeOf(form, field, problem.field);
    const meant = field === form.locality ? form.localitiesMeant : [];
    if (meant.length > 1) return askedBack(form.locality, notice, meant);
    // Blank rows are not asked about, so a row's own sentence would count the rows wrongly.
    const says =
      field && problem.field.startsWith("services")
        ? `${at}: got ${unquoted(problem.got) || "an empty text"}; takes ${problem.takes}.`
        : problem.says;
    const suggested = field?.classList.contains("code") ? nearCodes(form, field.value) : [];
    return { name, says, field, notice, suggested, isAskedBack: false };
  });
}

/**
 * @param {string} got a piece of JSON, a string without its quotes
 * @returns {string} as it was typed: without the escapes of JSON
 */
function unquoted(got) {
  try {
    return JSON.parse(`"${got}"`);
  } catch {
    return got; // cut in the middle of an escape
  }
}

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement | undefined} notice
 * @param {Choice[]} meant
 * @returns {Refusal}
 */
function askedBack(field, notice, meant) {
  const shown = meant.slice(0, MOST_SUGGESTED);
  const more = meant.length > shown.length ? ` Some of them:` : "";
  const count = NUMBERS[meant.length]?.toLowerCase() ?? meant.length;
  const says = `${field.value.trim()} can mean ${count} localities.${more}`;
  return { name: nameOf(field), says, field, notice, suggested: shown, isAskedBack: true };
}

/**
 * @param {VisitForm} form
 * @param {string} typed
 * @returns {Choice[]}
 */
function nearCodes(form, typed) {
  const code = readCode(typed);
  if (form.codes.some(({ value }) => value === code)) return [];
  return near(form.codes, code).map((each) => ({ value: each, label: each, detail: "" }));
}

/**
 * @param {VisitForm} form
 * @param {string} path such as services[1].minutes
 * @param {number[]} rows
 * @returns {Field | undefined}
 */
function fieldOf(form, path, rows) {
  const [, place, part] = /^services\[(\d+)\]\.(\w+)/.exec(path) ?? [];
  const row = form.rows[rows[Number(place)] ?? -1];
  if (row) return row.fields.get(/** @type {import("./row.js").Part} */ (part));
  /** @type {Record<string, Field | undefined>} */
  const fields = {
    date: form.date,
    discipline: form.discipline,
    method: form.method,
    locality: form.locality,
    qualifying_apm: form.factor,
    threshold_used: form.threshold,
    threshold_used_other: form.otherThreshold,
    deductible_remaining: form.deductible,
    setting: form.choiceOf("setting"),
    episode: form.choiceOf("episode"),
    participation: form.choiceOf("participation"),
  };
  return fields[path];
}

/**
 * @param {string} path
 * @returns {string} which of several times in one field is meant: ", block 2, to"
 */
function placeWithin(path) {
  const [, place, part] = /\.blocks\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  if (place === undefined) return "";
  return `, block ${Number(place) + 1}${part ? `, ${part}` : ""}`;
}

/**
 * @param {VisitForm} form
 * @param {Field | undefined} field
 * @param {string} path
 * @returns {HTMLElement | undefined} the place for the message
 */
function noticeOf(form, field, path) {
  if (field) return find(form.root, `#${field.id}-problem`, HTMLElement);
  return path === "services" ? find(form.root, "#services-problem", HTMLElement) : undefined;
}

/** @param {Field} field */
function nameOf(field) {
  return field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.id;
}

/**
 * Take every message away.
 * @param {VisitForm} form
 */
export function clearRefusals(form) {
  for (const notice of form.root.querySelectorAll(".problem:not([hidden])")) {
    notice.replaceChildren();
    notice.toggleAttribute("hidden", true);
  }
  for (const field of form.root.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    // A row may have another number by now, and its message another id.
    for (const id of (field.getAttribute("aria-describedby") ?? "").split(" ")) {
      if (id.endsWith("-problem")) describe(/** @type {HTMLElement} */ (field), id, false);
    }
  }
}

/**
 * Show each message at its field.
 * @param {Refusal[]} refusals
 * @param {(field: Field, choice: Choice) => void} choose called when a suggestion is taken
 */
export function showRefusals(refusals, choose) {
  for (const { says, field, notice, suggested, isAskedBack } of refusals) {
    if (!notice) continue;
    notice.append(says, ...suggested.flatMap((each) => [" ", button(each, field, choose)]));
    notice.classList.toggle("asked-back", isAskedBack);
    notice.hidden = false;
    if (!field) continue;
    field.setAttribute("aria-invalid", "true");
    describe(field, notice.id, true);
    field.closest("details")?.setAttribute("open", "");
  }
}

/**
 * @param {Choice} choice
 * @param {Field | undefined} field
 * @param {(field: Field, choice: Choice) => void} choose
 * @returns {HTMLButtonElement}
 */
function button(choice, field, choose) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "suggested";
  made.textContent = `${choice.label}?`;
  made.addEventListener("click", () => field && choose(field, choice));
  return made;
}

/**
 * Count the problems, with a way to each: "Two things to put right: Minutes, row 2 and Code, row 3."
 * @param {Refusal[]} refusals
 * @returns {HTMLElement}
 */
export function counted(refusals) {
  const bar = document.createElement("p");
  bar.className = refusals.every((each) => each.isAskedBack) ? "flag mark" : "flag fault";
  const count = document.createElement("b");
  count.textContent = `${countOf(refusals)}:`;
  bar.append(count, " ");
  refusals.forEach((each, place) => {
    const isLast = place === refusals.length - 1;
    bar.append(place === 0 ? "" : isLast ? " and " : ", ", link(each));
  });
  if (refusals.every((each) => each.field)) bar.append(".");
  return bar;
}

/**
 * @param {Refusal[]} refusals
 * @returns {string} the same in plain words, for the status
 */
export function countedInWords(refusals) {
  return `${countOf(refusals)}: ${refusals.map((each) => each.says).join(" ")}`;
}

/** @param {Refusal[]} refusals */
function countOf({ length }) {
  return `${NUMBERS[length] ?? length} ${length === 1 ? "thing" : "things"} to put right`;
}

/**
 * @param {Refusal} refusal
 * @returns {Node}
 */
function link({ name, says, field }) {
  if (!field) return document.createTextNode(says);
  const made = document.createElement("a");
  made.href = `#${field.id}`;
  made.textContent = name;
  made.addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
  });
  return made;
}
