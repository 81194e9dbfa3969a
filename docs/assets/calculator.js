/**
 * <therapy-calculator>: the form, the address bar, and where the answer goes. It asks the engine
 * and shows what comes back; it knows no rule and builds no result.
 */

import { brokenNotice } from "./broken.js";
import { Controls } from "./controls.js";
import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { watchHeight } from "./fitting.js";
import { VisitForm } from "./form.js";
import { latestWins } from "./latest.js";
import { bringsVisit, fromHash, toHash } from "./link.js";
import { Loading } from "./loading.js";
import { OneLine } from "./one_line.js";
import { Outcome } from "./outcome.js";
import { ownPlace } from "./place.js";
import { clearRefusals, counted, countedInWords, refusalsAt, showRefusals } from "./refusals.js";
import { Status } from "./status.js";
import { TakeAway } from "./take_away.js";
import { BLANK, inShort } from "./visit.js";
import { onWay } from "./ways.js";

/** @typedef {import("./visit.js").Asked} Asked */
/** @typedef {{ asked: Asked, which: string, turn: number, way: number,
 *   withPairs?: boolean }} Question */
/** @typedef {"loading" | "ready" | "answered" | "broken"} State */

// A text that may become readable is refused only after this pause, a load shown only if it is long.
const PAUSE_IN_MS = 1000;

