/** Undo and redo: the states of the form, one step for each change. */

// Enough for a long day, and no more than a few megabytes of typed text.
const LONGEST = 200;

/** @template State */
export class History {
  /** @param {State} first */
  constructor(first) {
    /** @type {State[]} */
    this.past = [];
    this.present = first;
    /** @type {State[]} */
    this.future = [];
    this.place = "";
  }

  /**
   * Keep a state. Keys typed one after the other in the same place are one step.
   * @param {State} state
   * @param {string} place where the change was made; empty for a change that stands by itself
   */
  record(state, place) {
    if (!place || place !== this.place) {
      this.past.push(this.present);
      if (this.past.length > LONGEST) this.past.shift();
    }
    this.place = place;
    this.present = state;
    this.future = [];
  }

  /** What is typed from now on is a step of its own. */
  rest() {
    this.place = "";
  }

  /** @returns {State | undefined} the state before, if there is one */
  undo() {
    const before = this.past.pop();
    if (before === undefined) return undefined;
    this.future.push(this.present);
    this.present = before;
    this.rest();
    return before;
  }

  /** @returns {State | undefined} the state that was undone last, if there is one */
  redo() {
    const after = this.future.pop();
    if (after === undefined) return undefined;
    this.past.push(this.present);
    this.present = after;
    this.rest();
    return after;
  }
}
