// Runs the site's trimmed Python in Node as the worker runs it in the page. Reads a JSON object from
// standard input: modules to import by name, visits to answer, questions at other doors. Writes what failed and what was said.

import { readFileSync } from "node:fs";

const [runtime, figures] = process.argv.slice(2);
const { modules, visits, questions } = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(`${runtime}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: runtime });
try {
  python.pyimport("sitecustomize").add(new Uint8Array(readFileSync(`${runtime}/calculator.bin`)));
} catch (error) {
  console.error(error.message); // Node itself would quote the line where it failed: all of Pyodide
  process.exit(1);
}
const door = python.pyimport("calculator.door");
const bundle = python.pyimport("calculator.reference.bundle");
const reference = bundle.load(readFileSync(figures, "utf8"));

const failed = modules.filter((name) => {
  try {
    python.pyimport(name);
    return false;
  } catch {
    return true;
  }
});
const answers = visits.map((visit) => door.evaluate(visit, reference, "../"));
const others = questions.map(({ module, name, file, question }) => {
  const room = python.pyimport(module);
  return room[name](question, room.load(readFileSync(file, "utf8")), "../");
});
process.stdout.write(JSON.stringify({ failed, answers, others }));
