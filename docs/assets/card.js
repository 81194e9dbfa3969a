/** The card: the visit of its own address, answered, for an iframe in another page. */

import { startEngine } from "./engine.js";
import { find } from "./find.js";
import { visitOf } from "./visit_link.js";

const root = find(document, "main", HTMLElement);
const state = find(root, ".card-state", HTMLElement);
const outcome = find(root, ".outcome", HTMLElement);
const whole = find(root, ".card-whole", HTMLElement);

const dark = matchMedia("(prefers-color-scheme: dark)");
const colour = () => {
  document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
};
dark.addEventListener("change", colour);
colour();

const engine = startEngine({
  onStage: () => {},
  onReady: () => {},
  onBroken: (fault) => say(fault.says),
});

/** @param {string} words */
function say(words) {
  state.textContent = words;
}

async function show() {
  try {
    const visit = visitOf(location.hash);
    find(whole, "a", HTMLAnchorElement).hash = location.hash;
    whole.hidden = false;
    const question = `{"visit":${visit}}`;
    const withPairs = visit.includes('"setting"');
    const answer = JSON.parse(
      await engine.ask("takeAway", question, root.dataset.root ?? "", withPairs),
    );
    outcome.innerHTML = answer.ok ? answer.html : "";
    for (const link of outcome.querySelectorAll("a")) link.target = "_top";
    say(answer.problems.map((/** @type {{ says: string }} */ { says }) => says).join(" "));
  } catch (error) {
    say(`No card: ${error instanceof Error ? error.message : error}`);
  }
}

window.addEventListener("hashchange", show);
show();
