/**
 * The fee list: shows the amounts that were worked out when the site was built, in the locality,
 * year and factor asked for. Nothing is added or multiplied here.
 */

import { choicesOf, exactly, matching, meant } from "./choices.js";
import { Completion } from "./completion.js";
import { find } from "./find.js";
import { choosePlace, isKept, ownPlace } from "./place.js";
import { tell } from "./problem.js";

/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {(number | null)[]} Cents */
/**
 * Cents of first and of further units by edition and locality, in the order of the codes; a further
 * unit is null where the MPPR does not reach it.
 * @typedef {{ codes: string[], amounts: Record<string, Record<string, [Cents, Cents] | null>> }} Fees
 */

const DASH = "—";

/** @param {number} cents */
function dollars(cents) {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${String(cents % 100).padStart(2, "0")}`;
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

class FeeList {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.place = find(root, "#own-place", HTMLInputElement);
    this.year = find(root, "#fee-year", HTMLSelectElement);
    this.factor = find(root, "#fee-factor", HTMLSelectElement);
    this.keep = find(root, "#keep-place", HTMLInputElement);
    this.problem = find(root, "#own-place-problem", HTMLElement);
    this.caption = find(root, "#fees-caption", HTMLElement);
    this.table = find(root, "#fees", HTMLTableElement);
    this.places = choicesOf(find(root, "#fee-localities", HTMLDataListElement));
    this.rows = new Map(
      [...(this.table.tBodies[0]?.rows ?? [])].map((row) => [row.cells[0]?.textContent ?? "", row]),
    );
    /** @type {Promise<Fees> | undefined} */
    this.fees = undefined;
    this.key = this.known(ownPlace());
    this.place.value = this.label(this.key);
    this.keep.checked = isKept();
    this.listen();
    find(root, ".place-chooser", HTMLElement).hidden = false;
    find(root, ".buttons", HTMLElement).hidden = false;
    if (this.key !== "national") this.show();
  }

  listen() {
    // Before the listeners below: Enter takes the option in the list, and then ends the field.
    new Completion(
      this.root,
      {
        offered: ({ value }) =>
          exactly(this.places, value) ? this.places : matching(this.places, value),
        choose: (_, choice) => this.choose(choice),
      },
      HTMLInputElement,
    );
    this.place.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") this.settle();
    });
    this.place.addEventListener("focusout", () => this.settle());
    for (const select of [this.year, this.factor]) {
      select.addEventListener("change", () => this.show());
    }
    this.keep.addEventListener("change", () => choosePlace(this.key, this.keep.checked));
    find(this.root, ".download", HTMLElement).addEventListener("click", () => this.download());
    find(this.root, ".paper", HTMLElement).addEventListener("click", () => window.print());
  }

  /** @param {string} key */
  known(key) {
    return this.places.some(({ value }) => value === key) ? key : "national";
  }

  /** @param {string} key */
  label(key) {
    return this.places.find(({ value }) => value === key)?.label ?? key;
  }

  /** Read what was typed; where it can mean several places or none, say so and change nothing. */
  settle() {
    const [first, second] = meant(this.places, this.place.value);
    if (first && !second) {
      this.choose(first);
      return;
    }
    const takes = first ? `may be ${first.label} or ${second?.label}` : "takes a locality";
    const says = `Your locality: got ${this.place.value.trim() || "nothing"}; ${takes}.`;
    tell(this.place, this.problem, says);
  }

  /** @param {Choice} choice */
  choose({ value, label }) {
    tell(this.place, this.problem, "");
    this.place.value = label;
    if (value === this.key) return;
    this.key = value;
    choosePlace(value, this.keep.checked);
    this.show();
  }

  /** @returns {string} the edition asked for; a year with one factor has it for everybody */
  get edition() {
    const asked = this.year.value + this.factor.value;
    return document.getElementById(`edition-${asked}`) ? asked : this.year.value;
  }

  async show() {
    const trouble = find(this.root, ".fees-problem", HTMLElement);
    this.fees ??= fetch(this.root.dataset.amounts ?? "").then((response) => {
      if (!response.ok) throw new Error(`the server answers ${response.status}`);
      return response.json();
    });
    /** @type {Fees} */
    let fees;
    try {
      fees = await this.fees;
    } catch (error) {
      this.fees = undefined;
      trouble.textContent = `The amounts could not be read (assets/fees.json): ${error instanceof Error ? error.message : error}. The list below is still: ${this.caption.textContent}.`;
      trouble.hidden = false;
      return;
    }
    trouble.hidden = true;
    this.fill(fees, this.edition);
  }

  /**
   * @param {Fees} fees
   * @param {string} edition
   */
  fill(fees, edition) {
    const held = fees.amounts[edition]?.[this.key];
    fees.codes.forEach((code, place) => {
      const cells = this.rows.get(code)?.cells;
      const first = held?.[0][place] ?? null;
      const further = held?.[1][place] ?? null;
      if (cells?.[2]) cells[2].textContent = first === null ? DASH : dollars(first);
      if (cells?.[3]) cells[3].textContent = first === null ? DASH : reduced(further);
    });
    for (const line of this.root.querySelectorAll(".edition")) {
      line.toggleAttribute("hidden", line.id !== `edition-${edition}`);
    }
    const factor = edition === this.year.value + this.factor.value ? this.factor : undefined;
    const words = factor?.selectedOptions[0]?.textContent ?? "one conversion factor for everybody";
    this.caption.textContent = `${this.label(this.key)}, ${this.year.value}, ${words}: one unit, dollars`;
    for (const head of this.table.querySelectorAll("th[aria-sort]")) {
      head.removeAttribute("aria-sort");
    }
    const body = this.table.tBodies[0];
    body?.append(...this.rows.values());
  }

  /** Save the rows in sight, with a line that says what they are. */
  download() {
    const rows = [...this.rows.values()].filter((row) => !row.hidden);
    const lines = [
      ["code", "own label", "first unit", "further unit", "what"],
      ...rows.map((row) => this.cells(row)),
    ];
    const text = lines.map((line) => line.map(quoted).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
    link.download = `fees-${this.key}-${this.edition}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {HTMLTableRowElement} row */
  cells(row) {
    const [code, label, first = "", further = ""] = [...row.cells].map(
      (cell) => cell.textContent?.trim() ?? "",
    );
    const plain = (/** @type {string} */ words) => words.replaceAll(",", "").replace(DASH, "");
    const what = this.caption.textContent ?? "";
    return [code ?? "", label ?? "", plain(first), plain(further), what];
  }
}

/** @param {number | null} cents */
function reduced(cents) {
  return cents === null ? "no MPPR" : dollars(cents);
}

for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".fees"))) {
  new FeeList(root);
}
