// Pyodide with NumPy and the student's wheel; page_python.py says what one run is.
import files from "./files.mjs";

const here = (name) => new URL(name, import.meta.url);

async function get(name) {
  const answer = await fetch(here(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function boot() {
  const { loadPyodide } = await import(here("./python/pyodide.mjs"));
  const [pyodide, wheel, runner] = await Promise.all([
    loadPyodide({
      indexURL: here("./python/").href,
      lockFileURL: here("./python/packages.json").href,
      packages: ["numpy"],
    }),
    get(files.wheel),
    get(files.runner),
  ]);
  const folder = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  pyodide.unpackArchive(wheel, "wheel", { extractDir: folder });
  pyodide.FS.writeFile(`${folder}/page_python.py`, runner);
  const page = pyodide.pyimport("page_python");
  page.start();
  return { pyodide, page };
}

const booted = boot();
booted.then(
  () => self.postMessage({ ready: true }),
  (problem) => self.postMessage({ fatal: String(problem?.message ?? problem) }),
);

self.onmessage = async ({ data: { name, parts } }) => {
  const { pyodide, page } = await booted;
  try {
    const list = pyodide.toPy(parts);
    self.postMessage(JSON.parse(page.run(name, list)));
    list.destroy();
  } catch (problem) {
    const message = String(problem?.message ?? problem).slice(-400);
    self.postMessage({ verdict: "crashed", message, output: "" });
  }
};
