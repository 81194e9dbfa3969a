/** The comparison page: a visit that a link brings, and two days. The address holds both. */

import { Asking } from "./asking.js";
import { find } from "./find.js";
import { bringsVisit, decoded, toHash } from "./link.js";
import { readDate } from "./visit.js";
import { shortly, visitOf } from "./visit_link.js";

const MARK = "#c=";

class Comparison {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.asking = new Asking(root, "compare", (question) => keep(question));
    this.link = find(root, "#visit-link", HTMLInputElement);
    this.said = find(root, "#visit-said", HTMLElement);
    this.back = find(root, "#visit-back", HTMLAnchorElement);
    this.days = [find(root, "#day-1", HTMLInputElement), find(root, "#day-2", HTMLInputElement)];
    this.visit = root.dataset.visit ?? "";
    this.asking.lastAsked = this.question;
    this.link.addEventListener("change", () =>
      this.read(() => this.take(visitOf(this.link.value))),
    );
    for (const day of this.days) day.addEventListener("change", () => this.ask());
    window.addEventListener("hashchange", () => this.openLink());
    this.openLink();
  }

  /** @returns {string} what the form holds, as the door takes it */
  get question() {
    const dates = JSON.stringify(this.days.map((day) => readDate(day.value)));
    return `{"visit":${this.visit},"dates":${dates}}`;
  }

  ask() {
    this.asking.ask(this.question);
  }

  /** @param {() => void} taking what a link holds; it may not be readable */
  read(taking) {
    try {
      taking();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.asking.refuse([{ field: "visit", says: `The link was not read: ${why}.` }]);
      return;
    }
    this.ask();
  }

  /** @param {string} visit JSON */
  take(visit) {
    this.visit = visit;
    this.said.textContent = shortly(visit);
    const calculator = this.back.href.split("#")[0];
    this.back.href = `${calculator}${toHash(visit)}`;
    this.link.value = this.back.href;
  }

  openLink() {
    const { hash } = location;
    if (bringsVisit(hash)) this.read(() => this.take(visitOf(hash)));
    if (!hash.startsWith(MARK)) return;
    this.read(() => {
      const { visit, dates } = JSON.parse(decoded(hash.slice(MARK.length)));
      if (!Array.isArray(dates)) throw new Error("dates is no list");
      this.take(JSON.stringify(visit));
      this.days.forEach((day, place) => {
        day.value = String(dates[place] ?? "");
      });
    });
  }
}

/** @param {string} question */
function keep(question) {
  history.replaceState(null, "", `${MARK}${toHash(question).slice("#v=".length)}`);
}

for (const root of document.querySelectorAll(".compare-page")) {
  if (root instanceof HTMLElement) new Comparison(root);
}
