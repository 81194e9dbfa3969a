/**
 * Four steps through the page. The step stands in the form beside what it speaks of: nothing is
 * covered, nothing is locked, Esc ends it, and it can be begun again.
 */

import { find } from "./find.js";
import { allowed, isRemembering, TOUR } from "./remembered.js";

export class Tour {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.opener = find(root, ".take-tour", HTMLButtonElement);
    const { content } = find(root, "template.tour-steps", HTMLTemplateElement);
    this.steps = Array.from(content.querySelectorAll("section"));
    /** @type {HTMLElement | undefined} */
    this.shown = undefined;
    find(root, ".first-time", HTMLElement).hidden = isSeen();
    this.opener.addEventListener("click", () => this.show(0));
  }

  /** @param {number} at counted from 0 */
  show(at) {
    const step = this.steps[at]?.cloneNode(true);
    if (!(step instanceof HTMLElement)) {
      this.end();
      return;
    }
    this.takeAway();
    this.shown = step;
    find(this.root, step.dataset.before ?? "", HTMLElement).before(step);
    step.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (target.matches(".next")) this.show(at + 1);
      else if (target.matches(".back")) this.show(at - 1);
      else this.end();
    });
    step.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.end();
    });
    find(step, "h3", HTMLElement).focus();
    step.scrollIntoView({ block: "nearest" });
  }

  takeAway() {
    this.shown?.remove();
    this.shown = undefined;
  }

  end() {
    this.takeAway();
    seen();
    find(this.root, ".first-time", HTMLElement).hidden = true;
    this.opener.focus();
  }
}

function isSeen() {
  const kept = allowed(() => sessionStorage.getItem(TOUR) ?? localStorage.getItem(TOUR));
  return Boolean(kept);
}

/** In this tab alone, unless the reader lets the device remember. */
function seen() {
  allowed(() => sessionStorage.setItem(TOUR, "seen"));
  if (isRemembering()) allowed(() => localStorage.setItem(TOUR, "seen"));
}
