/**
 * The page of many visits: a file is looked at, its columns are chosen, and slice after slice goes
 * to the worker. It knows no rule and reads no CSV; it places what comes back.
 */

import { brokenNotice } from "./broken.js";
import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { Columns } from "./many_columns.js";
import { NotText, saveCsv, slices } from "./many_file.js";
import { Results } from "./many_results.js";
import { tell } from "./problem.js";
import { Status } from "./status.js";
import { readDollars } from "./visit.js";

const TO_LOOK_AT = 256 * 1024; // bytes a slice
const TO_ANSWER = 4 * 1024; // some fifty rows: results come, and Cancel is heard, each half second

class Many {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.texts = JSON.parse(root.dataset.texts ?? "{}");
    this.chooser = find(root, "#many-file", HTMLInputElement);
    this.problem = find(root, "#many-file-problem", HTMLElement);
    this.leftOut = find(root, ".left-out", HTMLElement);
    this.unnamed = find(root, ".unnamed", HTMLElement);
    this.found = find(root, ".found", HTMLElement);
    this.state = find(root, ".asking-state", HTMLElement);
    this.startButton = find(root, ".start", HTMLButtonElement);
    this.cancelButton = find(root, ".cancel", HTMLButtonElement);
    this.progress = find(root, ".many-progress", HTMLElement);
    this.status = new Status(find(root, "[role=status]", HTMLElement));
    this.columns = new Columns(root, () => this.ready());
    this.results = new Results(root, this.texts);
    /** @type {File | undefined} */
    this.file = undefined;
    this.isBroken = false;
    this.rows = 0;
    this.turn = 0; // a later one ends those before
    /** @type {ReturnType<typeof startEngine> | undefined} */
    this.engine = undefined;
    this.listen();
  }

  listen() {
    this.chooser.addEventListener("change", () => this.take(this.chooser.files?.[0]));
    this.startButton.addEventListener("click", () => this.run());
    this.cancelButton.addEventListener("click", () => this.cancel());
    find(this.root, ".template", HTMLButtonElement).addEventListener("click", () =>
      saveCsv("visits.csv", [this.texts.template]),
    );
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("drop", (event) => {
      event.preventDefault();
      this.take(event.dataTransfer?.files[0]);
    });
  }

  /**
   * @param {object} question
   * @returns {Promise<any>}
   */
  async ask(question) {
    this.engine ??= this.startEngine();
    const written = await this.engine.ask("many", JSON.stringify(question), "");
    const answer = JSON.parse(written);
    if (!answer.ok)
      throw new Refused(answer.problems.map((/** @type {any} */ p) => p.says).join(" "));
    return answer;
  }

  startEngine() {
    this.say("Python is starting on this computer.");
    const engine = startEngine({
      onStage: () => {},
      onReady: () => this.say(""),
      onBroken: (fault) => {
        this.engine = undefined;
        this.isBroken = true;
        this.end();
        this.say("");
        this.status.say(fault.says);
        const notice = brokenNotice(this.root, fault, () => {
          notice.remove();
          this.take(this.file);
        });
        this.results.outcome.before(notice);
      },
    });
    return engine;
  }

  // A file

  /** @param {File | undefined} file */
  async take(file) {
    if (!file) return;
    this.end();
    this.file = file;
    this.isBroken = false;
    this.root.querySelector(".broken")?.remove();
    for (const each of [this.leftOut, this.unnamed, this.found, this.startButton])
      each.hidden = true;
    tell(this.chooser, this.problem, "");
    await this.slice(
      TO_LOOK_AT,
      (slice) => ({ look: slice.text }),
      (answer) => {
        this.rows = answer.rows;
        this.looked = answer;
      },
    );
    if (this.looked && file === this.file) this.show(this.looked);
    this.looked = undefined;
  }

  /** @param {{ heads: string[], left_out: string[], columns: Record<string, number>, rows: number }} looked */
  show({ heads, left_out: leftOut, columns, rows }) {
    this.columns.show(heads, columns);
    this.leftOut.hidden = leftOut.length === 0;
    this.leftOut.textContent = `Left out, as such a column may say whose visit it was: ${leftOut.join(", ")}. Nothing in it is read or kept.`;
    this.found.hidden = false;
    this.rows = rows;
    this.ready();
  }

  /** Say whether the file can be worked out as its columns stand. */
  ready() {
    const { missing } = this.columns;
    this.startButton.hidden = missing.length > 0 || this.rows === 0;
    const rows = `${this.file?.name}: ${counted(this.rows, "row")}.`;
    this.found.textContent = missing.length
      ? `${rows} Choose a column for ${missing.join(", ")}.`
      : rows;
    this.status.say(
      `${this.leftOut.hidden ? "" : this.leftOut.textContent} ${this.found.textContent}`.trim(),
    );
  }

  // Its answers

  async run() {
    this.end();
    this.results.begin();
    this.startButton.hidden = true;
    this.cancelButton.hidden = false;
    this.progress.hidden = false;
    this.cancelButton.focus();
    this.status.say(`${counted(this.rows, "row")} begun.`);
    const began = performance.now();
    /** @type {number[]} */
    const hidden = [];
    let sentence = "";
    const whole = await this.slice(
      TO_ANSWER,
      ({ text, first }) => ({ answer: text, ...(first && this.mapped) }),
      (answer) => {
        this.results.add(answer);
        hidden.push(...answer.hidden);
        sentence = answer.sentence;
        this.sayHowFar(answer.rows, (performance.now() - began) / 1000);
      },
    );
    if (!whole) return;
    const isWaitedFor = document.activeElement === this.cancelButton;
    this.end();
    this.startButton.hidden = false;
    if (isWaitedFor) this.results.outcome.focus();
    this.status.say(sentence);
    if (hidden.length) this.pointOut(hidden);
  }

  /** @returns {{ columns: Record<string, number>, for_all: Record<string, string> }} */
  get mapped() {
    const fields = Array.from(this.root.querySelectorAll("[data-key]"), (field) => {
      const { value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (field);
      const key = field.getAttribute("data-key") ?? "";
      return [key, field instanceof HTMLInputElement ? readDollars(value) : value];
    });
    return {
      columns: this.columns.places,
      for_all: Object.fromEntries(fields.filter(([, value]) => value)),
    };
  }

  /**
   * Hand slice after slice to the worker, until the last or until something else began.
   * @param {number} size
   * @param {(slice: { text: string, first: boolean }) => object} asked
   * @param {(answer: any) => void} answered
   * @returns {Promise<boolean>} whether it came to the end
   */
  async slice(size, asked, answered) {
    const { file } = this;
    const turn = ++this.turn;
    if (!file) return false;
    try {
      for await (const slice of slices(file, size)) {
        const { first, last } = slice;
        const answer = await this.ask({ ...asked(slice), first, last });
        if (turn !== this.turn) return false;
        answered(answer);
      }
      return true;
    } catch (error) {
      if (turn === this.turn) this.refuse(error);
      return false;
    }
  }

  cancel() {
    const done = this.results.visits.length;
    this.end();
    this.startButton.hidden = false;
    this.startButton.focus();
    this.status.say(`Cancelled after ${counted(done, "visit")}; they stay below.`);
  }

  end() {
    this.turn += 1;
    this.cancelButton.hidden = true;
    this.progress.hidden = true;
  }

  // Words

  /** @param {unknown} error */
  refuse(error) {
    this.end();
    if (this.isBroken) return; // the notice says so
    const why = error instanceof Error ? error.message : String(error);
    const says =
      error instanceof NotText
        ? this.texts.noUtf8
        : error instanceof Refused
          ? why
          : `The file was not read: ${why}`;
    tell(this.chooser, this.problem, says);
    this.status.say(says);
  }

  /** @param {number[]} lines */
  pointOut(lines) {
    const some = lines.slice(0, 10).join(", ");
    const more = lines.length > 10 ? ` and ${lines.length - 10} more` : "";
    this.unnamed.hidden = false;
    this.unnamed.textContent = `What stands for the visit in line ${some}${more} looks like a name, a number of a person or a date of birth. It was not kept; these visits go by their line.`;
  }

  /**
   * @param {number} rows
   * @param {number} seconds
   */
  sayHowFar(rows, seconds) {
    const bar = find(this.progress, "progress", HTMLProgressElement);
    bar.max = this.rows;
    bar.value = rows;
    const visits = this.results.visits.length;
    const left = (seconds / Math.max(rows, 1)) * (this.rows - rows);
    find(this.progress, ".how-far", HTMLElement).textContent =
      `${rows.toLocaleString("en")} of ${counted(this.rows, "row")}; ${counted(visits, "visit")}, ` +
      `${(visits / seconds).toFixed(0)} a second; ${inWords(left)} left.`;
  }

  /** @param {string} words */
  say(words) {
    this.state.textContent = words;
    this.state.hidden = !words;
  }
}

/** What the door refused, in its own words. */
class Refused extends Error {}

/**
 * @param {number} count
 * @param {string} noun
 */
function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {number} seconds */
function inWords(seconds) {
  if (seconds < 10) return "a few seconds";
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}

for (const root of document.querySelectorAll(".many-page")) {
  if (root instanceof HTMLElement) new Many(root);
}
