/**
 * What a reader takes away of the answer: texts for the clipboard, files, a receipt, a link, paper.
 * All of it is made by the calculator at its door; here it is copied, saved and said.
 */

import { zoned } from "./clock.js";
import { copied } from "./copied.js";
import { find } from "./find.js";
import { toHash } from "./link.js";
import { save } from "./save.js";

/**
 * @typedef {object} Taken what the door makes of a visit
 * @property {boolean} ok
 * @property {{ plain: string, tabs: string }} cms_1500
 * @property {{ plain: string, tabs: string }} ub_04
 * @property {string} ub_04_html
 * @property {string} explanation
 * @property {string} csv
 * @property {string} json
 * @property {string} receipt
 * @property {string} receipt_html
 */
/**
 * @typedef {object} Source
 * @property {() => string} visit JSON: the visit of the answer that is shown
 * @property {(question: string, withPairs: boolean) => Promise<string>} ask
 */

// Outlook and Excel cut addresses beyond some 2,000 characters; browsers take far longer ones, but
// a cell of a spreadsheet holds 32,767.
const SAFE_LINK = 2000;
const LONGEST_LINK = 32_000;

export class TakeAway {
  /**
   * @param {HTMLElement} root
   * @param {Source} source
   */
  constructor(root, source) {
    this.root = root;
    this.source = source;
    this.bar = find(root, ".take-away", HTMLElement);
    this.said = find(this.bar, "[role=status]", HTMLElement);
    this.area = find(this.bar, "textarea", HTMLTextAreaElement);
    this.paper = find(root, ".receipt-lines", HTMLElement);
    this.form = find(this.bar, "[data-take=ub_04]", HTMLButtonElement);
    /** @type {{ visit: string, taken: Promise<Taken> } | undefined} */
    this.kept = undefined;
    this.bar.hidden = false;
    this.bar.addEventListener("click", (event) => this.clicked(event));
    // Made before it is asked for, so that a click can still use the clipboard at once.
    for (const first of ["pointerenter", "focusin"]) {
      this.bar.addEventListener(first, () => this.taken().catch(() => {}));
    }
  }

  /** @returns {boolean} whether the claim lines are shown as the UB-04 has them */
  get isUb04() {
    return this.form.ariaPressed === "true";
  }

  /** A new answer is shown. */
  answered() {
    this.area.hidden = true;
    this.say("");
    if (this.isUb04) this.showForm().catch((error) => this.failed(error));
  }

  /** @returns {Promise<Taken>} for the answer that is shown, asked for once */
  taken() {
    const visit = this.source.visit();
    if (this.kept?.visit !== visit) this.kept = { visit, taken: this.ask(visit, true) };
    return this.kept.taken;
  }

  /**
   * @param {string} visit JSON
   * @param {boolean} isTold whether the reader's clock is told
   * @returns {Promise<Taken>}
   */
  async ask(visit, isTold) {
    const clock = isTold ? `,"clock":"${zoned(new Date())}"` : "";
    const question = `{"visit":${visit}${clock}}`;
    const taken = JSON.parse(await this.source.ask(question, visit.includes('"setting"')));
    if (!taken.ok) throw new Error("the form holds no visit that can be answered");
    return taken;
  }

  /** @param {Event} event */
  clicked({ target }) {
    const pressed = target instanceof Element ? target.closest("button[data-take]") : null;
    if (!(pressed instanceof HTMLButtonElement)) return;
    this.take(pressed.dataset.take ?? "").catch((error) => this.failed(error));
  }

  /** @param {string} what */
  async take(what) {
    if (what === "link" || what === "card") return this.address(what);
    if (what === "receipt") this.kept = undefined; // the clock is read now
    const taken = await this.taken();
    const lines = this.isUb04 ? taken.ub_04 : taken.cms_1500;
    const day = JSON.parse(this.source.visit()).date;
    switch (what) {
      case "lines":
        return this.copied(lines.plain, "Claim lines copied.");
      case "tabs":
        return this.copied(lines.tabs, "Claim lines copied for a spreadsheet.");
      case "explanation":
        return this.copied(taken.explanation, "Explanation copied.");
      case "csv":
        return this.saved(taken.csv, `visit-${day}.csv`, "text/csv");
      case "json":
        return this.saved(taken.json, `visit-${day}.json`, "application/json");
      case "receipt":
        return this.saved(taken.receipt, `receipt-${day}.json`, "application/json");
      case "ub_04":
        this.form.ariaPressed = String(!this.isUb04);
        await this.showForm();
        return this.say(`Claim lines shown as on the ${this.isUb04 ? "UB-04" : "CMS-1500"}.`);
      case "print":
        return this.print(taken);
    }
  }

  /** @param {"link" | "card"} what */
  async address(what) {
    const page = new URL(`${this.root.dataset.root ?? ""}calculator/`, location.href);
    if (what === "card") page.pathname += "card/";
    page.hash = toHash(this.source.visit());
    const { href } = page;
    if (href.length > LONGEST_LINK) {
      return this.say(
        `No link: it would have ${href.length} characters, and at most ${LONGEST_LINK} are handed on whole. Take JSON or Receipt.`,
      );
    }
    const warned =
      href.length > SAFE_LINK
        ? ` It has ${href.length} characters: browsers open it, but Outlook and Excel cut links at some ${SAFE_LINK}.`
        : "";
    if (what === "link") return this.copied(href, `Link copied.${warned}`);
    const frame = `<iframe src="${href}" title="Therapy visit" width="640" height="480"></iframe>`;
    return this.copied(frame, `Card copied, as HTML for a page of the same intranet.${warned}`);
  }

  /**
   * @param {string} text
   * @param {string} says what is said of it
   */
  async copied(text, says) {
    await copied(this.bar, text, says);
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {string} type
   */
  saved(text, name, type) {
    save(text, name, type);
    this.say(`${name} saved.`);
  }

  /** Put the claim lines as the chosen form has them in their place. */
  async showForm() {
    const shown = this.root.querySelector(".answer > .ub-04");
    const table = find(this.root, ".answer > table.claim-lines", HTMLTableElement);
    if (!this.isUb04) {
      shown?.remove();
      table.hidden = false;
      return;
    }
    const { ub_04_html: html } = await this.taken();
    const holder = document.createElement("template");
    holder.innerHTML = html;
    shown?.remove();
    const now = find(this.root, ".answer > table.claim-lines", HTMLTableElement);
    now.hidden = true;
    now.before(holder.content);
  }

  /**
   * All steps stand open on paper, and the receipt's lines below them.
   * @param {Taken} taken
   */
  print(taken) {
    this.paper.innerHTML = taken.receipt_html;
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const closed = this.root.querySelectorAll(".answer .why details:not([open])");
    for (const step of closed) step.open = true;
    const close = () => {
      for (const step of closed) step.open = false;
    };
    window.addEventListener("afterprint", close, { once: true });
    this.say("The browser’s own window for printing opens.");
    window.print();
  }

  /** @param {unknown} error */
  failed(error) {
    const why = error instanceof Error ? error.message : String(error);
    this.say(`Nothing was taken: ${why}.`);
  }

  /** @param {string} words */
  say(words) {
    this.said.textContent = words;
  }
}
