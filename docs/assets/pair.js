/**
 * "Can these two be billed together?": the form, the address bar, and where the answer goes. It
 * asks the engine at the door "pairs" and shows what comes back; it knows no edit and no rule.
 */

import { brokenNotice } from "./broken.js";
import { choicesOf, matching, near } from "./choices.js";
import { Completion } from "./completion.js";
import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { latestWins } from "./latest.js";
import { tell } from "./problem.js";
import { Status } from "./status.js";
import { readDate } from "./visit.js";

/** @typedef {{ first: string, second: string, setting: string, date: string }} Pair */
/** @typedef {{ field: string, got: string, says: string }} Problem */

const FIELDS = /** @type {const} */ (["first", "second", "setting", "date"]);
const CODE_LENGTH = 5;
const HASH = "#pair=";
const STAGES = { engine: "Python", rules: "rules", figures: "figures" };

class PairChecker {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.codes = choicesOf(find(root, "#pair-codes", HTMLDataListElement));
    this.fields = {
      first: find(root, "#first", HTMLInputElement),
      second: find(root, "#second", HTMLInputElement),
      setting: find(root, "#setting", HTMLSelectElement),
      date: find(root, "#date", HTMLInputElement),
    };
    this.form = find(root, ".pair-form", HTMLElement);
    this.outcome = find(root, "#pair-answer", HTMLElement);
    this.state = find(root, ".pair-state", HTMLElement);
    this.status = new Status(find(root, "[role=status]", HTMLElement));
    this.lastAsked = JSON.stringify(this.typed);
    /** @type {((pair: Pair) => Promise<void>) | undefined} */
    this.want = undefined;
    new Completion(this.form, {
      offered: (field) => this.offered(field),
      choose: (field, choice) => {
        field.value = choice.value;
        this.ask();
      },
    });
    this.form.addEventListener("input", () => this.typing());
    this.form.addEventListener("change", () => this.ask());
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.ask();
    });
    document.addEventListener("pair-picked", (event) => {
      if (event instanceof CustomEvent) this.fill(event.detail);
    });
    window.addEventListener("hashchange", () => this.openLink());
    this.openLink();
  }

  /** @returns {Pair} what the form holds, in the door's own form where it can be read */
  get typed() {
    const { first, second, setting, date } = this.fields;
    return {
      first: first.value.trim().toUpperCase(),
      second: second.value.trim().toUpperCase(),
      setting: setting.value,
      date: readDate(date.value),
    };
  }

  /**
   * @param {HTMLInputElement} field
   * @returns {import("./choices.js").Choice[]}
   */
  offered(field) {
    const isWhole = field.value.trim().length === CODE_LENGTH;
    return isWhole || field === this.fields.date ? [] : matching(this.codes, field.value);
  }

  /** Half a code is not asked about: its reader is in the middle of it. */
  typing() {
    const { first, second } = this.typed;
    if (first.length === CODE_LENGTH && second.length === CODE_LENGTH) this.ask();
  }

  /** @param {Partial<Pair>} pair */
  fill(pair) {
    for (const name of FIELDS) {
      const value = pair[name];
      if (value) this.fields[name].value = value;
    }
    this.fields.setting.dispatchEvent(new Event("change", { bubbles: true }));
  }

  openLink() {
    if (!location.hash.startsWith(HASH)) return;
    const [first = "", second = "", setting = "", date = ""] = linked();
    this.root.scrollIntoView();
    if (second) this.fill({ first, second, setting, date });
    else {
      this.fields.first.value = first;
      this.fields.second.value = "";
      this.fields.second.focus();
    }
  }

  ask() {
    const pair = this.typed;
    const question = JSON.stringify(pair);
    if (question === this.lastAsked || !pair.first || !pair.second) return;
    this.lastAsked = question;
    this.want ??= this.start();
    this.outcome.classList.add("is-stale");
    // A failure of the engine comes by onBroken, with its cause.
    this.want(pair).catch(() => {});
  }

  start() {
    this.say("Python is starting on this computer; the answer comes when it is ready.");
    const engine = startEngine({
      onStage: (stage) => this.say(`Loading: ${STAGES[stage]}.`),
      onReady: () => this.say(""),
      onBroken: (fault) => {
        engine.stop();
        this.broken(fault);
      },
    });
    return latestWins(
      (/** @type {Pair} */ pair) =>
        engine.ask("pairs", JSON.stringify(pair), this.root.dataset.root ?? ""),
      (answer, pair) => this.answered(JSON.parse(answer), pair),
    );
  }

  /** @param {import("./protocol.d.ts").Fault} fault */
  broken(fault) {
    this.want = undefined;
    this.lastAsked = "";
    this.say("");
    this.root.querySelector(".broken")?.remove();
    const notice = brokenNotice(this.root, fault, () => {
      notice.remove();
      this.ask();
    });
    this.outcome.before(notice);
    this.status.say(fault.says);
  }

  /**
   * @param {{ ok: boolean, html: string, sentence: string, problems: Problem[] }} answer
   * @param {Pair} pair
   */
  answered(answer, pair) {
    // Leaving a field may have asked again before the notice's own button did.
    this.root.querySelector(".broken")?.remove();
    for (const name of FIELDS) this.refuse(name, "");
    for (const problem of answer.problems) {
      const name = FIELDS.find((each) => each === problem.field);
      if (name) this.refuse(name, this.help(problem));
    }
    this.status.say(
      answer.ok ? answer.sentence : answer.problems.map(({ says }) => says).join(" "),
    );
    if (!answer.ok) return;
    this.outcome.innerHTML = answer.html;
    this.outcome.classList.remove("is-stale");
    const { first, second, setting, date } = pair;
    history.replaceState(null, "", `${HASH}${[first, second, setting, date].join(",")}`);
  }

  /** @param {Problem} problem */
  help({ field, got, says }) {
    const codes = field === "first" || field === "second" ? near(this.codes, got) : [];
    return [says, ...codes.map((code) => `${code}?`)].join(" ");
  }

  /**
   * @param {typeof FIELDS[number]} name
   * @param {string} says empty where nothing is wrong
   */
  refuse(name, says) {
    tell(this.fields[name], find(this.form, `#${name}-problem`, HTMLElement), says);
  }

  /** @param {string} words */
  say(words) {
    this.state.textContent = words;
    this.state.hidden = !words;
  }
}

/** @returns {string[]} what the address asks about; nothing where it cannot be read */
function linked() {
  try {
    return decodeURIComponent(location.hash.slice(HASH.length)).split(",");
  } catch {
    return []; // "%" that begins no character
  }
}

for (const root of document.querySelectorAll(".exclusions")) {
  if (root instanceof HTMLElement) new PairChecker(root);
}
