/** Beside the theme's search: what to ask instead, and a plain word where there is no search. */

const FAILED =
  "Search does not work: its index could not be loaded. Reload the page; if that does not help," +
  " go by the lists: Codes, Rules and the others above.";
const PATIENCE_IN_MS = 1500;

const input = document.querySelector("input.md-search__input");
const place = document.querySelector(".md-search__scrollwrap");
if (input instanceof HTMLInputElement && place) begin(input, place);

/**
 * @param {HTMLInputElement} input
 * @param {Element} place
 */
function begin(input, place) {
  const words = document.createElement("p");
  words.className = "search-words";
  words.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  place.prepend(words);

  // The worker answers to the theme; what it has to say to us comes this way, to every tab.
  new BroadcastChannel("search").onmessage = ({ data: message }) => {
    if (message.kind === "failed") words.textContent = FAILED;
    else if (message.query !== input.value) return;
    else if (message.instead) offer(message.instead);
    else words.textContent = "";
  };

  /** @param {string} instead */
  function offer(instead) {
    button.textContent = instead;
    words.replaceChildren("Did you mean ", button, "?");
  }

  button.addEventListener("click", () => {
    input.value = button.textContent ?? "";
    input.focus();
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

  // The theme closes its search at Tab and takes every other key for the question.
  input.addEventListener("keydown", (event) => {
    const forward = (event.key === "Tab" && !event.shiftKey) || event.key === "ArrowDown";
    if (!button.isConnected || !forward) return;
    taken(event);
    button.focus();
  });
  button.addEventListener("keydown", (event) => {
    const onward = event.key === "ArrowDown" || event.key === "Escape" || event.key === "Tab";
    if (!onward) event.stopPropagation();
    if (event.key === "ArrowUp" || (event.key === "Tab" && event.shiftKey)) {
      taken(event);
      input.focus();
    }
  });

  input.addEventListener("focus", () => window.setTimeout(look, PATIENCE_IN_MS), { once: true });

  /** The theme says nothing where its index does not come. */
  async function look() {
    const config = document.querySelector("#__config")?.textContent;
    const base = new URL(config ? JSON.parse(config).base : ".", document.baseURI);
    try {
      const index = new URL("search/search_index.json", `${base.href.replace(/\/?$/, "/")}`);
      const { ok, headers } = await fetch(index, { method: "HEAD" });
      // Where a sign-in is asked for, its page comes instead, and all seems well.
      const isIndex = ok && headers.get("content-type")?.includes("json");
      if (!isIndex) words.textContent = FAILED;
    } catch {
      words.textContent = FAILED;
    }
  }
}

/** @param {KeyboardEvent} event */
function taken(event) {
  event.preventDefault();
  event.stopPropagation();
}
