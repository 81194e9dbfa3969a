// The reader's own day, and how far another lies from it.

/** Today as the site writes days. */
export function today() {
  const clock = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}

/**
 * Days from one day to another, both as the site writes them; a day has no hours and no zone.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/**
 * A count of days in words.
 * @param {number} count
 */
export function days(count) {
  return `${count} ${count === 1 ? "day" : "days"}`;
}

/**
 * A moment as the reader's clock shows it, with its distance from UTC: 2026-03-02T10:42:07+01:00.
 * @param {Date} moment
 */
export function zoned(moment) {
  const ahead = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (/** @type {number} */ part) => String(Math.trunc(part)).padStart(2, "0");
  return `${local}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}
