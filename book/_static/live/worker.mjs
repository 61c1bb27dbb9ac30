// Pyodide with NumPy and the student's wheel; page_python.py, page_cells.py and page_catch.py say what a run is.
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
  const [pyodide, wheel, check, cells, caught] = await Promise.all([
    loadPyodide({
      indexURL: here("./python/").href,
      lockFileURL: here("./python/packages.json").href,
      packages: ["numpy"],
    }),
    get(files.wheel),
    get(files.check),
    get(files.cells),
    get(files.catch),
  ]);
  const folder = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  pyodide.unpackArchive(wheel, "wheel", { extractDir: folder });
  pyodide.FS.mkdir(`${folder}/page`);
  pyodide.FS.writeFile(`${folder}/page/page_python.py`, check);
  pyodide.FS.writeFile(`${folder}/page/page_cells.py`, cells);
  pyodide.FS.writeFile(`${folder}/page/page_catch.py`, caught);
  pyodide.pyimport("page.page_python").start();
  self.fetch = fetchAny;
  return pyodide;
}

const booted = boot();
booted.then(() => self.postMessage({ ready: true }), fail);

const TASKS = {
  // An exercise, below what stands before it in its notebook.
  check(pyodide, { name, parts }) {
    const list = pyodide.toPy(parts);
    const said = pyodide.pyimport("page.page_python").run(name, list);
    list.destroy();
    return JSON.parse(said);
  },
  // A cell of the page, below those that it needs.
  cell: (pyodide, { asked }) => JSON.parse(pyodide.pyimport("page.page_cells").run(JSON.stringify(asked))),
  // A colleague's function beside a right one, on an input of the reader.
  catch: (pyodide, { question }) => JSON.parse(pyodide.pyimport("page.page_catch").run(JSON.stringify(question))),
  // What draws, asked for by the reader.
  async drawings(pyodide) {
    const troubles = [];
    await pyodide.loadPackage(["matplotlib"], { messageCallback() {}, errorCallback: (words) => troubles.push(words) });
    if (!pyodide.loadedPackages.matplotlib || troubles.length) throw new Error(troubles.join(" ") || "they did not come");
    return { verdict: "loaded" };
  },
};

self.onmessage = async ({ data }) => {
  const pyodide = await booted;
  try {
    self.postMessage(await TASKS[data.task](pyodide, data));
  } catch (problem) {
    const message = String(problem?.message ?? problem).slice(-400);
    self.postMessage({ verdict: "crashed", message, output: "" });
  }
};
