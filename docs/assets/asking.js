/**
 * A form with one door: it asks the engine, shows what comes back, and says what is refused at the
 * field that bears the problem's path in `data-path`. It knows no rule.
 */

import { brokenNotice } from "./broken.js";
import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { latestWins } from "./latest.js";
import { tell } from "./problem.js";
import { Status } from "./status.js";

/** @typedef {{ field: string, got: string, says: string }} Problem */
/** @typedef {{ ok: boolean, html: string, sentence: string, problems: Problem[], report?: string[] }} Answer */

const STAGES = { engine: "Python", rules: "rules", figures: "figures" };

export class Asking {
  /**
   * @param {HTMLElement} root
   * @param {import("./protocol.d.ts").DoorName} door
   * @param {(question: string, answer: Answer) => void} answered what else is done once a question has its answer
   * @param {object} [further]
   * @param {(question: string) => boolean} [further.needsPairs] whether its answer hangs on the edits
   * @param {(problem: Problem) => string} [further.help] what the field says of a problem
   */
  constructor(root, door, answered, further = {}) {
    this.root = root;
    this.door = door;
    this.done = answered;
    this.needsPairs = further.needsPairs ?? (() => false);
    this.help = further.help ?? (({ says }) => says);
    this.outcome = find(root, ".outcome", HTMLElement);
    this.state = find(root, ".asking-state", HTMLElement);
    this.others = find(root, ".asking-problems", HTMLElement);
    this.status = new Status(find(root, "[role=status]", HTMLElement));
    this.lastAsked = "";
    /** @type {((question: string) => Promise<void>) | undefined} */
    this.want = undefined;
  }

  /** @param {string} question JSON; the same one again is not asked */
  ask(question) {
    if (question === this.lastAsked) return;
    this.lastAsked = question;
    this.want ??= this.start();
    this.outcome.classList.add("is-stale");
    // A failure of the engine comes by onBroken, with its cause.
    this.want(question).catch(() => {});
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
      (/** @type {string} */ question) =>
        engine.ask(this.door, question, this.root.dataset.root ?? "", this.needsPairs(question)),
      (answer, question) => this.answered(JSON.parse(answer), question),
    );
  }

  /** @param {import("./protocol.d.ts").Fault} fault */
  broken(fault) {
    const question = this.lastAsked;
    this.want = undefined;
    this.lastAsked = "";
    this.say("");
    this.root.querySelector(".broken")?.remove();
    const notice = brokenNotice(this.root, fault, () => {
      notice.remove();
      // Leaving a field may have asked again before the notice's own button does.
      this.ask(this.lastAsked || question);
    });
    this.outcome.before(notice);
    this.status.say(fault.says);
  }

  /**
   * @param {Answer} answer
   * @param {string} question
   */
  answered(answer, question) {
    this.root.querySelector(".broken")?.remove();
    this.refuse(answer.problems);
    const refused = answer.problems.map(({ says }) => says).join(" ");
    this.status.say(answer.ok ? answer.sentence : refused);
    if (!answer.ok) return;
    this.outcome.innerHTML = answer.html;
    this.outcome.classList.remove("is-stale");
    this.done(question, answer);
  }

  /** @param {Problem[]} problems each goes to its field, or to the list where it has none */
  refuse(problems) {
    const fields = Array.from(this.root.querySelectorAll("[data-path]"), (field) => field);
    for (const field of fields) {
      if (!(field instanceof HTMLElement)) continue;
      const mine = problems.filter((each) => each.field === field.dataset.path);
      const place = field.parentElement?.querySelector(".problem");
      if (place instanceof HTMLElement) tell(field, place, mine.map(this.help).join(" "));
    }
    const paths = fields.map((field) => field.getAttribute("data-path"));
    const rest = problems.filter((each) => !paths.includes(each.field));
    this.others.textContent = rest.map(({ says }) => says).join(" ");
    this.others.hidden = rest.length === 0;
  }

  /** @param {string} words */
  say(words) {
    this.state.textContent = words;
    this.state.hidden = !words;
  }
}
