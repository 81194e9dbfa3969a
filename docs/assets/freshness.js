// Days left by the reader's clock: what the tables of freshness cannot say when they are built.

import { days, daysBetween, today } from "./clock.js";

const now = today();

/**
 * How long something holds.
 * @param {string} last
 */
function left(last) {
  const count = daysBetween(now, last);
  if (count < 0) return `ended ${days(-count)} ago`;
  return count === 0 ? "last day today" : `${days(count)} left`;
}

/**
 * Since when, or in how long, something is needed.
 * @param {string} first
 */
function needed(first) {
  const count = daysBetween(now, first);
  if (count > 0) return `in ${days(count)}`;
  return count === 0 ? "needed from today" : `needed for ${days(-count)}`;
}

for (const cell of /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-by-clock]")
)) {
  const { until, needed: first } = cell.dataset;
  if (until) cell.textContent = left(until);
  cell.classList.toggle("ended", (until ?? now) < now || (first ?? now) < now);
  if (first) cell.textContent = needed(first);
  cell.hidden = false;
}

for (const line of /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-clock]")
)) {
  const table = document.getElementById(line.dataset.clock ?? "");
  const ends = [...(table?.querySelectorAll("[data-until]") ?? [])]
    .map((cell) => /** @type {HTMLElement} */ (cell).dataset.until ?? "")
    .sort();
  const past = ends.filter((end) => end < now).length;
  const next = ends.find((end) => end >= now);
  const then = next ? `The next to end: ${next}, ${left(next)}.` : "Nothing here holds any more.";
  line.classList.toggle("past", past > 0);
  line.textContent = `Your clock reads ${now}. Of ${ends.length} releases and figures, ${past} have ended. ${then}`;
  line.hidden = false;
}
