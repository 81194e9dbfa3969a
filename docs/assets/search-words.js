/**
 * What somebody who types a question means: words of our pages, the page it names outright, and the
 * word they may have wanted. Knows neither the index nor the page; search.js asks it.
 */

/**
 * @typedef {{ typed: string, means: string, page: string | null }} Synonym
 * @typedef {{ asks: string, first: string[], instead: string | null }} Reading
 */

const OPERATORS = /[-+~^*:"?!,;()[\]#§/\\]+/g;
const WORD = /[a-z0-9]+(?:[.'][a-z0-9]+)*/g;
// Words that stand in most questions and on most pages.
const EMPTY = new Set(
  (
    "a an the is are was be can could do does did i we you my our your it its if so of for to in on at " +
    "by and or with from as this that there how what when which who why where should will much many " +
    "need mean means about cpt hcpcs icd icd10 icd10cm icd10pcs"
  ).split(" "),
);
// Said before a number or letter pair, they tell what it is.
const KINDS = new Set(["code", "codes", "modifier", "modifiers", "mod", "diagnosis", "dx", "pcs"]);

/**
 * The words of all pages, each with how often it stands there.
 * @param {Iterable<string>} texts with markup
 * @returns {Map<string, number>}
 */
export function vocabulary(texts) {
  /** @type {Map<string, number>} */
  const words = new Map();
  for (const text of texts) {
    for (const word of plain(text.replace(/<[^>]*>/g, " ")).match(WORD) ?? []) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return words;
}

/**
 * @param {string} query as typed
 * @param {Set<string>} pages the address of every page
 * @param {Map<string, number>} known the words of all pages
 * @param {Synonym[]} synonyms
 * @returns {Reading} what to ask the index, the pages to show first, and what to ask instead
 */
export function read(query, pages, known, synonyms) {
  const typed = plain(query).match(WORD) ?? [];
  const named = typed.map((word, place) => namedBy(word, place, typed, query, pages));
  const { words, led } = translated(typed, synonyms);
  const telling = words.filter((word) => !EMPTY.has(word) && !KINDS.has(word));
  const asked = telling.length ? telling : words;
  const first = [...named.flat(), ...led].filter((page) => pages.has(withoutAnchor(page)));
  return {
    asks: asked.map((word) => dotted(word, pages) ?? word).join(" "),
    first: [...new Set(first)],
    instead: first.length ? null : instead(typed, known, synonyms),
  };
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(OPERATORS, " ").replace(/'s\b/g, "s");
}

/** @param {string} page */
function withoutAnchor(page) {
  return page.split("#")[0] ?? page;
}

/**
 * The page of the code, modifier, diagnosis or PCS table that a word names.
 * @param {string} word
 * @param {number} place
 * @param {string[]} words
 * @param {string} query
 * @param {Set<string>} pages
 * @returns {string[]}
 */
function namedBy(word, place, words, query, pages) {
  if (/^[0-9a-z]{2}$/.test(word)) {
    return isModifier(word, place, words, query) ? [`modifiers/${word}/`] : [];
  }
  if (pages.has(`codes/${word}/`)) return [`codes/${word}/`];
  if (!/^[a-z][0-9]/.test(word)) return [];
  const bare = word.replace(".", "");
  const table = `pcs/${bare.slice(0, 3)}/`;
  if (bare.length === 7 && pages.has(table)) return [table];
  for (let length = bare.length; length >= 3; length -= 1) {
    const rest = bare.slice(3, length);
    const page = `diagnoses/${bare.slice(0, 3)}${rest ? `-${rest}` : ""}/`;
    if (pages.has(page)) return [page];
  }
  return pages.has(table) ? [table] : [];
}

/**
 * Two letters or figures are a modifier where nothing else is asked, where the word modifier or a
 * code stands before them, or where they are typed as capitals.
 * @param {string} word
 * @param {number} place
 * @param {string[]} words
 * @param {string} query
 */
function isModifier(word, place, words, query) {
  const before = words[place - 1] ?? "";
  if (words.length === 1 || /^mod(ifiers?)?$/.test(before)) return true;
  if (/^min|^unit/.test(words[place + 1] ?? "")) return false;
  if (/^[0-9a-z]\d{3}[0-9a-z]$/.test(before)) return true;
  return /[a-z]/.test(word) && new RegExp(`\\b${word.toUpperCase()}\\b`).test(query);
}

/**
 * A diagnosis typed without its point, as our pages write it.
 * @param {string} word
 * @param {Set<string>} pages
 */
function dotted(word, pages) {
  if (!/^[a-z]\d[0-9a-z]{2,5}$/.test(word) || pages.has(`codes/${word}/`)) return null;
  return pages.has(`diagnoses/${word.slice(0, 3)}-${word.slice(3)}/`)
    ? `${word.slice(0, 3)}.${word.slice(3)}`
    : null;
}

/**
 * Put our own words in the place of those that readers use, the longest first.
 * @param {string[]} typed
 * @param {Synonym[]} synonyms
 * @returns {{ words: string[], led: string[] }}
 */
function translated(typed, synonyms) {
  let text = ` ${typed.join(" ")} `;
  const led = [];
  const longest = [...synonyms].sort((one, other) => other.typed.length - one.typed.length);
  for (const { typed: said, means, page } of longest) {
    const at = ` ${said} `;
    if (!text.includes(at)) continue;
    // Marked, so that no synonym of a synonym is looked for.
    text = text.replace(at, ` ${means.replace(/\w+/g, (word) => `=${word}`)} `);
    if (page) led.push(page);
  }
  return { words: text.replace(/=/g, "").split(" ").filter(Boolean), led };
}

/**
 * The same question with each word that stands on no page changed into the nearest that does.
 * @param {string[]} typed
 * @param {Map<string, number>} known
 * @param {Synonym[]} synonyms
 * @returns {string | null} null where nothing is changed
 */
function instead(typed, known, synonyms) {
  const heard = new Map(known);
  for (const { typed: said } of synonyms) for (const word of said.split(" ")) heard.set(word, 1);
  const words = typed.map((word) => nearest(word, heard));
  return words.some((word, place) => word !== typed[place]) ? words.join(" ") : null;
}

/**
 * @param {string} word
 * @param {Map<string, number>} known
 * @returns {string} the word itself where it is known or nothing is near
 */
function nearest(word, known) {
  const beginsOne = () => word.length > 2 && [...known.keys()].some((one) => one.startsWith(word));
  if (word.length < 3 || EMPTY.has(word) || KINDS.has(word) || known.has(word) || beginsOne()) {
    return word;
  }
  const isNumber = /\d/.test(word);
  const most = isNumber || word.length < 6 ? 1 : 2;
  let best = word;
  let least = most + 1;
  for (const [other, count] of known) {
    if (/\d/.test(other) !== isNumber || (isNumber && other.length !== word.length)) continue;
    const far = distance(word, other, most);
    if (far < least || (far === least && far <= most && count > (known.get(best) ?? 0))) {
      best = other;
      least = far;
    }
  }
  return best;
}

/**
 * How many letters have to be put in, taken out, changed or swapped with their neighbour.
 * @param {string} one
 * @param {string} other
 * @param {number} most beyond this the number is not exact
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? most) + 1);
      }
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}
