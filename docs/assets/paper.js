// Says on paper where a page was printed from and when. The line is not shown on the screen.

import { today } from "./clock.js";

const line = document.createElement("p");
line.className = "printed";
document.querySelector(".md-content__inner")?.append(line);

/** Write the address without what the reader typed: a visit's link is long and not the page's own. */
function date() {
  const address = `${location.origin}${location.pathname}`;
  line.textContent = `${document.title} · printed ${today()} · ${address}`;
}

date();
window.addEventListener("beforeprint", date);
