/**
 * The theme's search, begun at the first question: its index takes a second core for as long as
 * Python takes to start, and most readers never ask. The theme names this file in its page as its
 * own worker, with the true one behind the #.
 */

{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const THEME = new URL(self.location.hash.slice(1), self.location.href);
  /** @type {unknown} the index, as the theme sends it */
  let setup;
  /** @type {Worker | undefined} */
  let search;
  /** @type {unknown} the newest question while the index is being made */
  let asked;

  self.onmessage = ({ data: message }) => {
    if (message.type === SETUP) {
      setup = message;
      self.postMessage({ type: READY });
    } else if (message.type === QUERY && !message.data) {
      self.postMessage({ type: RESULT, data: { items: [] } });
    } else if (search) {
      if (asked) asked = message;
      else search.postMessage(message);
    } else {
      asked = message;
      search = new Worker(THEME);
      search.onmessage = heard;
      search.postMessage(setup);
    }
  };

  /** @param {MessageEvent<{ type: number }>} event */
  function heard({ data: message }) {
    if (message.type !== READY) return self.postMessage(message);
    search?.postMessage(asked);
    asked = undefined;
  }
}
