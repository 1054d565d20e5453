// Runs the detection of all cases of tests/cases on the Python of Pyodide, which is 3.14:
//
//     npm ci --prefix website && node website/cases.mjs [--every N] [CODE…]
//
// Prints what is wrong, and last one line that counts; ends with 1 where anything is wrong.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(`${here}/node_modules/pyodide`)) {
  console.error("Pyodide is not here: npm ci --prefix website");
  process.exit(2);
}
const { loadPyodide } = await import("pyodide");
const python = await loadPyodide({ args: ["-X", "utf8"] });
python.mountNodeFS("/checkout", dirname(here));
python.FS.chdir("/checkout");
python.globals.set("arguments", python.toPy(process.argv.slice(2)));
process.exitCode = python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/checkout", "/checkout/tests", "/checkout/website"]
import cases_on_pyodide
cases_on_pyodide.main(arguments)
`);
