/** What is said while Python loads, stage by stage in words. */

import { find } from "./find.js";

/** @typedef {"engine" | "rules" | "figures"} Stage */

export class Loading {
  /**
   * @param {HTMLElement} root
   * @param {string} which the visit whose answer came with the page
   */
  constructor(root, which) {
    const template = find(root, "template[data-shows=loading]", HTMLTemplateElement);
    this.notice = find(template.content, ".loading", HTMLElement);
    find(this.notice, ".which", HTMLElement).textContent = which;
    this.stages = Array.from(this.notice.querySelectorAll("li"));
    this.began = 0;
    this.restart();
  }

  /** Begin at the first stage after the page itself. */
  restart() {
    this.began = performance.now();
    for (const stage of this.stages) {
      stage.className = "next";
      say(stage, "next");
    }
    const [page, first] = this.stages;
    if (page) finish(page, "here");
    if (first) begin(first);
  }

  /** @param {Stage} name the stage that begins now */
  stage(name) {
    const place = this.stages.findIndex((each) => each.dataset.stage === name);
    const now = this.stages[place];
    if (!now || now.className === "now") return;
    for (const stage of this.stages.slice(0, place)) {
      if (stage.className !== "done") finish(stage, this.seconds());
    }
    begin(now);
  }

  /** @returns {string} since loading began */
  seconds() {
    return `${((performance.now() - this.began) / 1000).toFixed(1)} s`;
  }
}

/** @param {HTMLElement} stage */
function begin(stage) {
  stage.className = "now";
  say(stage, "now");
}

/**
 * @param {HTMLElement} stage
 * @param {string} words
 */
function finish(stage, words) {
  stage.className = "done";
  say(stage, words);
}

/**
 * @param {HTMLElement} stage
 * @param {string} words
 */
function say(stage, words) {
  const place = stage.querySelector(".how-far") ?? document.createElement("span");
  place.className = "how-far";
  place.textContent = words;
  stage.append(place);
}
