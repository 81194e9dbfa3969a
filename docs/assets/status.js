/** The one sentence for those who hear the page: said once, when the keys have come to rest. */

const REST_IN_MS = 600;

export class Status {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.words = place.textContent ?? "";
    this.timer = 0;
  }

  /** A key was pressed: wait again. */
  key() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.speak(), REST_IN_MS);
  }

  /** @param {string} words */
  say(words) {
    this.words = words;
    this.key();
  }

  speak() {
    if (this.place.textContent !== this.words) this.place.textContent = this.words;
  }
}
