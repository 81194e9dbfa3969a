/** The self-test page: runs each check in turn and shows what it found and what to change. */

import { find } from "../find.js";
import { addresses, missing, partly, program } from "./answers.js";
import { compression, files, types } from "./files.js";
import { caching, guards, policy } from "./headers.js";

/** @typedef {import("./asked.js").Found} Found */

const CHECKS = [
  files,
  types,
  compression,
  policy,
  guards,
  caching,
  addresses,
  missing,
  partly,
  program,
];

const VERDICTS = { passes: "Passes", better: "Better changed", change: "Has to change" };

const root = find(document, ".self-test", HTMLElement);
const state = find(root, ".state", HTMLElement);
const list = find(root, ".checks", HTMLOListElement);
const again = find(root, "button.again", HTMLButtonElement);

again.addEventListener("click", run);
run();

async function run() {
  again.hidden = true;
  list.replaceChildren();
  state.textContent = "Testing.";
  /** @type {Found[]} */
  const all = [];
  for (const check of CHECKS) {
    const found = await check().catch((error) => broken(check, error));
    for (const each of found) list.append(shown(each));
    all.push(...found);
  }
  state.textContent = summary(all);
  again.hidden = false;
}

/**
 * @param {() => Promise<Found[]>} check
 * @param {unknown} error
 * @returns {Found[]}
 */
function broken(check, error) {
  const says = `could not be tested: ${error instanceof Error ? error.message : error}`;
  return [{ name: check.name, state: "change", says, changes: [] }];
}

/** @param {Found[]} all */
function summary(all) {
  const count = (/** @type {Found["state"]} */ wanted) =>
    all.filter(({ state }) => state === wanted).length;
  const [better, change] = [count("better"), count("change")];
  const ends = `${count("passes")} of ${all.length} pass`;
  if (!better && !change) return `Tested: ${ends}.`;
  return `Tested: ${ends}, ${change} to change, ${better} better changed.`;
}

/** @param {Found} found */
function shown({ name, state, says, changes }) {
  const item = document.createElement("li");
  item.dataset.state = state;
  const line = document.createElement("p");
  const verdict = document.createElement("span");
  verdict.className = "verdict";
  verdict.textContent = VERDICTS[state];
  line.append(verdict, ` · ${name}: ${says}`);
  item.append(line);
  if (changes.length === 0) return item;
  const terms = document.createElement("dl");
  for (const { server, write } of changes) {
    const term = document.createElement("dt");
    term.textContent = server;
    const detail = document.createElement("dd");
    const code = document.createElement("code");
    code.textContent = write;
    detail.append(code);
    terms.append(term, detail);
  }
  item.append(terms);
  return item;
}
