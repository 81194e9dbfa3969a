/** The form: its fields read into a visit as typed, and a visit put back into its fields. */

import { choicesOf, exactly, meant } from "./choices.js";
import { find } from "./find.js";
import { Row } from "./row.js";
import { BLANK, isBlank, isDate, isDollars, readDate, readDollars, toAsked } from "./visit.js";

/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./row.js").Field} Field */
/** @typedef {import("./visit.js").Typed} Typed */

/** Choices that a visit may do without: each rests on its first option and is then not asked. */
const FURTHER = /** @type {const} */ (["setting", "episode", "participation"]);
const NO_DOLLARS = "0.00";

export class VisitForm {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.codes = choicesOf(find(root, "#known-codes", HTMLDataListElement));
    this.localities = choicesOf(find(root, "#known-localities", HTMLDataListElement));
    /** Whether further keys may yet make sense of the visit in one line. */
    this.isLineOpen = false;
    this.date = find(root, "#date", HTMLInputElement);
    this.discipline = find(root, "#discipline", HTMLSelectElement);
    this.locality = find(root, "#locality", HTMLInputElement);
    this.method = find(root, "#method", HTMLSelectElement);
    this.factor = find(root, "#factor", HTMLSelectElement);
    this.deductible = find(root, "#deductible", HTMLInputElement);
    this.threshold = find(root, "#threshold", HTMLInputElement);
    this.otherThreshold = find(root, "#threshold-other", HTMLInputElement);
    this.otherPlace = find(root, ".other-bucket", HTMLElement);
    this.circumstances = root.querySelector("details.circumstances");
    this.list = find(root, ".rows", HTMLOListElement);
    this.furtherList = find(root, ".furthers", HTMLOListElement);
    const furthers = items(this.furtherList);
    this.rows = items(this.list).flatMap((item, place) => {
      const further = furthers[place];
      return further ? [new Row(item, further)] : [];
    });
    for (const row of this.rows) row.describe(this.codes);
    this.buckets = new Map(
      Array.from(this.discipline.options, ({ value, dataset }) => [value, dataset.bucket ?? ""]),
    );
  }

  /** @returns {Typed} */
  get typed() {
    return {
      date: this.date.value,
      discipline: this.discipline.value,
      method: this.method.value,
      locality: this.locality.value,
      factor: this.factor.value,
      setting: this.chosen("setting"),
      episode: this.chosen("episode"),
      participation: this.chosen("participation"),
      threshold: this.threshold.value,
      otherThreshold: this.otherThreshold.value,
      deductible: this.deductible.value,
      rows: this.rows.map((row) => row.typed),
    };
  }

  /** @param {Typed} typed */
  set typed(typed) {
    this.date.value = typed.date;
    this.discipline.value = typed.discipline;
    this.method.value = typed.method;
    this.locality.value = typed.locality;
    this.factor.value = typed.factor;
    for (const name of FURTHER) {
      const select = this.choiceOf(name);
      if (select && typed[name]) select.value = typed[name];
      else if (select) select.selectedIndex = 0;
    }
    this.threshold.value = typed.threshold;
    this.otherThreshold.value = typed.otherThreshold;
    this.deductible.value = typed.deductible;
    this.setRows(typed.rows);
    this.follow();
  }

  /**
   * Put in a visit that a link brought.
   * @param {Typed} typed with the locality's key
   * @throws {Error} naming the choice that this form does not offer
   */
  open(typed) {
    mustOffer("discipline", this.discipline, typed.discipline);
    mustOffer("method", this.method, typed.method);
    mustOffer("qualifying_apm", this.factor, typed.factor);
    for (const name of FURTHER) if (typed[name]) mustOffer(name, this.choiceOf(name), typed[name]);
    const { fields } = this.blankRow();
    typed.rows.forEach((row, place) => {
      for (const part of /** @type {(keyof typeof row)[]} */ (Object.keys(row))) {
        if (row[part]) mustOffer(`services[${place}].${part}`, fields.get(part), row[part]);
      }
    });
    const rows = typed.rows.length > 0 ? typed.rows : [BLANK];
    // A link without it asks nothing of the other bucket, or is refused for want of it.
    const rests = this.otherBucket(typed) ? "" : NO_DOLLARS;
    const otherThreshold = typed.otherThreshold || rests;
    this.typed = { ...typed, rows, otherThreshold, locality: this.localityText(typed.locality) };
    this.unfold(this.typed);
  }

  /**
   * Unfold what else was said, so that nothing has a bearing unseen.
   * @param {Typed} typed
   */
  unfold({ episode, participation, rows }) {
    const isSaid = rows.some((row) => row.charge || row.coverage || row.notice || row.blocks);
    if (episode || participation || isSaid) this.circumstances?.setAttribute("open", "");
  }

  /** @param {typeof FURTHER[number]} name */
  choiceOf(name) {
    const found = this.root.querySelector(`#${name}`);
    return found instanceof HTMLSelectElement ? found : undefined;
  }

  /** @param {typeof FURTHER[number]} name */
  chosen(name) {
    const select = this.choiceOf(name);
    return select && select.selectedIndex > 0 ? select.value : "";
  }

  /**
   * The visit as the calculator takes it.
   * @param {Typed} typed
   */
  asked(typed) {
    const otherThreshold = this.otherBucket(typed) ? typed.otherThreshold : "";
    return toAsked({ ...typed, otherThreshold }, this.localityKey);
  }

  /**
   * @param {Typed} typed
   * @returns {string} the bucket that a row counts towards besides the visit's own; empty for none
   */
  otherBucket({ discipline, rows }) {
    const own = this.buckets.get(discipline);
    const others = rows.filter((row) => row.discipline && !isBlank(row));
    const other = others
      .map((row) => this.buckets.get(row.discipline))
      .find((each) => each !== own);
    return other ?? "";
  }

  /** Show the fields that hang on others, and what their labels hang on. */
  follow() {
    const { typed } = this;
    const other = this.otherBucket(typed);
    this.otherPlace.hidden = !other;
    detailOf(this.otherThreshold).textContent = other;
    detailOf(this.threshold).textContent = this.buckets.get(typed.discipline) ?? "";
  }

  /** @param {import("./visit.js").Row[]} rows */
  setRows(rows) {
    this.rows = rows.map((typed, place) => {
      const row = this.rows[place] ?? this.blankRow();
      row.typed = typed;
      this.name(row, place);
      return row;
    });
    this.list.replaceChildren(...this.rows.map(({ item }) => item));
    this.furtherList.replaceChildren(...this.rows.map(({ further }) => further));
  }

  /** Take away what belongs to one patient; date, place and method stay for the next. */
  clear() {
    this.typed = {
      ...this.typed,
      episode: "",
      threshold: NO_DOLLARS,
      otherThreshold: NO_DOLLARS,
      deductible: NO_DOLLARS,
      rows: [BLANK],
    };
  }

  /** @returns {Row} */
  blankRow() {
    return new Row(this.copyOf("template.new-row"), this.copyOf("template.new-further"));
  }

  /**
   * @param {string} selector
   * @returns {HTMLLIElement}
   */
  copyOf(selector) {
    const { content } = find(this.root, selector, HTMLTemplateElement);
    const copy = content.firstElementChild?.cloneNode(true);
    if (copy instanceof HTMLLIElement) return copy;
    throw new Error("the page lacks a row to copy");
  }

  /** @returns {Row} the row added at the end */
  addRow() {
    const row = this.blankRow();
    this.rows.push(row);
    this.list.append(row.item);
    this.furtherList.append(row.further);
    this.name(row, this.rows.length - 1);
    return row;
  }

  /**
   * Take a row away; the last one left is emptied.
   * @param {Row} row
   * @returns {Row | undefined} the row that now stands in its place
   */
  removeRow(row) {
    const place = this.rows.indexOf(row);
    this.rows.splice(place, 1);
    row.item.remove();
    row.further.remove();
    if (this.rows.length === 0) this.addRow();
    this.rows.slice(place).forEach((each, further) => {
      this.name(each, place + further);
    });
    return this.rows[place];
  }

  /**
   * @param {Row} row
   * @param {number} place counted from 0
   */
  name(row, place) {
    row.name(place + 1);
    row.describe(this.codes);
  }

  /**
   * @param {EventTarget | null} element
   * @returns {Row | undefined} the row that it belongs to
   */
  rowOf(element) {
    if (!(element instanceof Element)) return undefined;
    const item = element.closest("li.service, li.further");
    return item ? this.rows.find((row) => row.item === item || row.further === item) : undefined;
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

  /** @param {Element | null} field */
  isDollarField(field) {
    return [this.deductible, this.threshold, this.otherThreshold].some((each) => each === field);
  }

  /**
   * Show how a field was read, once the reader has left it.
   * @param {Field} field
   */
  settle(field) {
    const row = this.rowOf(field);
    const part = row?.partOf(field);
    if (row && part) row.settle(part);
    else if (field === this.date) field.value = readDate(field.value);
    else if (this.isDollarField(field)) field.value = readDollars(field.value);
    else if (field === this.locality) field.value = this.localityText(this.localityKey);
  }

  /**
   * Say whether the field that has focus is still being filled in: "half" is a row with only one
   * of code and minutes, "typing" is a text that can become readable with further keys.
   * @returns {"half" | "typing" | "no"}
   */
  get unfinished() {
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement) return this.isLineOpen ? "typing" : "no";
    const row = this.rowOf(field);
    if (row) return row.unfinished(field, this.codes);
    if (field === this.date && !isDate(readDate(this.date.value))) return "typing";
    if (field instanceof HTMLInputElement && this.isDollarField(field)) {
      return isDollars(readDollars(field.value)) ? "no" : "typing";
    }
    if (field !== this.locality || exactly(this.localities, this.locality.value)) return "no";
    return this.localitiesMeant.length > 0 || !this.locality.value.trim() ? "typing" : "no";
  }

  /** @returns {number} the place of the row that has focus, counted from 0; -1 where none has */
  get placeInFocus() {
    return this.rows.findIndex((row) => row.contains(document.activeElement));
  }

  /** @returns {boolean} whether no service is typed */
  get isEmpty() {
    return this.rows.every((row) => isBlank(row.typed));
  }
}

/**
 * @param {HTMLOListElement} list
 * @returns {HTMLLIElement[]}
 */
function items(list) {
  return Array.from(list.querySelectorAll(":scope > li"));
}

/** @param {Field} field */
function detailOf(field) {
  return find(field.parentElement ?? field, ".detail", HTMLElement);
}

/**
 * @param {string} name
 * @param {Field | undefined} field
 * @param {string} value
 * @throws {Error} where there is no such field, or it is a choice without this one
 */
function mustOffer(name, field, value) {
  if (!field) throw new Error(`${name} is no field of this form`);
  if (!(field instanceof HTMLSelectElement)) return;
  const offered = Array.from(field.options, (option) => option.value).filter(Boolean);
  if (offered.includes(value)) return;
  throw new Error(`${name}: got ${value}; takes ${offered.join(" or ")}`);
}
