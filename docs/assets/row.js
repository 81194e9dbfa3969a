/**
 * A row of the form: its service, and what is said further of it below "Coverage, charges, times".
 *
 * Which fields there are is up to the page. Each is named by its `data-part` as in the question,
 * and whatever the page lacks stays empty.
 */

import { areBlocks, readBlocks, writeBlocks } from "./blocks.js";
import { find } from "./find.js";
import { BLANK, hasMinutes, isBlank, isDollars, readCode, readDollars } from "./visit.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {import("./visit.js").Row} Typed */
/** @typedef {keyof Typed} Part */

export class Row {
  /**
   * @param {HTMLLIElement} item
   * @param {HTMLLIElement} further
   */
  constructor(item, further) {
    this.item = item;
    this.further = further;
    /** @type {Map<Part, Field>} */
    this.fields = new Map();
    for (const field of [...inputs(item), ...inputs(further)]) {
      this.fields.set(/** @type {Part} */ (field.dataset.part), field);
    }
    this.code = find(item, "input.code", HTMLInputElement);
    this.minutes = find(item, "input.minutes", HTMLInputElement);
    this.label = find(item, ".own-label", HTMLElement);
    this.named = find(further, ".named", HTMLElement);
  }

  /** @returns {Typed} */
  get typed() {
    const typed = { ...BLANK };
    for (const [part, field] of this.fields) typed[part] = field.value;
    return typed;
  }

  /** @param {Typed} typed */
  set typed(typed) {
    for (const [part, field] of this.fields) field.value = typed[part];
  }

  /**
   * @param {EventTarget | null} field
   * @returns {Part | undefined} which of its fields this is
   */
  partOf(field) {
    for (const [part, each] of this.fields) if (each === field) return part;
    return undefined;
  }

  /** @param {Element | null} element */
  contains(element) {
    return this.item.contains(element) || this.further.contains(element);
  }

  /**
   * Give the row its number.
   * @param {number} number counted from 1
   */
  name(number) {
    const named = [...this.fields.values(), find(this.item, ".remove", HTMLButtonElement)];
    for (const each of named) each.ariaLabel = (each.ariaLabel ?? "").replace(/\d+$/, `${number}`);
    for (const [part, field] of this.fields) field.id = `${part}-${number}`;
    for (const notice of [...notices(this.item), ...notices(this.further)]) {
      notice.id = `${notice.dataset.of}-${number}-problem`;
    }
  }

  /**
   * Show what follows from the row's text: the code's label, the number a spin button holds.
   * @param {import("./choices.js").Choice[]} codes
   */
  describe(codes) {
    const code = readCode(this.code.value);
    this.label.textContent = codes.find((each) => each.value === code)?.detail ?? "";
    this.named.textContent = code;
    this.further.hidden = isBlank(this.typed);
    for (const field of this.fields.values()) if (field.role === "spinbutton") count(field);
  }

  /**
   * Show how a field was read, once the reader has left it.
   * @param {Part} part
   */
  settle(part) {
    const field = this.fields.get(part);
    if (!field?.value.trim()) return;
    if (part === "code") field.value = readCode(field.value);
    else if (part === "charge") field.value = readDollars(field.value);
    else if (part === "blocks" && areBlocks(field.value)) {
      field.value = writeBlocks(readBlocks(field.value));
    }
  }

  /**
   * Say whether a field of it is still being filled in: see VisitForm.unfinished.
   * @param {Element | null} field the one that has focus
   * @param {import("./choices.js").Choice[]} codes
   * @returns {"half" | "typing" | "no"}
   */
  unfinished(field, codes) {
    const typed = this.typed;
    const code = readCode(typed.code);
    if (this.item.contains(field) && !code !== !hasMinutes(typed)) {
      return field instanceof HTMLInputElement ? "half" : "no";
    }
    const part = this.partOf(field);
    const isCodeBegun = codes.some(({ value }) => value !== code && value.startsWith(code));
    if (part === "code") return code && isCodeBegun ? "typing" : "no";
    if (part === "blocks") return areBlocks(typed.blocks) ? "no" : "typing";
    const isCharge = part === "charge" && typed.charge.trim() !== "";
    return isCharge && !isDollars(readDollars(typed.charge)) ? "typing" : "no";
  }
}

/**
 * @param {Element} within
 * @returns {NodeListOf<Field>}
 */
function inputs(within) {
  return /** @type {NodeListOf<Field>} */ (within.querySelectorAll("[data-part]"));
}

/**
 * @param {Element} within
 * @returns {NodeListOf<HTMLElement>}
 */
function notices(within) {
  return within.querySelectorAll(".problem");
}

/** @param {Field} field */
function count(field) {
  const typed = field.value.trim();
  field.ariaValueNow = /^\d{1,9}$/.test(typed) ? typed : null;
  field.ariaValueText = field.ariaValueNow === null ? typed || "empty" : null;
}
