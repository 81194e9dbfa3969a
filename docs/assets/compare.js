/** The comparison page: a visit that a link brings, and two days. The address holds both. */

import { Asking } from "./asking.js";
import { find } from "./find.js";
import { readDate } from "./visit.js";
import { VisitField } from "./visit_field.js";

class Comparison {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.days = [find(root, "#day-1", HTMLInputElement), find(root, "#day-2", HTMLInputElement)];
    this.asking = new Asking(root, "compare", (question) => this.visits.keep(question));
    this.visits = new VisitField(root, {
      mark: "#c=",
      asking: this.asking,
      beside: () => ({ dates: this.days.map((day) => day.value) }),
      fill: (question) => this.fill(question),
      ask: () => this.ask(),
    });
    this.asking.lastAsked = this.question;
    for (const day of this.days) day.addEventListener("change", () => this.ask());
    this.visits.open();
  }

  /** @returns {string} what the form holds, as the door takes it */
  get question() {
    const dates = JSON.stringify(this.days.map((day) => readDate(day.value)));
    return `{"visit":${this.visits.visit},"dates":${dates}}`;
  }

  ask() {
    this.asking.ask(this.question);
  }

  /** @param {import("./visit_field.js").Question} question */
  fill({ dates }) {
    if (!Array.isArray(dates)) throw new Error("dates is no list");
    this.days.forEach((day, place) => {
      day.value = String(dates[place] ?? "");
    });
  }
}

for (const root of document.querySelectorAll(".compare-page")) {
  if (root instanceof HTMLElement) new Comparison(root);
}
