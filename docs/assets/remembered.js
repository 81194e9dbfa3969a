/**
 * What a browser keeps for the calculator. The visit stands in the tab's own history, so that
 * reload and the way back bring it; on the device only where the reader asked for that. A tab
 * writes and never follows another one: the newest is offered when the page is next opened.
 */

import { withoutPersonal } from "./personal.js";
import { choosePlace } from "./place.js";
import { BLANK } from "./visit.js";

/** @typedef {import("./visit.js").Typed} Typed */

const PREFIX = "therapy-coding-reference.";
const KEY = `${PREFIX}visit`;
const PLACES = `${PREFIX}places`;
export const TOUR = `${PREFIX}tour`;

/**
 * A browser may refuse to keep anything: then the page works without.
 * @template Value
 * @param {() => Value} act
 * @returns {Value | undefined}
 */
export function allowed(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** @returns {boolean} whether the reader wants the device to remember */
export function isRemembering() {
  return allowed(() => localStorage.getItem(KEY) !== null) ?? false;
}

/**
 * Keep a visit in this tab, and on the device where that is wanted.
 * @param {Typed} typed
 * @param {string} locality its key; empty where it is not decided
 * @param {string | undefined} place from `makePlace`, when the visit was changed
 */
export function keep(typed, locality, place) {
  if (place) allowed(() => sessionStorage.setItem(place, JSON.stringify(withoutPersonal(typed))));
  if (isRemembering()) remember(typed, locality);
}

/**
 * Make a place for the visit. The tab's history holds no more than its name: as a page goes, browsers
 * still take what is stored, but no change of the history.
 * @returns {string | undefined} the place, where the browser lets anything be kept
 */
export function makePlace() {
  return allowed(() => {
    if (!history.state?.place) {
      const count = Number(sessionStorage.getItem(PLACES) ?? "0") + 1;
      sessionStorage.setItem(PLACES, `${count}`);
      history.replaceState({ ...history.state, place: `${KEY}.${count}` }, "");
    }
    return history.state.place;
  });
}

/**
 * @param {Typed} typed
 * @param {string} locality
 * @returns {boolean} whether the browser lets it be kept
 */
export function remember(typed, locality) {
  const kept = allowed(() => {
    localStorage.setItem(KEY, JSON.stringify(withoutPersonal(typed)));
    return true;
  });
  if (kept && locality) choosePlace(locality, true);
  return kept ?? false;
}

/** @returns {Typed | undefined} the visit of this place in the tab's history */
export function ofThisTab() {
  return shaped(
    allowed(() => JSON.parse(sessionStorage.getItem(history.state?.place ?? "") ?? "null")),
  );
}

/** @returns {Typed | undefined} the newest visit that any tab has kept on this device */
export function ofThisDevice() {
  return shaped(allowed(() => JSON.parse(localStorage.getItem(KEY) ?? "null")));
}

/** Clear all that this site keeps, save the theme that was chosen. */
export function forget() {
  for (const store of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    allowed(() => {
      const own = Object.keys(window[store]).filter((key) => key.startsWith(PREFIX));
      for (const key of own) window[store].removeItem(key);
    });
  }
  allowed(() => history.replaceState(null, ""));
}

/**
 * An edition before this one may have kept other fields.
 * @param {any} kept
 * @returns {Typed | undefined}
 */
function shaped(kept) {
  const isVisit = Array.isArray(kept?.rows) && typeof kept.date === "string";
  if (!isVisit) return undefined;
  return { ...kept, rows: kept.rows.map((/** @type {object} */ row) => ({ ...BLANK, ...row })) };
}
