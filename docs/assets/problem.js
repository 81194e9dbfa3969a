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
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(isOther);
  const ids = says ? [...others, place.id] : others;
  if (ids.length > 0) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");

  /** @param {string} id */
  function isOther(id) {
    return id !== "" && id !== place.id;
  }
}
