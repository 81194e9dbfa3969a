/** The buttons of a tie, which show another allowed allocation as the claim. */

/**
 * @param {HTMLElement} outcome where answers are shown
 * @param {(way: number) => void} chosen called with the allocation's place in the order of the count
 */
export function onWay(outcome, chosen) {
  outcome.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-way]") : null;
    if (button) chosen(Number(button.getAttribute("data-way")));
  });
}
