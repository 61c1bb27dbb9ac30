// Run a Python script in Pyodide under Node: in_pyodide.mjs FOLDER ARCHIVE SCRIPT. Prints its RESULT.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, archive, script] = process.argv.slice(2).map((path) => resolve(path));
try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  const python = await loadPyodide({ indexURL: `${folder}/` });
  await python.loadPackage(["numpy"], { messageCallback() {} });
  const place = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  python.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: place });
  python.runPython(readFileSync(script, "utf8"), { filename: script });
  process.stdout.write(python.globals.get("RESULT"), () => process.exit(0));
} catch (problem) {
  // An uncaught error would print the whole minified file in which it happened.
  console.error(String(problem.message ?? problem));
  process.exit(1);
}
