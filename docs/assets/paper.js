// Says on paper where a page was printed from and when. The line is not shown on the screen.

const line = document.createElement("p");
line.className = "printed";
document.querySelector(".md-content__inner")?.append(line);

/** Write the address without what the reader typed: a visit's link is long and not the page's own. */
function date() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  line.textContent = `${document.title} · printed ${day} · ${location.origin}${location.pathname}`;
}

date();
window.addEventListener("beforeprint", date);
