/** The panel that says what is kept where, and the visit that it brings back. */

import { find } from "./find.js";
import { bringsVisit } from "./link.js";
import { isKept } from "./place.js";
import {
  forget,
  isRemembering,
  keep,
  makePlace,
  ofThisDevice,
  ofThisTab,
  remember,
} from "./remembered.js";
import { inShort } from "./visit.js";

/** @typedef {import("./form.js").VisitForm} VisitForm */
/** @typedef {import("./visit.js").Typed} Typed */

const REST_IN_MS = 400; // no disk is written to at each key

export class Keeping {
  /**
   * @param {HTMLElement} root
   * @param {VisitForm} form
   * @param {(typed: Typed) => void} show puts a visit into the form and follows it
   */
  constructor(root, form, show) {
    this.form = form;
    this.show = show;
    this.timer = 0;
    /** @type {string | undefined} where in the tab's history the visit was changed last */
    this.place = undefined;
    this.panel = find(root, ".keeping", HTMLElement);
    this.box = find(this.panel, "#remember", HTMLInputElement);
    this.says = find(this.panel, ".kept-where", HTMLElement);
    this.last = find(this.panel, ".last-visit", HTMLButtonElement);
    this.lastPlace = find(this.panel, ".last-place", HTMLElement);
    this.box.addEventListener("change", () => this.turn());
    find(this.panel, ".forget", HTMLButtonElement).addEventListener("click", () => this.forget());
    this.last.addEventListener("click", () => this.openLast());
    window.addEventListener("storage", () => this.tell());
    window.addEventListener("pagehide", () => this.write());
    this.begin();
  }

  /** Before anything is asked, unless the tab or a link brings its own visit. */
  begin() {
    const last = ofThisDevice();
    if (last && !ofThisTab() && !bringsVisit(location.hash)) {
      this.form.method.value = last.method || this.form.method.value;
      this.lastPlace.hidden = false;
      this.last.textContent = `Open the last one: ${inShort(last)}`;
    }
    this.tell();
  }

  /** Something was changed: keep it when the keys have come to rest. */
  changed() {
    // Not where the reader is once the keys have rested: a link may have been followed by then.
    this.place = makePlace();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), REST_IN_MS);
  }

  write() {
    if (!this.timer) return;
    window.clearTimeout(this.timer);
    this.timer = 0;
    keep(this.form.typed, this.key, this.place);
  }

  get key() {
    const [first, second] = this.form.localitiesMeant;
    return first && !second ? first.value : "";
  }

  turn() {
    if (!this.box.checked) this.forget();
    else if (remember(this.form.typed, this.key)) this.tell();
    else {
      this.box.checked = false;
      this.says.textContent = "This browser does not let the page keep anything.";
    }
  }

  forget() {
    forget();
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.lastPlace.hidden = true;
    this.tell();
    this.says.textContent += " What was kept is cleared.";
  }

  openLast() {
    const last = ofThisDevice();
    this.lastPlace.hidden = true;
    this.form.date.focus();
    if (last) this.show({ ...this.form.typed, ...last });
  }

  tell() {
    this.box.checked = isRemembering();
    const place = isKept() ? " Your locality is kept on this device." : "";
    this.says.textContent = this.box.checked
      ? "Last visit, locality and method are kept on this device."
      : `The visit is kept in this tab until it is closed.${place}`;
  }
}
