/**
 * The field of a question about a visit: a link of the calculator, what visit it holds, and the way
 * back. The address holds the whole question, behind the page's own mark.
 */

import { find } from "./find.js";
import { bringsVisit, decoded, toHash } from "./link.js";
import { shortly, visitOf } from "./visit_link.js";

/** @typedef {Record<string, unknown> & { visit: unknown }} Question */
/**
 * @typedef {object} Form
 * @property {string} mark what the address begins with: #a=
 * @property {import("./asking.js").Asking} asking
 * @property {() => Record<string, unknown>} beside what stands beside a visit that comes alone
 * @property {(question: Question) => void} fill show a question; throws where it is not whole
 * @property {() => void} ask
 */

export class VisitField {
  /**
   * @param {HTMLElement} root
   * @param {Form} form
   */
  constructor(root, form) {
    this.form = form;
    this.link = find(root, "#visit-link", HTMLInputElement);
    this.said = find(root, "#visit-said", HTMLElement);
    this.back = find(root, "#visit-back", HTMLAnchorElement);
    /** JSON */
    this.visit = root.dataset.visit ?? "";
    this.link.addEventListener("change", () =>
      this.read(() => this.take(visitOf(this.link.value))),
    );
    window.addEventListener("hashchange", () => this.open());
  }

  /** Show what the address holds, be it a question of this page or a visit alone. */
  open() {
    const { hash } = location;
    const { mark, beside, fill } = this.form;
    if (hash.startsWith(mark)) {
      this.read(() => {
        const question = JSON.parse(decoded(hash.slice(mark.length)));
        this.take(JSON.stringify(question.visit));
        fill(question);
      });
    } else if (bringsVisit(hash)) {
      this.read(() => {
        const visit = visitOf(hash);
        this.take(visit);
        fill({ visit: JSON.parse(visit), ...beside() });
      });
    }
  }

  /** @param {string} question JSON, as it was answered */
  keep(question) {
    history.replaceState(null, "", toHash(question, this.form.mark));
  }

  /** @param {() => void} reading what it reads may not be readable */
  read(reading) {
    try {
      reading();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const says = `The link was not read: ${why}.`;
      this.form.asking.refuse([{ field: "visit", got: this.link.value, says }]);
      return;
    }
    this.form.ask();
  }

  /** @param {string} visit JSON */
  take(visit) {
    this.said.textContent = shortly(visit);
    this.visit = visit;
    const calculator = this.back.href.split("#")[0];
    this.back.href = `${calculator}${toHash(visit)}`;
    this.link.value = this.back.href;
  }
}
