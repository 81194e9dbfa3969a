/** Which column of a file fills which field: as guessed from its heads, or as the reader chose. */

import { find } from "./find.js";

export class Columns {
  /**
   * @param {HTMLElement} root
   * @param {() => void} changed
   */
  constructor(root, changed) {
    this.details = find(root, "details.mapping", HTMLDetailsElement);
    this.fields = Array.from(root.querySelectorAll("select[data-column]"), (field) => {
      if (!(field instanceof HTMLSelectElement)) throw new Error("a column is chosen by a select");
      return field;
    });
    /** @type {Map<string, string>} by field the head chosen by hand, for the next file as well */
    this.chosen = new Map();
    for (const field of this.fields) {
      field.addEventListener("change", () => {
        this.chosen.set(field.dataset.column ?? "", field.selectedOptions[0]?.text ?? "");
        changed();
      });
    }
  }

  /**
   * @param {string[]} heads empty where a column is left out
   * @param {Record<string, number>} guessed
   */
  show(heads, guessed) {
    for (const field of this.fields) {
      const none = field.options[0];
      const options = heads.flatMap((head, place) =>
        head ? [new Option(head, String(place))] : [],
      );
      field.replaceChildren(...(none ? [none] : []), ...options);
      const key = field.dataset.column ?? "";
      const own = this.chosen.get(key);
      const chosen = own ? heads.indexOf(own) : -1; // the head of a column left out is empty
      const place = chosen < 0 ? guessed[key] : chosen;
      field.value = place === undefined ? "" : String(place);
    }
    this.details.hidden = false;
    if (this.missing.length) this.details.open = true;
  }

  /** @returns {string[]} fields that need a column and have none */
  get missing() {
    return this.fields
      .filter((field) => field.dataset.needed !== undefined && !field.value)
      .map((field) => (field.dataset.column ?? "").replaceAll("_", " "));
  }

  /** @returns {Record<string, number>} */
  get places() {
    const filled = this.fields.filter((field) => field.value);
    return Object.fromEntries(filled.map((field) => [field.dataset.column, Number(field.value)]));
  }
}
