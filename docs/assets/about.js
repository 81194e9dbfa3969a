/**
 * What a link leads to, in a line beside it, on hover and on focus: subjects.json has the words.
 * The line stays while the pointer is on it, and goes with Escape.
 */

const ROOT = new URL("../..", import.meta.url); // above the folder of the edition
const WORDS = new URL("subjects.json", import.meta.url);
const LINKS = ".md-content a[href]";
const PAUSE_IN_MS = 250; // to rest on a link, and to reach the line
const GAP = 6; // px between link and line

/** @type {Promise<Map<string, string>> | undefined} */
let words;
/** @type {HTMLAnchorElement | undefined} */
let shown;
let waiting = 0;

const line = document.createElement("div");
line.id = "about-link";
line.className = "about-link";
line.setAttribute("role", "tooltip");
line.hidden = true;
document.body.append(line);

document.addEventListener("mouseover", ({ target }) => soon(target));
document.addEventListener("focusin", ({ target }) => {
  const link = linkAt(target);
  if (link) show(link);
  else hide();
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") hide();
});

/** @param {EventTarget | null} target what the pointer is on */
function soon(target) {
  clearTimeout(waiting);
  if (target === line) return;
  const link = linkAt(target);
  if (link && link === shown) return;
  waiting = window.setTimeout(() => (link ? show(link) : hide()), PAUSE_IN_MS);
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  hide();
  shown = link;
  words ??= read();
  const about = (await words).get(link.href);
  if (!about || shown !== link) return;
  line.textContent = about;
  line.hidden = false;
  link.setAttribute("aria-describedby", line.id);
  const at = link.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - line.offsetWidth - GAP);
  const below = at.bottom + GAP;
  const fits = below + line.offsetHeight <= innerHeight;
  line.style.left = `${Math.max(GAP, left) + scrollX}px`;
  line.style.top = `${(fits ? below : at.top - GAP - line.offsetHeight) + scrollY}px`;
}

function hide() {
  clearTimeout(waiting);
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  line.hidden = true;
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | undefined} the link of the page's own text that it lies in
 */
function linkAt(target) {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  return link instanceof HTMLAnchorElement && !link.classList.contains("headerlink")
    ? link
    : undefined;
}

/** @returns {Promise<Map<string, string>>} by whole address; without the file nothing is shown */
async function read() {
  const told = await fetch(WORDS)
    .then((response) => response.json())
    .catch(() => ({}));
  return new Map(
    Object.entries(told).map(([address, about]) => [new URL(address, ROOT).href, `${about}`]),
  );
}
