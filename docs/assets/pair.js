/**
 * "Can these two be billed together?": the form, the address bar, and where the answer goes. It
 * asks the engine at the door "pairs" and shows what comes back; it knows no edit and no rule.
 */

import { Asking } from "./asking.js";
import { choicesOf, matching, near } from "./choices.js";
import { Completion } from "./completion.js";
import { find } from "./find.js";
import { readDate } from "./visit.js";

/** @typedef {{ first: string, second: string, setting: string, date: string }} Pair */

const FIELDS = /** @type {const} */ (["first", "second", "setting", "date"]);
const CODE_LENGTH = 5;
const HASH = "#pair=";

class PairChecker {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.codes = choicesOf(find(root, "#pair-codes", HTMLDataListElement));
    this.fields = {
      first: find(root, "#first", HTMLInputElement),
      second: find(root, "#second", HTMLInputElement),
      setting: find(root, "#setting", HTMLSelectElement),
      date: find(root, "#date", HTMLInputElement),
    };
    this.form = find(root, ".pair-form", HTMLElement);
    this.asking = new Asking(root, "pairs", keep, { help: (problem) => this.help(problem) });
    this.asking.lastAsked = JSON.stringify(this.typed);
    new Completion(
      this.form,
      {
        offered: (field) => this.offered(field),
        choose: (field, choice) => {
          field.value = choice.value;
          this.ask();
        },
      },
      HTMLInputElement,
    );
    this.form.addEventListener("input", () => this.typing());
    this.form.addEventListener("change", () => this.ask());
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.ask();
    });
    document.addEventListener("pair-picked", (event) => {
      if (event instanceof CustomEvent) this.fill(event.detail);
    });
    window.addEventListener("hashchange", () => this.openLink());
    this.openLink();
  }

  /** @returns {Pair} what the form holds, in the door's own form where it can be read */
  get typed() {
    const { first, second, setting, date } = this.fields;
    return {
      first: first.value.trim().toUpperCase(),
      second: second.value.trim().toUpperCase(),
      setting: setting.value,
      date: readDate(date.value),
    };
  }

  /**
   * @param {HTMLInputElement} field
   * @returns {import("./choices.js").Choice[]}
   */
  offered(field) {
    const isWhole = field.value.trim().length === CODE_LENGTH;
    return isWhole || field === this.fields.date ? [] : matching(this.codes, field.value);
  }

  /** Half a code is not asked about: its reader is in the middle of it. */
  typing() {
    const { first, second } = this.typed;
    if (first.length === CODE_LENGTH && second.length === CODE_LENGTH) this.ask();
  }

  /** @param {Partial<Pair>} pair */
  fill(pair) {
    for (const name of FIELDS) {
      const value = pair[name];
      if (value) this.fields[name].value = value;
    }
    this.fields.setting.dispatchEvent(new Event("change", { bubbles: true }));
  }

  openLink() {
    if (!location.hash.startsWith(HASH)) return;
    const [first = "", second = "", setting = "", date = ""] = linked();
    this.root.scrollIntoView();
    if (second) this.fill({ first, second, setting, date });
    else {
      this.fields.first.value = first;
      this.fields.second.value = "";
      this.fields.second.focus();
    }
  }

  ask() {
    const pair = this.typed;
    if (pair.first && pair.second) this.asking.ask(JSON.stringify(pair));
  }

  /** @param {import("./asking.js").Problem} problem */
  help({ field, got, says }) {
    const codes = field === "first" || field === "second" ? near(this.codes, got) : [];
    return [says, ...codes.map((code) => `${code}?`)].join(" ");
  }
}

/** @param {string} question JSON */
function keep(question) {
  const { first, second, setting, date } = JSON.parse(question);
  history.replaceState(null, "", `${HASH}${[first, second, setting, date].join(",")}`);
}

/** @returns {string[]} what the address asks about; nothing where it cannot be read */
function linked() {
  try {
    return decodeURIComponent(location.hash.slice(HASH.length)).split(",");
  } catch {
    return []; // "%" that begins no character
  }
}

for (const root of document.querySelectorAll(".exclusions")) {
  if (root instanceof HTMLElement) new PairChecker(root);
}
