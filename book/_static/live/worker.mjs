// Pyodide with NumPy and the student's wheel; page_python.py says what one run is.
import files from "./files.mjs";

const here = (name) => new URL(name, import.meta.url);

const fail = (problem) => self.postMessage({ fatal: String(problem?.message ?? problem) });

// Pyodide waits for ever for a file that does not come: the first that fails ends the start.
const fetchAny = self.fetch;
async function fetchOrFail(file, ...options) {
  const name = String(file.url ?? file).split("/").pop().split("?")[0];
  try {
    const answer = await fetchAny(file, ...options);
    if (!answer.ok) throw new Error(`the server says ${answer.status}`);
    return answer;
  } catch (problem) {
    fail(`${name}: ${problem.message}`);
    throw problem;
  }
}

async function get(name) {
  const answer = await fetch(here(name));
  return new Uint8Array(await answer.arrayBuffer());
}

async function boot() {
  self.fetch = fetchOrFail;
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
  self.fetch = fetchAny;
  return { pyodide, page };
}

const booted = boot();
booted.then(() => self.postMessage({ ready: true }), fail);

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
