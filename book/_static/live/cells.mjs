// The cells of a chapter can be run and changed: on the functions that the reader has solved.
import files from "./files.mjs";
import { passed } from "./kept.mjs";
import { late, load, make, printed, runs } from "./page.mjs";

const WORDS = { ran: "Done", stopped: "This cell stopped", crashed: "Python stopped, and starts anew with the next run" };

const PRINTED = "What stands below is the book's.";
const BELOW = "The book's own result stands below yours.";
const NOTE = "The cells of this page can be run and changed here; changes are gone when you leave the page. They run on your own functions, each as it last passed its check: where a cell needs one that you have not solved yet, it says so.";

// All exercises of the course: which chapter has which, and what stands before them.
let chapters;
async function exercises() {
  chapters ??= fetch(new URL(files.exercises, import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(`exercises.json: the server says ${answer.status}`);
    return answer.json();
  });
  return chapters.catch((problem) => {
    chapters = undefined;
    throw problem;
  });
}

// By chapter, the code of what this browser has solved, below what the notebook's first cell gives.
async function solved() {
  const found = {};
  for (const { chapter, given, exercises: all } of await exercises()) {
    const parts = all.map((each) => [each.name, passed(each)]).filter(([, code]) => code !== undefined);
    if (parts.length) found[chapter] = given ? [["the first cell", given], ...parts] : parts;
  }
  return found;
}

class Cell {
  constructor(box, index, cells) {
    this.box = box;
    this.number = index + 1;
    this.cells = cells;
    this.input = box.querySelector(".cell_input");
    this.shown = this.input.firstElementChild;
    this.original = this.input.querySelector("pre").textContent.trimEnd();
    this.code = this.original;
    this.showButtons();
  }

  showButtons() {
    const button = (textContent, act, properties = {}) => {
      const made = make("button", { type: "button", textContent, "aria-label": `${textContent} cell ${this.number}`, ...properties });
      made.addEventListener("click", () => act.call(this));
      return made;
    };
    this.runButton = button("Run", this.run);
    this.changeButton = button("Change", this.change);
    this.stopButton = button("Stop", this.stop, { hidden: true });
    this.resetButton = button("Reset", this.reset, { hidden: true });
    this.drawButton = button("Load drawings and run", this.draw, { hidden: true });
    this.status = make("span", { className: "cell-status", role: "status" });
    const all = [this.runButton, this.changeButton, this.stopButton, this.resetButton, this.drawButton];
    this.now = make("div", { className: "cell-now", hidden: true });
    const row = make("div", { className: "live-buttons cell-buttons" }, ...all, this.status);
    this.input.append(row);
    const output = this.box.querySelector(".cell_output");
    if (output) output.prepend(this.now);
    else this.input.after(this.now);
  }

  async change() {
    if (this.editing) return;
    this.editing = true;
    const box = make("div", { className: "live-code" });
    try {
      const { edit } = await import("./editor.mjs");
      const editor = edit(box, this.code, {
        label: `Code of cell ${this.number}`,
        change: (code) => { this.code = code; },
        shortcut: (event) => runs(event, () => this.run()),
      });
      this.shown.hidden = true;
      this.shown.after(box);
      this.editor = box;
      this.changeButton.hidden = true;
      this.resetButton.hidden = false;
      editor.focus(0, 0);
    } catch (problem) {
      this.editing = false;
      this.say(`The editor could not be loaded (${problem.message}).`);
    }
  }

  async run() {
    if (this.isRunning) return;
    this.busy(true);
    try {
      const machine = await load();
      this.say(machine.isLoaded ? "Running" : `Loading Python, about ${files.megabytes} MB the first time`);
      machine.start().then(() => { if (this.isRunning) this.say("Running"); }, () => {});
      const asked = {
        cells: this.cells.map(({ code }) => code), index: this.number - 1, solved: await solved(), draws: machine.draws,
      };
      await this.show(await machine.run({ task: "cell", asked }));
    } catch (problem) {
      this.box.dataset.verdict = "crashed";
      this.say(`Python could not be loaded (${problem.message}). The printed result stays.`);
    }
    this.busy(false);
  }

