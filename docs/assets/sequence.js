/** The page of claims in order of receipt: visits that links bring, and each year's beginning. */

import { Asking } from "./asking.js";
import { find } from "./find.js";
import { readDollars } from "./visit.js";
import { visitOf } from "./visit_link.js";

/** What runs through all visits is asked once, and not of each. */
const RUNNING = ["threshold_used", "threshold_used_other", "deductible_remaining"];

class Sequence {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.asking = new Asking(root, "sequence", () => {});
    this.links = find(root, "#visit-links", HTMLTextAreaElement);
    this.asking.lastAsked = this.question;
    find(root, ".sequence-form", HTMLElement).addEventListener("change", () => this.ask());
  }

  /** @returns {string} what the form holds, as the door takes it */
  get question() {
    return JSON.stringify({ visits: this.visits, years: this.years });
  }

  /** @returns {unknown[]} */
  get visits() {
    const lines = this.links.value.split("\n").filter((line) => line.trim());
    return lines.map((line, place) => {
      try {
        const visit = JSON.parse(visitOf(line));
        return Object.fromEntries(Object.entries(visit).filter(([key]) => !RUNNING.includes(key)));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`Line ${place + 1} was not read: ${why}.`);
      }
    });
  }

  /** @returns {unknown[]} */
  get years() {
    const fields = Array.from(this.root.querySelectorAll("input.deductible"));
    return fields.map((field) => {
      const year = field.getAttribute("data-year");
      return {
        year: Number(year),
        threshold_used: {
          "PT with SLP": this.dollars(`#pt-slp-${year}`),
          OT: this.dollars(`#ot-${year}`),
        },
        deductible_remaining: this.dollars(`#deductible-${year}`),
      };
    });
  }

  /** @param {string} selector */
  dollars(selector) {
    return readDollars(find(this.root, selector, HTMLInputElement).value);
  }

  ask() {
    try {
      this.asking.ask(this.question);
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      this.asking.refuse([{ field: "visits", got: this.links.value, says }]);
    }
  }
}

for (const root of document.querySelectorAll(".sequence-page")) {
  if (root instanceof HTMLElement) new Sequence(root);
}
