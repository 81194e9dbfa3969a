/**
 * What the reader did in an answer, carried over to the next one: steps opened, focus.
 *
 * A step is known by its rule and by its place among that rule's steps, so that the second step of
 * a rule stays what it is when another rule brings one more.
 */

const FOCUSABLE = "a[href], button, summary, [tabindex]";

/**
 * Open in the new answer the steps that stand open in the old one.
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
export function keepOpen(before, after) {
  const old = steps(before);
  for (const [key, step] of steps(after)) step.open ||= old.get(key)?.open ?? false;
}

/**
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 * @param {HTMLElement} element something in the old answer
 * @returns {HTMLElement | undefined} what stands in its place in the new one
 */
export function counterpart(before, after, element) {
  for (const [key, step] of steps(before)) {
    const place = focusables(step).indexOf(element);
    const same = steps(after).get(key);
    if (place >= 0 && same) return focusables(same)[place];
  }
  return focusables(after)[focusables(before).indexOf(element)];
}

/**
 * @param {HTMLElement} answer
 * @returns {Map<string, HTMLDetailsElement>}
 */
function steps(answer) {
  /** @type {Map<string, HTMLDetailsElement>} */
  const found = new Map();
  for (const step of answer.querySelectorAll("details")) {
    const rule = ruleOf(step);
    let count = 1;
    while (found.has(`${rule} ${count}`)) count += 1;
    found.set(`${rule} ${count}`, step);
  }
  return found;
}

/**
 * @param {HTMLDetailsElement} step
 * @returns {string} its rule, or what else sets it apart from the steps of rules
 */
function ruleOf(step) {
  if (step.closest(".tie")) return "tie";
  if (!step.closest(".why")) return step.querySelector("summary")?.textContent ?? "";
  return step.closest("[data-rule]")?.getAttribute("data-rule") ?? "";
}

/**
 * @param {HTMLElement} within
 * @returns {HTMLElement[]}
 */
function focusables(within) {
  return Array.from(within.querySelectorAll(FOCUSABLE)).filter(
    (each) => each instanceof HTMLElement,
  );
}