class Calculator {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = new VisitForm(root);
    this.outcome = new Outcome(root, inShort(this.form.typed));
    this.loading = new Loading(root, inShort(this.form.typed));
    this.status = new Status(find(root, ".result", HTMLElement));
    // The example stands for the nation; the form begins where the reader is, unless a link says.
    const own = this.form.localities.find(({ value }) => value === ownPlace());
    if (own) this.form.locality.value = own.label;
    this.controls = new Controls(root, this.form, {
      changed: () => this.changed(),
      left: () => this.follow(),
      ended: () => this.follow(true),
    });
    this.line = new OneLine(root, this.form, {
      ask: (question) => this.engine?.ask("line", question, this.root.dataset.root ?? ""),
      changed: () => this.controls.changed("line"),
      left: () => this.follow(true),
    });
    watchHeight(find(root, ".form", HTMLElement));
    this.pause = 0;
    this.turn = 0;
    root.querySelector(".late")?.remove();
    this.lastAsked = "";
    this.way = 0;
    onWay(this.outcome.outcome, (way) => this.show(way));
    /** @type {number[]} places of the rows that the answer stands for */
    this.rowsAnswered = [];
    /** @type {Question | undefined} what the answer that is shown was given to */
    this.shown = undefined;
    this.takeAway = new TakeAway(root, {
      visit: () => (this.shown?.asked ?? this.form.asked(this.form.typed)).json,
      ask: (question, withPairs) =>
        this.engine?.ask("takeAway", question, root.dataset.root ?? "", withPairs) ??
        Promise.reject(new Error("the calculator is not running")),
    });
    this.start();
    this.openLink();
    window.addEventListener("hashchange", () => this.openLink());
    const toAnswer = find(root, ".to-answer", HTMLAnchorElement);
    toAnswer.addEventListener("click", (event) => this.goToAnswer(event));
  }

  // Starting

  start() {
    this.state = "loading";
    this.lastAsked = "";
    this.loading.restart();
    this.pause = window.setTimeout(() => this.showLoading(), PAUSE_IN_MS);
    const engine = startEngine({
      onStage: (stage) => this.loading.stage(stage),
      onReady: () => this.ready(),
      onBroken: (fault) => this.broken(fault),
    });
    this.engine = engine;
    this.want = latestWins(
      (/** @type {Question} */ question) =>
        engine.evaluate(
          question.asked.json,
          this.root.dataset.root ?? "",
          question.withPairs,
          (parts) => {
            if (question === this.shown) this.outcome.fill(parts);
          },
          question.way,
        ),
      (answer, question) => this.answered(answer, question),
    );
  }

  /** @param {State} state */
  set state(state) {
    this.root.dataset.state = state;
  }

  /** @returns {State} shown in the markup too, for styles, tests and the bench */
  get state() {
    return /** @type {State} */ (this.root.dataset.state);
  }

  showLoading() {
    if (this.state === "loading") this.outcome.cover(this.loading.notice);
  }

  ready() {
    this.state = "ready";
    this.outcome.uncover();
    if (!this.line.begin()) this.follow();
  }

  /** @param {import("./broken.js").Fault} fault */
  broken(fault) {
    window.clearTimeout(this.pause);
    this.state = "broken";
    this.outcome.cover(brokenNotice(this.root, fault, () => this.again()));
    this.status.say(fault.says);
  }

  again() {
    this.engine?.stop();
    this.outcome.uncover();
    this.start();
    this.showLoading();
    this.outcome.focus();
  }

  // Following the form

  changed() {
    this.way = 0;
    this.showLinkProblem("");
    this.status.key();
    this.showLoading();
    this.follow();
    this.line.follow();
  }

  /**
   * Answer the form as it stands now, unless its reader is in the middle of a field.
   * @param {boolean} isEnded whether the reader said that the field is ended
   */
  follow(isEnded = false) {
    if (this.state !== "ready" && this.state !== "answered") return;
    window.clearTimeout(this.pause);
    const { unfinished } = this.form;
    if (this.form.isEmpty) this.showEmpty();
    else if (unfinished === "half") this.waitForRow(this.form.placeInFocus);
    else if (unfinished === "no" || (isEnded && unfinished === "typing")) this.ask();
    else if (unfinished === "typing") {
      this.pause = window.setTimeout(() => this.ask(), PAUSE_IN_MS);
    }
  }

  /**
   * Show another allowed allocation as the claim, until the visit changes.
   * @param {number} way
   */
  show(way) {
    this.way = way;
    this.follow(true);
  }

  ask() {
    const { typed } = this.form;
    const asked = this.form.asked(typed);
    const key = `${asked.json} ${asked.rows} ${this.way}`;
    if (key === this.lastAsked) return;
    this.lastAsked = key;
    this.turn += 1;
    // A failure of the engine comes by onBroken, with its cause.
    this.want?.({ asked, which: inShort(typed), turn: this.turn, way: this.way }).catch(() => {});
  }

  /**
   * @param {string} text
   * @param {Question} question
   */
  answered(text, question) {
    const { asked, which, turn } = question;
    if (turn !== this.turn) return;
    const answer = JSON.parse(text);
    // The first answer waits for no tables; where the visit asks for pairs, another one does.
    if (answer.pairs_wanted) this.want?.({ ...question, withPairs: true }).catch(() => {});
    clearRefusals(this.form);
    if (answer.ok) {
      this.outcome.place(answer.html, which);
      this.shown = question;
      this.takeAway.answered();
      this.rowsAnswered = asked.rows;
      this.status.say(answer.sentence);
    } else this.refused(answer.problems, asked);
    this.state = "answered";
  }

  /**
   * @param {import("./refusals.js").Problem[]} problems
   * @param {Asked} asked
   */
  refused(problems, { rows }) {
    const refusals = refusalsAt(this.form, problems, rows);
    showRefusals(refusals, (field, choice) => this.controls.choose(field, choice));
    this.outcome.refuse(counted(refusals));
    this.status.say(countedInWords(refusals));
  }

  /**
   * A row that was answered and has lost a half is no longer what the answer stands for.
   * @param {number} place counted from 0
   */
  waitForRow(place) {
    if (!this.rowsAnswered.includes(place)) return;
    this.turn += 1;
    this.lastAsked = "";
    this.rowsAnswered = [];
    const bar = document.createElement("p");
    bar.className = "flag mark";
    bar.append(`Row ${place + 1} is not complete.`);
    this.outcome.refuse(bar);
  }

  /** Where no service is typed, there is nothing to ask. */
  showEmpty() {
    this.turn += 1;
    this.lastAsked = "";
    clearRefusals(this.form);
    const { form } = this;
    this.outcome.showEmpty((rows) => {
      const typed = { ...form.typed, rows: rows.map((row) => ({ ...BLANK, ...row })) };
      return toHash(form.asked(typed).json);
    });
    this.status.say("No services yet.");
  }

  // The address bar

  openLink() {
    if (!bringsVisit(location.hash)) return;
    try {
      this.form.open(fromHash(location.hash));
      this.line.forget();
      this.controls.changed("");
    } catch (error) {
      this.showLinkProblem(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {string} problem empty when there is none */
  showLinkProblem(problem) {
    const notice = find(this.root, ".link-problem", HTMLElement);
    notice.hidden = !problem;
    find(notice, ".cause", HTMLElement).textContent = problem;
  }

  /** @param {Event} event */
  goToAnswer(event) {
    // Not by the address: its hash may hold the visit.
    event.preventDefault();
    this.outcome.focus();
    this.outcome.outcome.scrollIntoView();
  }
}

customElements.define(
  "therapy-calculator",
  class extends HTMLElement {
    connectedCallback() {
      if (!this.dataset.state) new Calculator(this);
    }
  },
);
