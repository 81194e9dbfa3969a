/** Runs trim.py inside Pyodide: node trim.mjs JOB, a JSON file that scripts.runtime.stdlib writes. */

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const CALCULATOR = "/calculator.whl"; // in Pyodide's own file system

try {
  console.log(await trim(JSON.parse(text(process.argv[2] ?? ""))));
} catch (error) {
  // Node itself would quote the line where it failed, which is all of Pyodide.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {Record<string, any>} job
 * @returns {Promise<number>} how many modules the library has
 */
async function trim(job) {
  const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`).href);
  const python = await loadPyodide({
    indexURL: job.pyodide,
    stdLibURL: job.library,
    // Sets keep their order, so that the same sources give the same bytes. Columns of the sources,
    // a fifth of the bytecode, serve only tracebacks.
    env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
  });
  python.FS.writeFile(CALCULATOR, bytes(job.wheel));
  python.FS.writeFile("/trim.py", bytes(job.trim));
  python.runPython(`import sys; sys.path[:0] = ["/", "${CALCULATOR}"]`);
  const { needed, library, tabled, WHOLE } = python.pyimport("trim");

  const [modules, visits, questions] = [job.modules, job.visits, job.questions].map((list) =>
    python.toPy(list),
  );
  const files = needed(modules, visits, text(job.figures), questions);
  const hook = python.toPy(bytes(job.hook)).tobytes();
  writeFileSync(job.stdlib, library(files, hook, job.table).toJs());
  writeFileSync(job.calculator, tabled(CALCULATOR, python.toPy(job.files), WHOLE).toJs());
  return files.length;
}

/** @param {string} path */
function bytes(path) {
  return new Uint8Array(readFileSync(path)); // Python's file system takes no Buffer
}

/** @param {string} path */
function text(path) {
  return readFileSync(path, "utf8");
}