  async draw() {
    this.drawButton.hidden = true;
    this.busy(true);
    try {
      const machine = await load();
      this.say(`Loading drawings, about ${files.drawings} MB the first time`);
      const found = machine.draws ? {} : await machine.run({ task: "drawings" });
      this.busy(false);
      if (found.verdict === "crashed") this.say(`Drawings could not be loaded (${found.message}).`);
      else await (found.verdict === "stopped" ? this.show(found) : this.run());
    } catch (problem) {
      this.busy(false);
      this.say(`Drawings could not be loaded (${problem.message}).`);
    }
  }

  busy(isRunning) {
    this.isRunning = isRunning;
    this.runButton.setAttribute("aria-disabled", isRunning);
    this.stopButton.hidden = !isRunning;
    if (isRunning) {
      delete this.box.dataset.verdict;
      this.drawButton.hidden = true;
    }
  }

  say(...words) {
    this.status.replaceChildren(...words);
  }

  async show({ verdict, message, output, figures, where, seconds, status, missing }) {
    this.box.dataset.verdict = verdict;
    this.resetButton.hidden = false;
    this.now.hidden = true;
    this.hidePrinted(verdict === "ran");
    if (verdict === "missing") return this.say("This cell has not run. It needs what you have not solved yet: ", ...(await this.ways(missing)), `. ${PRINTED}`);
    if (verdict === "absent") return this.say(`${message} ${PRINTED}`);
    if (verdict === "draws") {
      this.drawButton.hidden = false;
      return this.say(`This cell, or one above that it needs, draws. That takes about ${files.drawings} MB more, once.`);
    }
    const blocks = output ? [printed(output)] : [];
    if (message) blocks.push(make("pre", { className: "cell-message", textContent: message }));
    const rest = blocks.length ? BELOW : PRINTED;
    this.say(`${status ?? (verdict === "timeout" ? late({ where, seconds }) : WORDS[verdict])}${verdict === "ran" ? "" : `. ${rest}`}`);
    for (const figure of figures ?? []) {
      blocks.push(make("img", { src: `data:image/png;base64,${figure}`, alt: this.words() }));
    }
    this.now.replaceChildren(...blocks);
    this.now.hidden = !blocks.length;
    return undefined;
  }

  // What the printed figure shows is also what the new one begins with.
  words() {
    const before = this.box.querySelector(".drawing [aria-label]")?.getAttribute("aria-label") ?? "";
    return this.code === this.original ? before : `A figure of the changed code. The printed one: ${before}`;
  }

  // The result as it is printed; captions stay where they are.
  hidePrinted(isHidden) {
    this.box.querySelectorAll(".cell_output .output, .cell_output .drawing").forEach((part) => { part.hidden = isHidden; });
  }

  // Links to exercises, by name and chapter, with commas between.
  async ways(missing) {
    const all = await exercises();
    return missing.flatMap(([name, chapter], k) => {
      const here = document.getElementById(`live-${name}`);
      const { title } = all.find((each) => each.chapter === chapter);
      const href = here ? `#live-${name}` : `${chapter}.html#live-${name}`;
      const link = make("a", { href }, here ? `${name} (on this page)` : `${name} (in the chapter ${title})`);
      return k ? [", ", link] : [link];
    });
  }

  async stop() {
    (await load()).end({ verdict: "stopped", status: "Stopped by you", message: "", output: "" });
  }

  reset() {
    if (this.isRunning) return;
    this.code = this.original;
    this.editor?.remove();
    this.editor = undefined;
    this.editing = this.shown.hidden = this.changeButton.hidden = false;
    this.now.hidden = this.resetButton.hidden = this.drawButton.hidden = true;
    this.hidePrinted(false);
    delete this.box.dataset.verdict;
    this.say("As printed.");
    this.runButton.focus();
  }
}

if (files) {
  const cells = [];
  document.querySelector("article .cell_input")?.closest(".cell").before(make("p", { className: "cell-note" }, NOTE));
  document.querySelectorAll("article .cell:has(> .cell_input, > details > .cell_input)").forEach((box, index) => {
    cells.push(new Cell(box, index, cells));
  });
}
