/**
 * The times of a service, as people type them and as the calculator takes them:
 * "09:00-09:23 assistant, 1:05-1:20 pm" and a list of blocks, each with from, to and by.
 *
 * What cannot be read goes into a block as it was typed, so that the calculator refuses it.
 */

/** @typedef {{ from: string, to?: string, by: string }} Block */

const THERAPIST = "therapist";
const DASH = /\s*(?:[-–—−]|\bto\b)\s*/g;
const PIECE = /([^\s,;-]+)-([^\s,;-]*)|[^\s,;]+/g;
const HALF_DAY = /\b(\d{1,2})(?::?(\d{2}))?\s*([ap])\.?m\b\.?/gi;
const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * Read the text of the field. A word stands for who gave the minutes of the times before it.
 * @param {string} text
 * @returns {Block[]} none for an empty text
 */
export function readBlocks(text) {
  /** @type {Block[]} */
  const blocks = [];
  let isNamed = true;
  for (const [piece, from, to] of pieces(text)) {
    const last = blocks.at(-1);
    if (from !== undefined) {
      blocks.push({ from: clock(from), ...(to && { to: clock(to) }), by: THERAPIST });
      isNamed = false;
    } else if (last && !isNamed) {
      last.by = piece.toLowerCase();
      isNamed = true;
    } else {
      blocks.push({ from: clock(piece), by: THERAPIST });
    }
  }
  const unread = text.trim();
  return blocks.length === 0 && unread ? [{ from: unread, by: THERAPIST }] : blocks;
}

/**
 * @param {Block[]} blocks
 * @returns {string} as one would type them; where others than the therapist took part, all are named
 */
export function writeBlocks(blocks) {
  const isNamed = blocks.some(({ by }) => by !== THERAPIST);
  const written = blocks.map(({ from, to, by }) => {
    const times = to === undefined ? from : `${from}-${to}`;
    return isNamed ? `${times} ${by}` : times;
  });
  return written.join(", ");
}

/**
 * @param {string} text
 * @returns {boolean} whether every block in it has two times of the clock
 */
export function areBlocks(text) {
  return readBlocks(text).every(({ from, to }) => CLOCK.test(from) && CLOCK.test(to ?? ""));
}

/** @param {string} text */
function pieces(text) {
  const day = text.replace(HALF_DAY, (_, hour, minutes, half) =>
    wholeDay(hour, minutes ?? "00", half.toLowerCase() === "p"),
  );
  return day.replace(DASH, "-").matchAll(PIECE);
}

/**
 * @param {string} hour
 * @param {string} minutes
 * @param {boolean} isAfternoon
 */
function wholeDay(hour, minutes, isAfternoon) {
  return `${(Number(hour) % 12) + (isAfternoon ? 12 : 0)}:${minutes}`;
}

/**
 * @param {string} typed
 * @returns {string} 9:00 and 0900 as 09:00; any other text as it is
 */
function clock(typed) {
  const [, hour = "", minutes = ""] = /^(\d{1,2}):?(\d{2})$/.exec(typed) ?? [];
  return minutes ? `${hour.padStart(2, "0")}:${minutes}` : typed;
}
