/**
 * The reader's own locality, chosen once for all pages: kept in the browser tab, and beyond it only
 * where the reader asked for that. It is sent nowhere and decides nothing but what is shown first.
 */

const KEY = "therapy-coding-reference.locality";
const NATIONAL = "national";

/**
 * A browser may refuse to keep anything: then the choice holds for this page.
 * @param {() => string | null | undefined} act
 */
function allowed(act) {
  try {
    return act() ?? null;
  } catch {
    return null;
  }
}

/** @returns {string} the key of the locality chosen before; "national" where there is none */
export function ownPlace() {
  return (
    allowed(() => sessionStorage.getItem(KEY)) ??
    allowed(() => localStorage.getItem(KEY)) ??
    NATIONAL
  );
}

/** @returns {boolean} whether the reader asked to keep it beyond this tab */
export function isKept() {
  return allowed(() => localStorage.getItem(KEY)) !== null;
}

/**
 * @param {string} key
 * @param {boolean} isToBeKept beyond this tab
 */
export function choosePlace(key, isToBeKept) {
  allowed(() => {
    sessionStorage.setItem(KEY, key);
    if (isToBeKept) localStorage.setItem(KEY, key);
    else localStorage.removeItem(KEY);
    return "";
  });
}
