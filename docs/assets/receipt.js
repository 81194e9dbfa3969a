/** The receipt page: a receipt is pasted, dropped or chosen, and the calculator looks at it. */

import { Asking } from "./asking.js";
import { find } from "./find.js";

const PATH = "receipt";
const LONGEST = 400_000; // characters; a receipt of 500 services has some 250,000

for (const root of document.querySelectorAll(".receipt-page")) {
  if (!(root instanceof HTMLElement)) continue;
  const field = find(root, "#receipt", HTMLTextAreaElement);
  const file = find(root, "#receipt-file", HTMLInputElement);
  // Whoever looked a receipt's pairs up had the tables of edits.
  const asking = new Asking(root, PATH, () => {}, {
    needsPairs: (question) => question.includes('\\"setting\\"'),
  });

  const look = () => {
    const receipt = field.value.trim();
    if (receipt) asking.ask(JSON.stringify({ receipt }));
  };

  /** @param {File | undefined} chosen */
  const read = async (chosen) => {
    if (!chosen) return;
    if (chosen.size > LONGEST) {
      const says = `Receipt: got a file of ${chosen.size} bytes; takes at most ${LONGEST}.`;
      asking.refuse([{ field: PATH, got: chosen.name, says }]);
      return;
    }
    field.value = await chosen.text();
    look();
  };

  field.addEventListener("input", look);
  file.addEventListener("change", () => read(file.files?.[0]));
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return; // a dropped text goes into the field by itself
    event.preventDefault();
    read(dropped);
  });
}
