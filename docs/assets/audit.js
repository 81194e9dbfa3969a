/**
 * The audit page: a visit that a link brings, and the lines billed for it. The address holds both.
 */

import { Asking } from "./asking.js";
import { copied } from "./copied.js";
import { find } from "./find.js";
import { VisitField } from "./visit_field.js";

class Audit {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.form = find(root, ".audit-form", HTMLElement);
    this.list = find(root, ".billed", HTMLOListElement);
    this.newLine = find(root, "template.new-line", HTMLTemplateElement);
    /** @type {string[]} the sentences of the report that is shown */
    this.report = JSON.parse(root.dataset.report ?? "[]");
    this.asking = new Asking(root, "audit", (question, answer) => this.answered(question, answer), {
      needsPairs: namesSetting,
    });
    this.visits = new VisitField(root, {
      mark: "#a=",
      asking: this.asking,
      beside: () => ({ billed: [] }),
      fill: (question) => this.fill(question),
      ask: () => this.ask(),
    });
    this.asking.lastAsked = this.question;
    this.list.addEventListener("change", () => this.ask());
    this.form.addEventListener("click", (event) => this.clicked(event));
    this.visits.open();
    const bar = find(root, ".take-away", HTMLElement);
    bar.hidden = false;
    const says = "The report’s sentences copied.";
    find(bar, ".copy-report", HTMLButtonElement).addEventListener("click", () =>
      copied(bar, this.report.join("\n"), says),
    );
  }

  /**
   * @param {string} question
   * @param {import("./asking.js").Answer} answer
   */
  answered(question, answer) {
    this.visits.keep(question);
    this.report = answer.report ?? [];
  }

  /** @returns {HTMLLIElement[]} */
  get lines() {
    return Array.from(this.list.querySelectorAll("li"));
  }

  /** @returns {string} what the form holds, as the door takes it */
  get question() {
    const lines = this.lines.map(lineJson).filter(Boolean);
    return `{"visit":${this.visits.visit},"billed":[${lines.join(",")}]}`;
  }

  ask() {
    if (this.lines.some(lineJson)) this.asking.ask(this.question);
  }

  /** @param {Event} event */
  clicked({ target }) {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.classList.contains("add")) {
      this.add({ code: "", units: "", modifiers: "" });
      find(this.list, "li:last-child .code", HTMLInputElement).focus();
    } else if (target.classList.contains("remove")) {
      target.closest("li")?.remove();
      this.number();
      this.ask();
      find(this.form, ".add", HTMLButtonElement).focus();
    }
  }

  /** @param {{ code: string, units: string, modifiers: string }} line */
  add(line) {
    const made = this.newLine.content.firstElementChild?.cloneNode(true);
    if (!(made instanceof HTMLLIElement)) throw new Error("the page lacks a line to copy");
    find(made, ".code", HTMLInputElement).value = line.code;
    find(made, ".units", HTMLInputElement).value = line.units;
    find(made, ".modifiers", HTMLInputElement).value = line.modifiers;
    this.list.append(made);
    this.number();
  }

  /** Give each field its name and the path at which the door would refuse it. */
  number() {
    this.lines.forEach((line, place) => {
      for (const [name, words] of Object.entries(FIELDS)) {
        const field = find(line, `.${name}`, HTMLInputElement);
        field.ariaLabel = `${words}, billed line ${place + 1}`;
        field.dataset.path = `billed[${place}].${name}`;
        find(line, `.${name} ~ .problem`, HTMLElement).id = `billed-${place}-${name}-problem`;
      }
      find(line, ".remove", HTMLButtonElement).ariaLabel = `Remove billed line ${place + 1}`;
    });
  }

  /** @param {import("./visit_field.js").Question} question as a link brings it */
  fill({ billed }) {
    if (!Array.isArray(billed)) throw new Error("billed is no list");
    this.list.replaceChildren();
    for (const { code, units, modifiers } of billed) {
      const joined = Array.isArray(modifiers) ? modifiers.join(" ") : "";
      this.add({ code: String(code), units: String(units), modifiers: joined });
    }
    if (billed.length === 0) this.add({ code: "", units: "", modifiers: "" });
  }
}

const FIELDS = { code: "Code", units: "Units", modifiers: "Modifiers" };

/**
 * @param {HTMLLIElement} line
 * @returns {string} the line as JSON; empty where nothing is typed
 */
function lineJson(line) {
  const code = find(line, ".code", HTMLInputElement).value.trim().toUpperCase();
  const units = find(line, ".units", HTMLInputElement).value.trim();
  const typed = find(line, ".modifiers", HTMLInputElement).value.trim().toUpperCase();
  if (!code && !units && !typed) return "";
  const modifiers = typed.split(/[\s,]+/).filter(Boolean);
  const count = /^(0|[1-9]\d{0,5})$/.test(units) ? units : JSON.stringify(units);
  return `{"code":${JSON.stringify(code)},"units":${count},"modifiers":${JSON.stringify(modifiers)}}`;
}

/**
 * Edits are looked up for a setting: an audit of a visit that names one waits for their tables.
 * @param {string} question
 */
function namesSetting(question) {
  return question.includes('"setting"');
}

for (const root of document.querySelectorAll(".audit-page")) {
  if (root instanceof HTMLElement) new Audit(root);
}
