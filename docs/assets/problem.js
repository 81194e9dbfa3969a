/** What is wrong with a field, told at the field: its mark, the sentence, and the way between them. */

/**
 * @param {HTMLElement} field
 * @param {HTMLElement} place of the sentence; it has an id
 * @param {string} says empty where nothing is wrong
 */
export function tell(field, place, says) {
  place.textContent = says;
  place.hidden = !says;
  if (says) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  describe(field, place.id, says !== "");
}

/**
 * Let a field be described by an element, or no longer; what else describes it stays.
 * @param {HTMLElement} field
 * @param {string} id of the element
 * @param {boolean} isDescribed
 */
export function describe(field, id, isDescribed) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const kept = ids.filter((each) => each !== "" && each !== id);
  if (isDescribed) kept.push(id);
  if (kept.length > 0) field.setAttribute("aria-describedby", kept.join(" "));
  else field.removeAttribute("aria-describedby");
}
