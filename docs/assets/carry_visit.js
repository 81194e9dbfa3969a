/** Links that take the calculator’s visit, as it stands in the address, to another page. */

import { bringsVisit } from "./link.js";

for (const link of document.querySelectorAll("a.carries-visit")) {
  if (!(link instanceof HTMLAnchorElement)) continue;
  link.addEventListener("click", () => {
    if (bringsVisit(location.hash)) link.hash = location.hash;
  });
}
