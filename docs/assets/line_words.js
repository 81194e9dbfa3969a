/** What the line offers to complete: codes by number or words, modifiers behind a code, places. */

import { choicesOf, exactly, matching } from "./choices.js";
import { find } from "./find.js";

/** @typedef {import("./choices.js").Choice} Choice */

const MOST_OFFERED = 8;
const MOST_WORDS = 3;
const FEWEST_LETTERS = 3;
const MODIFIER = /^([A-Z]?\d{4,5}[A-Z]?)-([A-Z]?[A-Z0-9]?)$/i;

export class WordAtCaret {
  /**
   * @param {HTMLElement} root
   * @param {HTMLTextAreaElement} field
   * @param {import("./form.js").VisitForm} form
   */
  constructor(root, field, form) {
    this.field = field;
    this.form = form;
    this.modifiers = choicesOf(find(root, "#known-modifiers", HTMLDataListElement));
    this.from = 0;
  }

  /** @returns {Choice[]} what the words before the caret can be the beginning of */
  get offered() {
    const { selectionStart, selectionEnd, value } = this.field;
    if (selectionStart !== selectionEnd) return [];
    const before = value.slice(0, selectionStart);
    const starts = Array.from(before.matchAll(/[^\s,;|]+/g), ({ index }) => index);
    if (starts.length === 0 || /[\s,;|]$/.test(before)) return [];
    const modifier = MODIFIER.exec(before.slice(starts.at(-1)));
    if (modifier) return this.behindCode(selectionStart, modifier[2] ?? "");
    for (const start of starts.slice(-MOST_WORDS)) {
      this.from = start;
      const found = this.begun(before.slice(start));
      if (found.length > 0) return found;
    }
    return [];
  }

  /**
   * @param {number} caret
   * @param {string} begun
   */
  behindCode(caret, begun) {
    this.from = caret - begun.length;
    const typed = begun.toUpperCase();
    return this.modifiers.filter(({ value }) => value !== typed && value.startsWith(typed));
  }

  /** @param {string} words */
  begun(words) {
    if (words.length < FEWEST_LETTERS) return [];
    const isNumber = /^\d+$/.test(words);
    const choices = isNumber ? this.form.codes : [...this.form.codes, ...this.form.localities];
    return exactly(choices, words) ? [] : matching(choices, words).slice(0, MOST_OFFERED);
  }

  /**
   * Put a choice in the place of the words that it completes.
   * @param {Choice} choice
   */
  put({ value }) {
    const { field, from } = this;
    field.setRangeText(`${value} `, from, field.selectionStart, "end");
    field.focus();
  }
}
