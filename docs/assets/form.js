/** The form: its fields read into a visit as typed, and a visit put back into its fields. */

import { choicesOf, exactly, meant } from "./choices.js";
import { isBlank, isDate, isDollars, readCode, readDate, readDollars } from "./visit.js";

/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./visit.js").Typed} Typed */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page lacks ${selector}`);
}

export class VisitForm {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.codes = choicesOf(find(root, "#known-codes", HTMLDataListElement));
    this.localities = choicesOf(find(root, "#known-localities", HTMLDataListElement));
    this.date = find(root, "#date", HTMLInputElement);
    this.discipline = find(root, "#discipline", HTMLSelectElement);
    this.locality = find(root, "#locality", HTMLInputElement);
    this.method = find(root, "#method", HTMLSelectElement);
    this.factor = find(root, "#factor", HTMLSelectElement);
    this.deductible = find(root, "#deductible", HTMLInputElement);
    this.list = find(root, ".rows", HTMLOListElement);
    this.newRow = find(root, "template.new-row", HTMLTemplateElement);
    // No field shows it yet; it is kept as a link brought it.
    this.threshold = "0.00";
  }

  /** @returns {HTMLLIElement[]} */
  get rows() {
    return Array.from(this.list.querySelectorAll("li.service"));
  }

  /** @returns {Typed} */
  get typed() {
    return {
      date: this.date.value,
      discipline: this.discipline.value,
      method: this.method.value,
      locality: this.locality.value,
      factor: this.factor.value,
      threshold: this.threshold,
      deductible: this.deductible.value,
      rows: this.rows.map((row) => ({ code: codeOf(row).value, minutes: minutesOf(row).value })),
    };
  }

  /** @param {Typed} typed */
  set typed(typed) {
    this.date.value = typed.date;
    this.discipline.value = typed.discipline;
    this.method.value = typed.method;
    this.locality.value = typed.locality;
    this.factor.value = typed.factor;
    this.threshold = typed.threshold;
    this.deductible.value = typed.deductible;
    this.setRows(typed.rows);
  }

  /**
   * Put in a visit that a link brought.
   * @param {Typed} typed with the locality's key
   * @throws {Error} naming the choice that this form does not offer
   */
  open(typed) {
    this.mustOffer("discipline", this.discipline, typed.discipline);
    this.mustOffer("method", this.method, typed.method);
    this.mustOffer("qualifying_apm", this.factor, typed.factor);
    const rows = typed.rows.length > 0 ? typed.rows : [{ code: "", minutes: "" }];
    this.typed = { ...typed, rows, locality: this.localityText(typed.locality) };
  }

  /**
   * @param {string} name
   * @param {HTMLSelectElement} select
   * @param {string} value
   */
  mustOffer(name, select, value) {
    const offered = Array.from(select.options, (option) => option.value);
    if (offered.includes(value)) return;
    throw new Error(`${name}: got ${value}; takes ${offered.join(" or ")}`);
  }

  /** @param {import("./visit.js").Row[]} rows */
  setRows(rows) {
    const held = this.rows;
    const items = rows.map((_, place) => held[place] ?? this.blankRow());
    items.forEach((item, place) => {
      codeOf(item).value = rows[place]?.code ?? "";
      minutesOf(item).value = rows[place]?.minutes ?? "";
      this.name(item, place);
    });
    this.list.replaceChildren(...items);
  }

  /** Take away all services and what is left of the deductible. */
  clear() {
    this.setRows([{ code: "", minutes: "" }]);
    this.deductible.value = "0.00";
  }

  /** @returns {HTMLLIElement} */
  blankRow() {
    const row = this.newRow.content.firstElementChild?.cloneNode(true);
    if (row instanceof HTMLLIElement) return row;
    throw new Error("the page lacks a row to copy");
  }

  /** @returns {HTMLLIElement} the row added at the end */
  addRow() {
    const row = this.blankRow();
    this.list.append(row);
    this.name(row, this.rows.length - 1);
    return row;
  }

  /**
   * Take a row away; the last one left is emptied.
   * @param {HTMLLIElement} row
   * @returns {HTMLLIElement | undefined} the row that now stands in its place
   */
  removeRow(row) {
    const place = this.rows.indexOf(row);
    row.remove();
    if (this.rows.length === 0) this.addRow();
    this.rows.slice(place).forEach((each, further) => {
      this.name(each, place + further);
    });
    return this.rows[place];
  }

  /**
   * Give a row its number, and the label of its code.
   * @param {HTMLLIElement} row
   * @param {number} place counted from 0
   */
  name(row, place) {
    const number = place + 1;
    const fields = { code: codeOf(row), minutes: minutesOf(row) };
    fields.code.ariaLabel = `Code, row ${number}`;
    fields.minutes.ariaLabel = `Minutes, row ${number}`;
    find(row, ".remove", HTMLButtonElement).ariaLabel = `Remove row ${number}`;
    for (const [name, field] of Object.entries(fields)) {
      field.id = `${name}-${number}`;
      find(row, `.${name}-problem`, HTMLElement).id = `${field.id}-problem`;
    }
    this.describe(row);
  }

  /**
   * Show what follows from a row's text: the code's label, the number a spin button holds.
   * @param {HTMLLIElement} row
   */
  describe(row) {
    const code = readCode(codeOf(row).value);
    const label = this.codes.find((each) => each.value === code)?.detail ?? "";
    find(row, ".own-label", HTMLElement).textContent = label;
    const minutes = minutesOf(row);
    const count = minutes.value.trim();
    minutes.ariaValueNow = /^\d{1,9}$/.test(count) ? count : null;
    minutes.ariaValueText = minutes.ariaValueNow === null ? count || "empty" : null;
  }

  /** @returns {Choice[]} what the locality's text can mean */
  get localitiesMeant() {
    return meant(this.localities, this.locality.value);
  }

  /** @returns {string} the locality's key where it is decided, else the text */
  get localityKey() {
    const [first, second] = this.localitiesMeant;
    return first && !second ? first.value : this.locality.value.trim();
  }

  /**
   * @param {string} key
   * @returns {string} how the field shows it
   */
  localityText(key) {
    return this.localities.find((each) => each.value === key)?.label ?? key;
  }

  /**
   * Show how a field was read, once the reader has left it.
   * @param {Field} field
   */
  settle(field) {
    if (field === this.date) field.value = readDate(field.value);
    else if (field === this.deductible) field.value = readDollars(field.value);
    else if (field === this.locality) field.value = this.localityText(this.localityKey);
    else if (field.classList.contains("code")) field.value = readCode(field.value);
  }

  /**
   * Say whether the field that has focus is still being filled in: "half" is a row with only one
   * of code and minutes, "typing" is a text that can become readable with further keys.
   * @returns {"half" | "typing" | "no"}
   */
  get unfinished() {
    const field = document.activeElement;
    const row = field?.closest("li.service");
    if (row instanceof HTMLLIElement && this.root.contains(row)) return this.unfinishedRow(row);
    if (field === this.date && !isDate(readDate(this.date.value))) return "typing";
    if (field === this.deductible && !isDollars(readDollars(this.deductible.value)))
      return "typing";
    if (field !== this.locality || exactly(this.localities, this.locality.value)) return "no";
    return this.localitiesMeant.length > 0 || !this.locality.value.trim() ? "typing" : "no";
  }

  /**
   * @param {HTMLLIElement} row
   * @returns {"half" | "typing" | "no"}
   */
  unfinishedRow(row) {
    const code = readCode(codeOf(row).value);
    const minutes = minutesOf(row).value.trim();
    const isInField = document.activeElement instanceof HTMLInputElement;
    if (!code !== !minutes) return isInField ? "half" : "no";
    const isBegun = this.codes.some(({ value }) => value !== code && value.startsWith(code));
    return code && isBegun && document.activeElement === codeOf(row) ? "typing" : "no";
  }

  /** @returns {number} the place of the row that has focus, counted from 0; -1 where none has */
  get placeInFocus() {
    return this.rows.findIndex((row) => row.contains(document.activeElement));
  }

  /** @returns {boolean} whether no service is typed */
  get isEmpty() {
    return this.typed.rows.every(isBlank);
  }
}

/**
 * @param {HTMLLIElement} row
 * @returns {HTMLInputElement}
 */
export function codeOf(row) {
  return find(row, "input.code", HTMLInputElement);
}

/**
 * @param {HTMLLIElement} row
 * @returns {HTMLInputElement}
 */
export function minutesOf(row) {
  return find(row, "input.minutes", HTMLInputElement);
}
