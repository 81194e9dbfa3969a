/**
 * What the lists of the form offer, and how typed words are matched with it.
 *
 * This is help at entry and decides nothing about a claim: it only finds what the reader meant.
 */

/**
 * `value` is the key, `label` how the field shows it, `detail` further words to find it by.
 * @typedef {{ value: string, label: string, detail: string }} Choice
 */

/**
 * @param {HTMLDataListElement} list
 * @returns {Choice[]}
 */
export function choicesOf(list) {
  return Array.from(list.options, (option) => ({
    value: option.value,
    label: option.getAttribute("label") ?? option.value,
    detail: option.textContent?.trim() ?? "",
  }));
}

/**
 * @param {string} text
 * @returns {string} without accents, capitals and punctuation
 */
function plain(text) {
  const bare = text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * @param {Choice[]} choices
 * @param {string} text
 * @returns {Choice[]} those in which each typed word begins a word; all for an empty text
 */
export function matching(choices, text) {
  const words = plain(text).split(" ").filter(Boolean);
  return choices.filter((choice) => {
    const held = ` ${plain(`${choice.label} ${choice.value} ${choice.detail}`)}`;
    return words.every((word) => held.includes(` ${word}`));
  });
}

/**
 * @param {Choice[]} choices
 * @param {string} text
 * @returns {Choice | undefined} the one whose key or whole label this is
 */
export function exactly(choices, text) {
  const typed = plain(text);
  return choices.find((each) => [each.value, each.label].map(plain).includes(typed));
}

/**
 * @param {Choice[]} choices
 * @param {string} text
 * @returns {Choice[]} what the text can mean: one when it is decided, several when it is not
 */
export function meant(choices, text) {
  const exact = exactly(choices, text);
  if (exact) return [exact];
  const found = plain(text) ? matching(choices, text) : [];
  const named = found.filter((choice) => placeOf(choice) === plain(text));
  return named.length === 1 ? named : found;
}

/**
 * @param {Choice} choice
 * @returns {string} its label without the key before and the state after
 */
function placeOf(choice) {
  return plain(choice.label.replace(choice.value, "").replace(/, [A-Z]{2}$/, ""));
}

/**
 * @param {Choice[]} choices
 * @param {string} typed a code that is none of them
 * @returns {string[]} at most three codes that are one slip of the hand away
 */
export function near(choices, typed) {
  const slips = choices.map((choice) => choice.value).filter((code) => isOneSlip(typed, code));
  // Two digits the wrong way round are the commonest slip: those codes come first.
  const isTurned = (/** @type {string} */ code) => letters(code) === letters(typed);
  return [...slips.filter(isTurned), ...slips.filter((code) => !isTurned(code))].slice(0, 3);
}

/**
 * @param {string} typed
 * @param {string} code
 * @returns {boolean} whether one character is wrong, too many or missing, or two stand crosswise
 */
function isOneSlip(typed, code) {
  let start = 0;
  while (start < typed.length && typed[start] === code[start]) start += 1;
  const [left, right] = [typed.slice(start), code.slice(start)];
  const crossed = `${left[1] ?? ""}${left[0] ?? ""}${left.slice(2)}`;
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    crossed === right
  );
}

/** @param {string} code */
function letters(code) {
  return Array.from(code).sort().join("");
}
