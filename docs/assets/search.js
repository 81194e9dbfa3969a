/**
 * The theme's search, begun at the first question: its index takes a second core for as long as
 * Python takes to start, and most readers never ask. The theme names this file in its page as its
 * own worker, with the true one behind the #.
 *
 * Between page and theme it reads the question (search-words.js), puts the page that a question
 * names first, and tells search-panel.js what to ask instead or that the search does not work.
 */

/**
 * @typedef {{ location: string, title: string, text: string }} Doc
 * @typedef {Doc & { score: number, terms: Record<string, boolean> }} Item
 * @typedef {import("./search-words.js").Reading} Reading
 * @typedef {import("./search-words.js").Synonym} Synonym
 * @typedef {{ query: string, reading: Reading }} Asked
 */

{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const THEME = new URL(self.location.hash.slice(1), self.location.href);
  const panel = new BroadcastChannel("search");
  /** @type {{ type: number, data: { docs: Doc[] } } | undefined} the index, as the theme sends it */
  let setup;
  /** @type {Promise<(query: string) => void> | undefined} */
  let search;
  /** The newest question while the index is being made. */
  let newest = "";

  self.onmessage = ({ data: message }) => {
    if (message.type === SETUP) {
      setup = message;
      self.postMessage({ type: READY });
    } else if (message.type === QUERY) {
      newest = message.data;
      if (!newest.trim()) return answer(newest, [], null);
      search ??= begun();
      search.then((ask) => ask(newest)).catch(failed);
    }
  };

  /** @returns {Promise<(query: string) => void>} */
  async function begun() {
    if (!setup) throw new Error("no index");
    const { docs } = setup.data;
    const [{ read, vocabulary }, { synonyms, labels }] = await Promise.all([
      import("./search-words.js"),
      shipped(),
    ]);
    for (const doc of docs) doc.title = titled(doc, labels);
    const known = vocabulary(docs.flatMap(({ title, text }) => [title, text]));
    const pages = new Set(docs.map(({ location }) => location.replace(/#.*/, "")));
    /** @type {Asked[]} asked of the theme and not yet answered, in order */
    const open = [];
    const theme = new Worker(THEME);
    await new Promise((resolve, reject) => {
      theme.onmessage = resolve;
      theme.onerror = reject;
      theme.postMessage(setup);
    });
    theme.onerror = failed;
    theme.onmessage = ({ data: message }) => {
      const asked = open.shift();
      if (!asked || message.type !== RESULT) return;
      const { first, instead } = asked.reading;
      answer(asked.query, ordered(message.data.items, first, docs), instead);
    };
    let last = "";
    return (query) => {
      if (query === last) return;
      last = query;
      const reading = read(query, pages, known, synonyms);
      open.push({ query, reading });
      theme.postMessage({ type: QUERY, data: reading.asks });
    };
  }

  /**
   * What the build knows of words; without it the index alone answers.
   * @returns {Promise<{ synonyms: Synonym[], labels: Map<string, string> }>}
   */
  async function shipped() {
    try {
      const response = await fetch(new URL("words.json", self.location.href));
      const { synonyms, labels } = await response.json();
      return { synonyms, labels: new Map(labels) };
    } catch {
      return { synonyms: [], labels: new Map() };
    }
  }

  /**
   * A page called by its number alone is shown, and found, with what the number is.
   * @param {Doc} doc
   * @param {Map<string, string>} labels
   */
  function titled({ location, title }, labels) {
    const label = labels.get(location);
    return label && !title.includes(label) ? `${title} · ${label}` : title;
  }

  /**
   * Put the pages that the question names first, then those that answer most of its words,
   * sources after pages that say what follows from them.
   * @param {Item[][]} groups one list a page, with its sections
   * @param {string[]} first
   * @param {Doc[]} docs
   * @returns {Item[][]}
   */
  function ordered(groups, first, docs) {
    const address = (/** @type {Item[]} */ group) => group[0]?.location.replace(/#.*/, "");
    const named = first.flatMap((page) => {
      const [path] = page.split("#");
      const found = groups.find((group) => address(group) === path);
      const article = docs.find(({ location }) => location === path);
      const section = docs.find(({ location }) => location === page);
      if (found && section === article) return [found];
      if (!article || !section) return [];
      const score = found?.[0]?.score ?? 1;
      const made = [section, article].map((doc) => ({ ...doc, score, terms: {} }));
      return [section === article ? made.slice(1) : made];
    });
    const paths = new Set(named.map(address));
    const others = groups.filter((group) => !paths.has(address(group)));
    const answered = (/** @type {Item[]} */ group) => {
      const terms = group.flatMap((item) => Object.entries(item.terms));
      return new Set(terms.filter(([, isThere]) => isThere).map(([term]) => term)).size;
    };
    const isSource = (/** @type {Item[]} */ group) => +!!address(group)?.startsWith("sources/");
    others.sort((one, other) => answered(other) - answered(one) || isSource(one) - isSource(other));
    return [...named, ...others];
  }

  /**
   * @param {string} query
   * @param {Item[][]} items
   * @param {string | null} instead
   */
  function answer(query, items, instead) {
    panel.postMessage({ kind: "answered", query, instead });
    self.postMessage({ type: RESULT, data: { items } });
  }

  function failed() {
    panel.postMessage({ kind: "failed" });
    self.postMessage({ type: RESULT, data: { items: [] } });
  }
}
