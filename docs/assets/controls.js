/** The keys, buttons and lists of the form. What changes is told; what it means is not known here. */

import { exactly, matching } from "./choices.js";
import { Completion } from "./completion.js";
import { difference } from "./difference.js";
import { find } from "./find.js";
import { History } from "./history.js";
import { Keys } from "./keys.js";

/** @typedef {import("./row.js").Field} Field */
/** @typedef {import("./form.js").VisitForm} VisitForm */
/** @typedef {import("./row.js").Row} Row */
/** @typedef {import("./visit.js").Typed} Typed */
/**
 * `changed` is called at each change, `left` when focus has left a field, `ended` when Enter was
 * pressed in one that stays in focus.
 * @typedef {{ changed: () => void, left: () => void, ended: () => void }} Told
 */

export class Controls {
  /**
   * @param {HTMLElement} root
   * @param {VisitForm} form
   * @param {Told} told
   */
  constructor(root, form, told) {
    this.root = root;
    this.form = form;
    this.told = told;
    this.history = new History(form.typed);
    // Before the listeners below: Enter takes the option in the list, and then ends the field.
    new Completion(
      root,
      {
        offered: (field) => this.offered(field),
        choose: (field, choice) => this.choose(field, choice),
      },
      HTMLInputElement,
    );
    new Keys(root, { undo: () => this.undo(), redo: () => this.redo() });
    root.addEventListener("input", (event) => this.typed(event));
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("focusout", (event) => this.left(event));
    root.addEventListener("click", (event) => this.clicked(event));
  }

  /** @param {string} place the field that changed; empty for a change that stands by itself */
  changed(place) {
    this.history.record(this.form.typed, place);
    this.showHistory();
    this.say("");
    this.told.changed();
  }

  /** @param {Event} event */
  typed({ target }) {
    if (target instanceof HTMLTextAreaElement) return; // the line tells of itself once it is read
    if (target instanceof HTMLInputElement && target.type === "checkbox") return; // no part of a visit
    this.form.rowOf(target)?.describe(this.form.codes);
    this.form.follow();
    this.changed(target instanceof HTMLElement ? target.id : "");
  }

  /** @param {FocusEvent} event */
  left({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    this.form.settle(target);
    this.history.rest();
    // Only then does document.activeElement tell where focus went.
    window.setTimeout(this.told.left);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement) || event.isComposing) return;
    const isMinutes = target.role === "spinbutton";
    if (isMinutes && (key === "ArrowUp" || key === "ArrowDown")) {
      event.preventDefault();
      this.step(target, key === "ArrowUp" ? 1 : -1);
    } else if (key === "Enter") {
      event.preventDefault();
      this.form.settle(target);
      if (isMinutes) this.nextRow(target);
      else this.told.ended();
    }
  }

  /**
   * @param {HTMLInputElement} minutes
   * @param {number} by
   */
  step(minutes, by) {
    const count = minutes.value.trim() || "0";
    if (!/^\d{1,9}$/.test(count)) return;
    minutes.value = String(Math.max(0, Number(count) + by));
    minutes.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLInputElement} minutes the field that Enter was pressed in */
  nextRow(minutes) {
    const { rows } = this.form;
    const next = rows[rows.findIndex((row) => row.contains(minutes)) + 1];
    if (next) next.code.focus();
    else this.add();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    const row = pressed?.matches(".remove") ? this.form.rowOf(pressed) : undefined;
    if (row) this.remove(row);
    else if (pressed?.matches(".add")) this.add();
    else if (pressed?.matches(".undo")) this.undo();
    else if (pressed?.matches(".redo")) this.redo();
    else if (pressed?.matches(".clear")) this.clear();
  }

  add() {
    this.form.addRow().code.focus();
    this.changed("");
  }

  /** @param {Row} row */
  remove(row) {
    const next = this.form.removeRow(row);
    this.form.follow();
    (next?.code ?? find(this.root, ".add", HTMLButtonElement)).focus();
    this.changed("");
  }

  clear() {
    this.form.clear();
    this.form.rows[0]?.code.focus();
    this.changed("");
  }

  undo() {
    return this.restore(this.history.undo(), "Undone");
  }

  redo() {
    return this.restore(this.history.redo(), "Done again");
  }

  /**
   * @param {Typed | undefined} typed
   * @param {string} done what is said of it
   * @returns {boolean} whether there was a state to go to
   */
  restore(typed, done) {
    if (!typed) {
      this.say(`${done === "Undone" ? "Nothing to undo" : "Nothing to do again"}.`);
      return false;
    }
    const before = this.form.typed;
    this.form.typed = typed;
    this.form.unfold(typed);
    this.showHistory();
    this.told.changed();
    this.say(`${done}. ${difference(before, this.form.typed)}.`);
    return true;
  }

  /** @param {string} words for those who hear the page, and beside the buttons */
  say(words) {
    find(this.root, ".done", HTMLElement).textContent = words;
  }

  showHistory() {
    const { past, future } = this.history;
    find(this.root, ".undo", HTMLElement).ariaDisabled = String(past.length === 0);
    find(this.root, ".redo", HTMLElement).ariaDisabled = String(future.length === 0);
  }

  /**
   * A field that already holds a choice offers all of them again, save a code: that list would
   * lie over the rows below at every click.
   * @param {HTMLInputElement} field
   */
  offered(field) {
    const isCode = field.classList.contains("code");
    const choices = isCode ? this.form.codes : this.form.localities;
    if (!exactly(choices, field.value)) return matching(choices, field.value);
    return isCode ? [] : choices;
  }

  /**
   * Fill in what was chosen from a list, or what was suggested.
   * @param {Field} field
   * @param {import("./choices.js").Choice} choice
   */
  choose(field, choice) {
    field.value = field.classList.contains("code") ? choice.value : choice.label;
    this.form.rowOf(field)?.describe(this.form.codes);
    this.form.follow();
    field.focus();
    this.changed("");
  }
}
