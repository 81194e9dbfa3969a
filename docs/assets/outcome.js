/**
 * The place of the answer: the last good one stays, and what is to be said about it stands above.
 * An answer comes in two: its top, and then the parts that are read after it.
 */

import { find } from "./find.js";
import { counterpart, keepOpen } from "./steps.js";

const STILL = { preventScroll: true };

export class Outcome {
  /**
   * @param {HTMLElement} root
   * @param {string} which the visit whose answer came with the page
   */
  constructor(root, which) {
    this.outcome = find(root, ".outcome", HTMLElement);
    this.empty = find(root, "template[data-shows=empty]", HTMLTemplateElement);
    this.answer = find(this.outcome, ".answer", HTMLElement);
    /** @type {HTMLElement[]} */
    this.above = [];
    /** When the answer was worked out: words for people. */
    this.when = "worked out when the site was built";
    this.which = which;
  }

  /**
   * Show the top of a new answer. Its parts are those of the answer before until `fill` brings its
   * own. Steps that stood open stay open and focus stays where it was.
   * @param {string} html the region, made and escaped by the calculator
   * @param {string} which the visit in a few words
   */
  place(html, which) {
    const answer = find(made(html), ".answer", HTMLElement);
    const focused = this.focused();
    const next = focused && counterpart(this.answer, answer, focused);
    keepOpen(this.answer, answer);
    const before = partsOf(this.answer);
    for (const [name, part] of partsOf(answer)) {
      const old = before.get(name) ?? part;
      old.ariaBusy = "true";
      part.replaceWith(old);
    }
    this.answer = answer;
    this.when = clock(new Date());
    this.which = which;
    this.show(answer, []);
    if (focused) (answer.contains(focused) ? focused : (next ?? this.outcome)).focus(STILL);
  }

  /**
   * Fill the parts of the answer that is shown.
   * @param {string[]} stretches JSON, each the name of a part and some of its HTML
   */
  fill(stretches) {
    /** @type {[string, string][]} */
    const said = stretches.map((stretch) => JSON.parse(stretch));
    for (const [name, part] of partsOf(this.answer)) {
      const focused = this.focused();
      const html = said.filter(([each]) => each === name).map(([, words]) => words);
      const fresh = /** @type {HTMLElement} */ (part.cloneNode());
      fresh.ariaBusy = null;
      fresh.append(made(html.join("")));
      const next = focused && part.contains(focused) && counterpart(part, fresh, focused);
      keepOpen(part, fresh);
      part.replaceWith(fresh);
      if (focused && !this.answer.contains(focused)) (next || this.outcome).focus(STILL);
    }
  }

  /** @returns {HTMLElement | undefined} what has focus in the answer */
  focused() {
    const { activeElement } = document;
    const isHere = activeElement instanceof HTMLElement && this.answer.contains(activeElement);
    return isHere ? activeElement : undefined;
  }

  /**
   * Keep the last good answer, in grey, with its time and its visit.
   * @param {HTMLElement} bar what is to be put right
   */
  refuse(bar) {
    bar.append(` Below, in grey, the last good answer (${this.when}, for ${this.which}).`);
    this.cover(bar);
  }

  /**
   * Grey the last answer and put something over it.
   * @param {HTMLElement} notice
   */
  cover(notice) {
    this.answer.classList.add("is-greyed");
    // It stands for longer: what is not its own goes.
    for (const part of partsOf(this.answer).values()) if (part.ariaBusy) part.replaceChildren();
    this.show(this.answer, [notice]);
  }

  /** Show the last answer as it was worked out. */
  uncover() {
    this.answer.classList.remove("is-greyed");
    this.show(this.answer, []);
  }

  /**
   * Offer example visits in the place of the answer.
   * @param {(rows: Partial<import("./visit.js").Row>[]) => string} addressOf
   */
  showEmpty(addressOf) {
    this.outcome.replaceChildren(this.empty.content.cloneNode(true));
    for (const link of this.outcome.querySelectorAll("a[data-services]")) {
      const rows = JSON.parse(link.getAttribute("data-services") ?? "[]");
      link.setAttribute("href", addressOf(rows));
    }
  }

  focus() {
    this.outcome.focus(STILL);
  }

  /**
   * @param {HTMLElement} answer
   * @param {HTMLElement[]} above
   */
  show(answer, above) {
    for (const each of this.above) each.remove();
    this.above = above;
    const heading = answer.querySelector("h2");
    if (heading) heading.after(...above);
    else answer.prepend(...above);
    if (this.outcome.firstElementChild !== answer) this.outcome.replaceChildren(answer);
  }
}

/**
 * @param {string} html
 * @returns {DocumentFragment}
 */
function made(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content;
}

/**
 * @param {HTMLElement} answer
 * @returns {Map<string, HTMLElement>} the places of what is read after the top, by name
 */
function partsOf(answer) {
  /** @type {Map<string, HTMLElement>} */
  const found = new Map();
  for (const part of answer.querySelectorAll("[data-part]")) {
    if (part instanceof HTMLElement) found.set(part.dataset.part ?? "", part);
  }
  return found;
}

/**
 * @param {Date} time
 * @returns {string} the reader's clock: 10:42:07
 */
function clock(time) {
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
