/** How the server answers: for a folder, for what is not there, for a part; and the calculator. */

import { startEngine } from "../engine.js";
import { ASSETS, fresh, passes, ROOT } from "./asked.js";
import { folders, notFound, ranges } from "./remedies.js";

/** @typedef {import("./asked.js").Found} Found */

/** @returns {Promise<Found[]>} */
export async function addresses() {
  const name = "Folders";
  const response = await fresh(new URL("codes", ROOT));
  const isLed = response.ok && response.url === new URL("codes/", ROOT).href;
  if (isLed) return [passes(name, "an address without its last slash leads to the page")];
  const says = `${new URL("codes", ROOT).pathname} answers ${response.status} and ends at ${response.url}; takes codes/`;
  return [{ name, state: "change", says, changes: folders() }];
}

/** @returns {Promise<Found[]>} */
export async function missing() {
  const name = "Missing pages";
  const url = new URL("self-test/no-such-page/", ROOT);
  const response = await fresh(url);
  const isOurs = (await response.text()).includes("Nothing is at this address");
  const changes = notFound(ROOT.pathname);
  if (response.status !== 404) {
    const says = `an address without a page answers ${response.status}; takes 404`;
    return [{ name, state: "change", says, changes }];
  }
  if (isOurs) return [passes(name, "404, with the site’s own page")];
  return [{ name, state: "better", says: "404, but not with the site’s own page", changes }];
}

/** @returns {Promise<Found[]>} */
export async function partly() {
  const name = "Ranges";
  const url = new URL("runtime/python_stdlib.zip", ASSETS);
  const response = await fresh(url, { headers: { Range: "bytes=0-3" } });
  const { byteLength } = await response.arrayBuffer();
  const isGood = (response.status === 206 && byteLength === 4) || response.status === 200;
  const got = `answers ${response.status} with ${byteLength} bytes`;
  if (isGood) return [passes(name, `the site needs none; a request for a part ${got}`)];
  const says = `a request for a part ${got}; takes 206 with 4 bytes, or 200 with the whole file`;
  return [{ name, state: "better", says, changes: ranges() }];
}

/** The calculator itself, with its own words where it does not start. */
export async function program() {
  const name = "Calculator";
  const visit = JSON.stringify({});
  return new Promise((/** @type {(found: Found[]) => void} */ resolve) => {
    const engine = startEngine({
      onStage: () => {},
      onReady: () => {},
      onBroken: ({ says, remedy }) => {
        resolve([{ name, state: "change", says: `${says} ${remedy}`, changes: [] }]);
      },
    });
    engine.evaluate(visit, "../").then(
      () => {
        engine.stop();
        resolve([passes(name, "Python starts here and answers")]);
      },
      () => {}, // onBroken has said why
    );
  });
}
