/**
 * Only where pages are opened as files, without a server: browsers run no module and no worker
 * there, so this is a plain script. It says what does not work, and leads links to the page that a
 * server would find in a folder.
 */

{
  const WHY =
    "This page was opened as a file, and browsers forbid a page from files to read other files," +
    " which";
  const REMEDY =
    "open the site from a web server instead: whoever keeps your intranet can put this folder on" +
    " one, or run “python3 -m http.server” in it and open the address that it names, with" +
    " localhost for the host.";
  const READS = "The text, the unit chart and the worked examples can be read as they are.";

  /**
   * @param {string} what
   * @returns {HTMLParagraphElement}
   */
  const told = (what) => {
    const line = document.createElement("p");
    line.className = "from-files";
    line.setAttribute("role", "note");
    line.textContent = what;
    return line;
  };

  const begin = () => {
    for (const link of document.querySelectorAll("a[href]")) {
      if (!(link instanceof HTMLAnchorElement) || link.protocol !== "file:") continue;
      if (link.pathname.endsWith("/")) link.pathname += "index.html";
    }
    for (const late of document.querySelectorAll(".late")) late.remove();
    const asking = document.querySelector(".md-content .calculator, .md-content .self-test");
    asking?.before(told(`${WHY} is how it would work out an answer: ${REMEDY} ${READS}`));
    search();
  };

  /** The theme has hidden its search; the place stays, and says why. */
  const search = () => {
    const whole = document.querySelector(".md-search");
    const toggle = document.querySelector("#__search");
    const input = document.querySelector("input.md-search__input");
    if (!(whole instanceof HTMLElement) || !(toggle instanceof HTMLInputElement)) return;
    if (!(input instanceof HTMLInputElement)) return;
    whole.hidden = false;
    input.readOnly = true;
    const line = told(`${WHY} is how it would search: ${REMEDY}`);
    line.id = "from-files-search";
    input.setAttribute("aria-describedby", line.id);
    whole.querySelector(".md-search__scrollwrap")?.prepend(line);
    input.addEventListener("focus", () => {
      toggle.checked = true;
    });
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" || key === "Tab") toggle.checked = false;
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
