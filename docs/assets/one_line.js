/**
 * The visit in one line, and the reading of it. Line and form are two views of one state: what is
 * read goes into the form, and what changes in the form is written back as a line. The calculator
 * reads and writes it; nothing is read here.
 */

import { Completion } from "./completion.js";
import { find } from "./find.js";
import { latestWins } from "./latest.js";
import { WordAtCaret } from "./line_words.js";
import { row, text } from "./link.js";
import { BLANK } from "./visit.js";

/** @typedef {import("./visit.js").Typed} Typed */
/** @typedef {{ from: number, to: number, state: string, marks: [number, number][] }} Group */
/**
 * @typedef {{ ok: boolean, line: string, visit: Record<string, unknown>, groups: Group[],
 *   unread: string[], sentence: string, html: string, kept_html: string }} Reading
 */
/** @typedef {"line" | "visit" | "pasted"} Kind */
/**
 * `ask` puts a question to the calculator; `changed` is called when the line has changed the form,
 * `left` when its reader has done with it.
 * @typedef {{ ask: (question: string) => Promise<string> | undefined, changed: () => void,
 *   left: () => void }} Owner
 */

// The form's keys come first: its line is written once they rest.
const REST_IN_MS = 150;
const MOST_WRITTEN = 100; // services: nobody reads a longer line
const NO_DOLLARS = "0.00";
/** What a line that does not say it leaves as the form has it. */
const STAYING = /** @type {const} */ ({
  date: "Date of service",
  discipline: "Discipline",
  locality: "Locality",
});

export class OneLine {
  /**
   * @param {HTMLElement} root
   * @param {import("./form.js").VisitForm} form
   * @param {Owner} owner
   */
  constructor(root, form, owner) {
    this.root = root;
    this.form = form;
    this.owner = owner;
    this.place = find(root, ".one-line", HTMLElement);
    this.field = find(root, "#line", HTMLTextAreaElement);
    this.marks = find(root, ".line-marks", HTMLElement);
    this.isReady = false;
    this.isTyped = false; // and not yet read
    this.isBehind = false; // the form was changed, and the line not yet written
    this.isOwnChange = false;
    /** @type {string[]} */
    this.unread = [];
    this.timer = 0;
    /** The row that a text was pasted in, counted from 0; -1 for the line. */
    this.rowOfPaste = -1;
    this.want = latestWins(
      async (/** @type {{ kind: Kind, question: string }} */ { question }) =>
        owner.ask(question) ?? "",
      (answer, { kind }) => this.told(answer, kind),
    );
    const words = new WordAtCaret(root, this.field, form);
    new Completion(
      this.place,
      {
        offered: () => words.offered,
        choose: (_, choice) => {
          words.put(choice);
          this.typed();
        },
      },
      HTMLTextAreaElement,
    );
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("focusout", () => window.setTimeout(owner.left));
    find(root, "button.clear", HTMLButtonElement).addEventListener("click", () => this.forget());
    root.addEventListener("paste", (event) => this.pasted(event));
    this.place.addEventListener("click", (event) => this.clicked(event));
  }

  /**
   * Python is ready: read what was typed meanwhile, or write what the form holds now.
   * @returns {boolean} whether the line has something to say before the form is answered
   */
  begin() {
    this.isReady = true;
    find(this.place, ".waits", HTMLElement).hidden = true;
    if (this.isTyped) this.read();
    else if (this.isBehind) this.follow();
    return this.isTyped;
  }

  // From the line to the form

  typed() {
    this.isTyped = true;
    this.show([]);
    if (this.isReady) this.read();
    else find(this.place, ".waits", HTMLElement).hidden = false;
  }

  read() {
    window.clearTimeout(this.timer);
    this.ask("line", { line: this.field.value });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.owner.left();
  }

