/**
 * The audit page: a visit that a link brings, and the lines billed for it. The address holds both.
 */

import { Asking } from "./asking.js";
import { find } from "./find.js";
import { bringsVisit, decoded, toHash } from "./link.js";
import { shortly, visitOf } from "./visit_link.js";

const MARK = "#a=";

class Audit {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.asking = new Asking(root, "audit", (question) => keep(question), namesSetting);
    this.form = find(root, ".audit-form", HTMLElement);
    this.link = find(root, "#visit-link", HTMLInputElement);
    this.said = find(root, "#visit-said", HTMLElement);
    this.back = find(root, "#visit-back", HTMLAnchorElement);
    this.list = find(root, ".billed", HTMLOListElement);
    this.newLine = find(root, "template.new-line", HTMLTemplateElement);
    this.visit = root.dataset.visit ?? "";
    this.asking.lastAsked = this.question;
    this.link.addEventListener("change", () => this.paste());
    this.list.addEventListener("change", () => this.ask());
    this.form.addEventListener("click", (event) => this.clicked(event));
    window.addEventListener("hashchange", () => this.openLink());
    this.openLink();
  }

  /** @returns {HTMLLIElement[]} */
  get lines() {
    return Array.from(this.list.querySelectorAll("li"));
  }

  /** @returns {string} what the form holds, as the door takes it */
  get question() {
    const lines = this.lines.map(lineJson).filter(Boolean);
    return `{"visit":${this.visit},"billed":[${lines.join(",")}]}`;
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

  paste() {
    try {
      this.take(visitOf(this.link.value));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.asking.refuse([{ field: "visit", says: `Visit: ${why}.` }]);
      return;
    }
    this.ask();
  }

  /** @param {string} visit JSON */
  take(visit) {
    this.visit = visit;
    this.said.textContent = shortly(visit);
    const calculator = this.back.href.split("#")[0];
    this.back.href = `${calculator}${toHash(visit)}`;
    this.link.value = this.back.href;
  }

  openLink() {
    const { hash } = location;
    try {
      if (hash.startsWith(MARK)) this.fill(JSON.parse(decoded(hash.slice(MARK.length))));
      else if (bringsVisit(hash)) this.fill({ visit: JSON.parse(visitOf(hash)), billed: [] });
      else return;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.asking.refuse([{ field: "visit", says: `The link was not read: ${why}.` }]);
      return;
    }
    this.ask();
  }

  /** @param {{ visit: unknown, billed: unknown }} question as a link brings it */
  fill({ visit, billed }) {
    if (!Array.isArray(billed)) throw new Error("billed is no list");
    this.take(JSON.stringify(visit));
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

/** @param {string} question */
function keep(question) {
  history.replaceState(null, "", `${MARK}${toHash(question).slice("#v=".length)}`);
}

for (const root of document.querySelectorAll(".audit-page")) {
  if (root instanceof HTMLElement) new Audit(root);
}
