// Says in words, above a figure, that the reader's clock is past the figure's period.
// An element with data-to carries its last day, data-what its release, data-name what it is.

import { today as readersDay } from "./clock.js";

/**
 * The warning above a block of figures.
 * @param {HTMLElement[]} past
 * @param {string} today
 */
function warning(past, today) {
  const named = past
    .map(({ dataset }) => [dataset.name, dataset.what].filter(Boolean).join(", "))
    .join("; ");
  const last = past.map(({ dataset }) => dataset.to ?? "").sort()[0];
  const words = document.createElement("p");
  words.className = "past";
  words.setAttribute("role", "note");
  const head = document.createElement("b");
  head.textContent = "Past its period.";
  words.append(
    head,
    ` ${named ? `${named}. ` : ""}Your clock reads ${today}; nothing after ${last} is held here. Check before you use it.`,
  );
  return words;
}

/**
 * Mark every dated figure below an element by the reader's clock.
 * @param {ParentNode} root
 */
export function markPeriods(root) {
  const today = readersDay();
  /** @type {Map<Element, HTMLElement[]>} */
  const pastBlocks = new Map();
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (
    root.querySelectorAll("[data-to]:not([data-marked])")
  )) {
    figure.dataset.marked = "";
    const past = (figure.dataset.to ?? today) < today;
    if (figure.matches(".period")) {
      figure.append(` · your clock: ${today}, ${past ? "past" : "within"} the period`);
    }
    // An answer goes by its own date of service; the line above it tells how far the figures reach.
    if (!past || figure.closest(".answer")) continue;
    figure.classList.add("is-past");
    const block = figure.closest("table, p, ul, ol, dl") ?? figure;
    pastBlocks.set(block, [...(pastBlocks.get(block) ?? []), figure]);
  }
  for (const [block, figures] of pastBlocks) block.before(warning(figures, today));
}

markPeriods(document);

// The calculator puts a new answer in place at every change.
for (const outcome of document.querySelectorAll(".outcome")) {
  new MutationObserver(() => markPeriods(outcome)).observe(outcome, { childList: true });
}
