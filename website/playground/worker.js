// Python and the linter, apart from the page, so that typing never waits for them.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const ready = (async () => {
  const python = await loadPyodide();
  for (const name of ["flake8_pitfalls.zip", "judge.py"]) {
    const answer = await fetch(new URL(name, import.meta.url));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (name.endsWith(".zip")) python.unpackArchive(bytes, "zip");
    else python.FS.writeFile(name, bytes);
  }
  const judge = python.pyimport("judge");
  judge.judge("", true); // loads every rule, so that the first answer is as fast as the next
  return { judge, version: python.runPython("import platform; platform.python_version()") };
})();

ready.then(
  ({ version }) => postMessage({ kind: "ready", version }),
  (error) => postMessage({ kind: "failed", error: String(error) }),
);

onmessage = async ({ data }) => {
  const { judge } = await ready;
  const began = performance.now();
  try {
    if (data.kind === "judge") {
      const answer = JSON.parse(judge.judge(data.text, data.every));
      postMessage({ kind: "judged", id: data.id, took: performance.now() - began, ...answer });
    } else {
      postMessage({ kind: "repaired", id: data.id, text: judge.repair(data.text, data.every, data.unsafe) });
    }
  } catch (error) {
    postMessage({ kind: "failed", id: data.id, error: String(error) });
  }
};