  /** @param {MouseEvent} event */
  clicked({ target }) {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.classList.contains("drop")) this.keep("");
    const { line } = target.dataset;
    if (line === undefined) return;
    this.field.value = line;
    this.typed();
    this.field.focus();
  }

  /**
   * A text of several lines or columns fills rows; a single line is typed text.
   * @param {ClipboardEvent} event
   */
  pasted(event) {
    const { target, clipboardData } = event;
    const pasted = clipboardData?.getData("text/plain").trim() ?? "";
    const isInRow = this.form.rowOf(target) !== undefined;
    if (!/[\n\t]/.test(pasted) || !this.isReady || (target !== this.field && !isInRow)) return;
    event.preventDefault();
    this.rowOfPaste = this.form.rows.findIndex((each) => each.contains(document.activeElement));
    this.ask("pasted", { pasted });
  }

  // From the form to the line

  /** The form has changed: write its line once the keys rest. */
  follow() {
    if (this.isOwnChange) return;
    window.clearTimeout(this.timer);
    this.isBehind = true;
    this.isTyped = false;
    if (this.isReady) this.timer = window.setTimeout(() => this.write(), REST_IN_MS);
    else {
      // A line of another visit would be a false one.
      this.field.value = "";
      this.show([]);
      find(this.place, ".read", HTMLElement).replaceChildren();
      find(this.place, ".waits", HTMLElement).hidden = false;
    }
  }

  /** Another visit begins: what was not understood of the last one does not belong to it. */
  forget() {
    this.unread = [];
    this.isTyped = false;
  }

  write() {
    if (this.form.rows.length > MOST_WRITTEN) {
      this.field.value = "";
      this.show([]);
      const says = `A visit of more than ${MOST_WRITTEN} services stands in the form alone.`;
      find(this.place, ".read", HTMLElement).replaceChildren(says);
      return;
    }
    const visit = this.form.asked(this.form.typed).json;
    const beside = JSON.stringify(this.unread.join(" "));
    const question = `{"visit":${visit},"beside":${beside}}`;
    this.want({ kind: "visit", question }).catch(() => {});
  }

  // What the calculator says

  /**
   * @param {Kind} kind
   * @param {object} question
   */
  ask(kind, question) {
    // A failure of the engine is told by the calculator, with its cause.
    this.want({ kind, question: JSON.stringify(question) }).catch(() => {});
  }

  /**
   * @param {string} answer
   * @param {Kind} kind
   */
  told(answer, kind) {
    if (!answer) return;
    /** @type {Reading} */
    const reading = JSON.parse(answer);
    if (!reading.ok || (kind === "line" && reading.line !== this.field.value)) return;
    if (kind === "visit" && this.isTyped) return;
    if (kind !== "line") this.field.value = reading.line;
    // What is wrong in the form is told at its fields, and is no word of the line.
    const isOfForm = kind === "visit";
    if (!isOfForm) this.unread = reading.unread;
    this.isTyped = false;
    this.isBehind = false;
    this.form.isLineOpen = reading.groups.some(({ state }) => state !== "read");
    find(this.place, ".read", HTMLElement).innerHTML = reading.html;
    find(this.place, "#line-sentence", HTMLElement).textContent = reading.sentence;
    const isWrong = reading.groups.some(({ state }) => state === "fault" || state === "unread");
    this.field.ariaInvalid = isWrong && !isOfForm ? "true" : null;
    this.show(reading.groups);
    this.showStaying(reading.visit);
    if (isOfForm) return;
    if (kind === "pasted") {
      this.keep(reading.kept_html);
      this.fill(reading.visit);
    } else this.form.typed = this.typedOf(reading.visit);
    this.isOwnChange = kind === "line";
    this.owner.changed();
    this.isOwnChange = false;
  }

  /**
   * @param {Record<string, unknown>} visit as far as a line says it
   * @returns {Typed} what the form is to show: what is not said rests, or stays as it is
   */
  typedOf(visit) {
    const { date, discipline, locality } = this.form.typed;
    const services = Array.isArray(visit.services) ? visit.services : [];
    return {
      date: text(visit.date) || date,
      discipline: text(visit.discipline) || discipline,
      locality: visit.locality ? this.form.localityText(text(visit.locality)) : locality,
      method: text(visit.method) || "cms",
      factor: text(visit.qualifying_apm) || "false",
      setting: text(visit.setting),
      episode: text(visit.episode),
      participation: text(visit.participation),
      threshold: text(visit.threshold_used) || NO_DOLLARS,
      otherThreshold: text(visit.threshold_used_other) || NO_DOLLARS,
      deductible: text(visit.deductible_remaining) || NO_DOLLARS,
      rows: services.length > 0 ? services.map(row) : [BLANK],
    };
  }

  /**
   * Put pasted services into the rows from the one on that they were pasted in; all else stays.
   * @param {Record<string, unknown>} visit
   */
  fill(visit) {
    const { typed } = this.form;
    const { date, discipline, locality, rows } = this.typedOf(visit);
    const before = typed.rows.slice(0, Math.max(0, this.rowOfPaste));
    this.form.typed = { ...typed, date, discipline, locality, rows: [...before, ...rows] };
  }

  /** @param {string} html what was pasted and not understood; empty to take it away */
  keep(html) {
    const kept = find(this.place, ".kept", HTMLElement);
    find(kept, ".texts", HTMLElement).innerHTML = html;
    kept.hidden = !html;
    if (!html) this.field.focus();
  }

  /**
   * Mark in the line what is not sure: the text below the field has the same letters.
   * @param {Group[]} groups
   */
  show(groups) {
    const { value } = this.field;
    const pieces = [];
    let at = 0;
    for (const { state, marks } of groups) {
      for (const [from, to] of marks) {
        if (from < at) continue;
        const mark = document.createElement("span");
        mark.className = state;
        mark.append(value.slice(from, to));
        pieces.push(value.slice(at, from), mark);
        at = to;
      }
    }
    // A last line that is empty would have no height.
    this.marks.replaceChildren(...pieces, value.slice(at), "\u200b");
  }

  /** @param {Record<string, unknown>} visit */
  showStaying(visit) {
    const { typed } = this.form;
    const staying = /** @type {(keyof typeof STAYING)[]} */ (Object.keys(STAYING));
    const said = staying
      .filter((name) => visit[name] === undefined && typed[name].trim())
      .map((name) => `${STAYING[name]} ${typed[name]}`);
    const note = find(this.place, ".from-form", HTMLElement);
    note.textContent = `Not in the line, as the form has it: ${said.join(", ")}.`;
    note.hidden = said.length === 0;
  }
}
