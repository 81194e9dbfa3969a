// What scrolls within itself is reached by keys: a table or a block of code that the theme lets
// scroll takes focus and has a name, as long as it is wider than its place.

const SCROLLED = ".md-typeset__scrollwrap, .md-typeset pre > code";

/**
 * Name a block: its table's caption, or the heading above it.
 * @param {Element} block
 */
function nameOf(block) {
  const caption = block.querySelector("caption")?.textContent?.trim();
  if (caption) return caption;
  const before = (/** @type {Element} */ each) =>
    each.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
  const heads = [...document.querySelectorAll(".md-content :is(h1, h2, h3)")].filter(before);
  return (heads.at(-1)?.firstChild?.textContent ?? document.title).trim();
}

/** @param {HTMLElement} block */
function adjust(block) {
  if (block.scrollWidth <= block.clientWidth) {
    for (const name of ["tabindex", "role", "aria-label"]) block.removeAttribute(name);
    return;
  }
  block.tabIndex = 0;
  block.role = "region";
  block.ariaLabel = nameOf(block);
}

const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target instanceof HTMLElement) adjust(target);
});

/** The theme wraps tables when it has started: what it makes later is watched too. */
function follow() {
  for (const block of document.querySelectorAll(SCROLLED)) watch.observe(block);
}

follow();
const content = document.querySelector(".md-content");
if (content) new MutationObserver(follow).observe(content, { childList: true, subtree: true });
