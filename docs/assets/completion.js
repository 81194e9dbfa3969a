/**
 * The list under a field that also takes typed text (a combobox with a list box, as the ARIA
 * practices have it). It opens on typing, on the arrow keys and on a click; it never decides.
 */

/** @typedef {import("./choices.js").Choice} Choice */

const LIST_ID = "completion";

/** @template {HTMLInputElement | HTMLTextAreaElement} Field */
export class Completion {
  /**
   * @param {HTMLElement} root every field of the kind in here that has a list is served
   * @param {{ offered: (field: Field) => Choice[],
   *   choose: (field: Field, choice: Choice) => void }} owner what a field's text leaves
   *   to choose from; what to do with the chosen one
   * @param {new () => Field} kind
   */
  constructor(root, { offered, choose }, kind) {
    this.kind = kind;
    this.offered = offered;
    this.choose = choose;
    this.list = document.createElement("ul");
    this.list.id = LIST_ID;
    this.list.className = "completion";
    this.list.role = "listbox";
    /** @type {Field | undefined} */
    this.field = undefined;
    /** @type {Choice[]} */
    this.choices = [];
    this.active = -1;
    root.addEventListener("input", (event) => this.on(event.target, (field) => this.open(field)));
    root.addEventListener("click", (event) => this.on(event.target, (field) => this.open(field)));
    root.addEventListener("focusout", () => this.close());
    root.addEventListener("keydown", (event) => this.on(event.target, () => this.key(event)));
    // The field keeps focus while an option is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.pressed(event));
  }

  /**
   * @param {EventTarget | null} target
   * @param {(field: Field) => void} act
   */
  on(target, act) {
    if (target instanceof this.kind && target.ariaAutoComplete === "list") act(target);
  }

  /** @param {Field} field */
  open(field) {
    this.close();
    this.choices = this.offered(field);
    if (this.choices.length === 0) return;
    this.field = field;
    this.list.ariaLabel = field.ariaLabel ?? field.labels?.[0]?.textContent ?? "";
    this.list.replaceChildren(...this.choices.map(option));
    field.after(this.list);
    if (field.role === "combobox") field.ariaExpanded = "true";
    field.setAttribute("aria-controls", LIST_ID);
  }

  close() {
    this.list.remove();
    this.field?.removeAttribute("aria-controls");
    this.field?.removeAttribute("aria-activedescendant");
    if (this.field?.role === "combobox") this.field.ariaExpanded = "false";
    this.field = undefined;
    this.active = -1;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, target } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!this.field && target instanceof this.kind) this.open(target);
      this.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Escape" && this.field) {
      event.preventDefault();
      this.close();
    } else if ((key === "Enter" || key === "Tab") && this.field) {
      this.take(this.active);
    }
  }

  /** @param {number} steps */
  move(steps) {
    const count = this.choices.length;
    if (!this.field || count === 0) return;
    const from = this.active < 0 && steps < 0 ? 0 : this.active;
    this.active = (from + steps + count) % count;
    Array.from(this.list.children).forEach((each, place) => {
      each.ariaSelected = String(place === this.active);
    });
    const chosen = this.list.children[this.active];
    this.field.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    if (item) this.take(Array.from(this.list.children).indexOf(item));
  }

  /** @param {number} place */
  take(place) {
    const { field } = this;
    const choice = this.choices[place];
    this.close();
    if (field && choice) this.choose(field, choice);
  }
}

/**
 * @param {Choice} choice
 * @param {number} place
 * @returns {HTMLLIElement}
 */
function option(choice, place) {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `${LIST_ID}-${place}`;
  item.ariaSelected = "false";
  const detail = document.createElement("span");
  detail.className = "detail";
  detail.textContent = choice.detail;
  item.append(choice.label, " ", detail);
  return item;
}
