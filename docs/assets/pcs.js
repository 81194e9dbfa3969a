/**
 * <pcs-reader>: a field for a PCS code, seven columns to choose its characters from, the address
 * bar, and where the answer goes. It knows no table: Python reads the code and writes the answer.
 */

import { brokenNotice } from "./broken.js";
import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { latestWins } from "./latest.js";
import { tell } from "./problem.js";
import { Status } from "./status.js";

/** @typedef {{ value: string, title: string, leads_to: string, keeps: boolean }} Choice */
/** @typedef {{ position: number, value: string, allowed: Choice[] }} Position */
/** @typedef {{ code: string, date: string }} Question */

const OPEN = "?"; // a character that is not chosen yet
const IN_HASH = /^#(F[0-9A-Z?]{0,6})$/i;
const ROWS = 7; // of a column, where there is room for columns
const WIDE = "(min-width: 60em)";

class Reader {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.code = find(root, "#pcs-code", HTMLInputElement);
    this.date = find(root, "#pcs-date", HTMLSelectElement);
    this.columns = Array.from(root.querySelectorAll(".column select")).filter(
      (column) => column instanceof HTMLSelectElement,
    );
    this.outcome = find(root, ".outcome", HTMLElement);
    this.problem = find(root, "#pcs-code-problem", HTMLElement);
    this.status = new Status(find(root, "[role=status]", HTMLElement));
    /** @type {ReturnType<typeof startEngine> | undefined} */
    this.engine = undefined;
    this.lastAsked = this.key();
    this.fillColumns(JSON.parse(find(root, ".first", HTMLElement).textContent ?? "[]"));
    this.listen();
    find(root, ".needs-script", HTMLElement).hidden = false;
    this.openLink();
  }

  listen() {
    this.code.addEventListener("focus", () => this.start());
    this.code.addEventListener("input", () => this.changed());
    this.date.addEventListener("change", () => this.changed());
    for (const column of this.columns) {
      column.addEventListener("change", () => this.show(column.value));
    }
    find(this.root, ".clear", HTMLButtonElement).addEventListener("click", () => {
      this.show("");
      this.code.focus();
    });
    window.addEventListener("hashchange", () => this.openLink());
    const wide = window.matchMedia(WIDE);
    wide.addEventListener("change", () => this.shape(wide.matches));
    this.shape(wide.matches);
  }

  /** @param {boolean} isWide columns where there is room for them, else lists that fold */
  shape(isWide) {
    for (const column of this.columns) column.size = isWide ? ROWS : 1;
  }

  // Asking

  start() {
    if (this.engine) return;
    this.root.dataset.state = "loading";
    const engine = startEngine({
      onStage: () => {},
      onReady: () => {
        this.root.dataset.state = "ready";
      },
      onBroken: (fault) => this.broken(fault),
    });
    this.engine = engine;
    this.want = latestWins(
      (/** @type {Question} */ question) =>
        engine.ask("pcs", JSON.stringify(question), this.root.dataset.root ?? ""),
      (answer, question) => this.answered(JSON.parse(answer), question),
    );
  }

  /** @param {string} code */
  show(code) {
    this.code.value = code;
    this.changed();
  }

  changed() {
    const key = this.key();
    if (key === this.lastAsked) return;
    this.lastAsked = key;
    this.start();
    this.status.key();
    if (this.root.dataset.state === "loading") this.status.say("Python is loading.");
    // A failure of the engine comes by onBroken, with its cause.
    this.want?.({ code: this.code.value, date: this.date.value }).catch(() => {});
  }

  key() {
    return `${this.code.value} ${this.date.value}`;
  }

  /**
   * @param {any} answer
   * @param {Question} question
   */
  answered(answer, question) {
    this.root.dataset.state = "answered";
    const says = answer.ok
      ? ""
      : answer.problems.map((/** @type {any} */ each) => each.says).join(" ");
    tell(this.code, this.problem, says);
    this.outcome.classList.toggle("is-greyed", !answer.ok);
    this.status.say(says || answer.sentence);
    if (!answer.ok) return;
    const place = placeInFocus(this.outcome);
    this.outcome.innerHTML = answer.html;
    this.fillColumns(answer.positions);
    if (place) this.focusOn(place);
    if (question.code === this.code.value) this.note(answer.code);
  }

  /** @param {import("./protocol.d.ts").Fault} fault */
  broken(fault) {
    this.root.dataset.state = "broken";
    const notice = brokenNotice(this.root, fault, () => {
      this.engine?.stop();
      this.engine = undefined;
      notice.remove();
      this.lastAsked = "";
      this.changed();
    });
    this.outcome.before(notice);
    this.status.say(fault.says);
  }

  // The columns

  /** @param {Position[]} positions */
  fillColumns(positions) {
    for (const [place, column] of this.columns.entries()) {
      const position = positions[place];
      if (position) fill(column, position, withOpen(positions, place));
    }
  }

  // The address bar

  openLink() {
    const code = IN_HASH.exec(location.hash)?.[1];
    if (code === undefined) return;
    this.show(code.toUpperCase());
    if (!this.outcome.contains(document.activeElement)) {
      this.code.scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {string} code */
  note(code) {
    const hash = code && IN_HASH.test(`#${code}`) ? `#${code}` : "";
    if (hash === location.hash) return;
    history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  }

  /** @param {string} position of the link that was followed and is no more */
  focusOn(position) {
    const now = this.outcome.querySelector(`[data-position="${position}"][aria-current]`);
    if (now instanceof HTMLElement) now.focus({ preventScroll: true });
    else this.outcome.focus({ preventScroll: true });
  }
}

/**
 * @param {HTMLElement} outcome
 * @returns {string | undefined} the position whose choice has the focus
 */
function placeInFocus(outcome) {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && outcome.contains(activeElement)
    ? activeElement.dataset.position
    : undefined;
}

/**
 * @param {Position[]} positions
 * @param {number} place
 * @returns {string} the code with this character left open
 */
function withOpen(positions, place) {
  const characters = positions.map(({ value }, at) => (at === place ? OPEN : value || OPEN));
  return characters.join("").replace(/\?+$/, "");
}

/**
 * @param {HTMLSelectElement} column
 * @param {Position} position
 * @param {string} open
 */
function fill(column, { value, allowed }, open) {
  const keeping = allowed.filter((choice) => choice.keeps);
  const others = allowed.filter((choice) => !choice.keeps);
  const any = option({ value: OPEN, title: "any", leads_to: open, keeps: true });
  any.selected = value === "" || value === OPEN;
  const options = keeping.map((choice) => chosen(choice, value));
  /** @type {Node[]} */
  const held = [any, ...options];
  if (others.length > 0) {
    const group = document.createElement("optgroup");
    group.label = "only with others after it";
    group.append(...others.map((choice) => chosen(choice, value)));
    held.push(group);
  }
  column.replaceChildren(...held);
}

/**
 * @param {Choice} choice
 * @param {string} value the character that stands there
 */
function chosen(choice, value) {
  const made = option(choice);
  made.selected = choice.value === value;
  return made;
}

/** @param {Choice} choice */
function option({ value, title, leads_to }) {
  return new Option(`${value} ${title || "(more than one meaning)"}`, leads_to);
}

customElements.define(
  "pcs-reader",
  class extends HTMLElement {
    connectedCallback() {
      if (!this.dataset.state) new Reader(this);
    }
  },
);
