// Exercises that are written and checked in the page. Editor and Python come with the first use.
import files from "./files.mjs";
import { before, keep, keepBefore, keepPassed, passed, recall } from "./kept.mjs";
import { late, load, make, printed, runs } from "./page.mjs";

const WORDS = {
  passed: "Right",
  failed: "Not yet",
  stopped: "Your code stopped",
  crashed: "Python stopped, and starts anew with the next run",
};
const KEYS = "Ctrl+Enter runs the code; Esc leaves the field.";

class Live {
  constructor(section, chapter) {
    this.section = section;
    this.chapter = chapter;
    this.place = chapter.exercises.findIndex(({ name }) => name === section.dataset.name);
    this.exercise = chapter.exercises[this.place];
    this.code = recall(this.exercise);
    this.showEditor();
    this.showButtons();
    this.offerBefore();
    if (passed(this.exercise) === this.code) {
      this.section.dataset.verdict = "passed";
      this.say(`${WORDS.passed}, when it last ran`);
    }
  }

  // A plain field lies over the colored code until the editor is there: no key is lost meanwhile.
  showEditor() {
    const box = this.section.querySelector(".live-code");
    const colored = box.querySelector("pre");
    colored.inert = true; // the field over it has the same text
    this.field = make("textarea", {
      className: "live-field", value: this.code, spellcheck: false, autocapitalize: "off",
      autocomplete: "off", "aria-label": `Code of ${this.exercise.name}`,
    });
    const show = () => { box.classList.toggle("live-written", this.field.value !== this.exercise.stub); };
    show();
    this.field.rows = this.code.split("\n").length;
    this.field.addEventListener("input", () => { this.changed(this.field.value); show(); });
    this.field.addEventListener("keydown", (event) => this.shortcut(event));
    this.field.addEventListener("focus", () => this.loadEditor(box), { once: true });
    box.append(this.field);
  }

  async loadEditor(box) {
    try {
      const { edit } = await import("./editor.mjs");
      const { selectionStart, selectionEnd, scrollTop } = this.field;
      const hasFocus = document.activeElement === this.field;
      const editor = edit(box, this.code, {
        label: `Code of ${this.exercise.name}`,
        change: (code) => this.changed(code),
        shortcut: (event) => this.shortcut(event),
      });
      this.field = editor.field;
      this.replace = editor.replace;
      if (hasFocus) editor.focus(selectionStart, selectionEnd, scrollTop);
    } catch (problem) {
      console.warn(`The plain field stays: ${problem.message}`);
    }
  }

  replace(code) {
    this.field.value = code;
    this.field.dispatchEvent(new Event("input"));
  }

  changed(code) {
    this.code = code;
    keep(this.exercise, code);
    this.offerBefore();
  }

  // Who started over by mistake has the way back, also on another day.
  offerBefore() {
    if (this.backButton) this.backButton.hidden = this.code !== this.exercise.stub || !before(this.exercise);
  }

  shortcut(event) {
    runs(event, () => this.run());
  }

  showButtons() {
    const button = (textContent, act) => {
      const made = make("button", { type: "button", textContent });
      made.addEventListener("click", () => act.call(this));
      return made;
    };
    this.runButton = button("Run and check", this.run);
    this.runButton.className = "live-run";
    this.stopButton = button("Stop", this.stop);
    this.stopButton.disabled = true;
    this.backButton = button("Bring back my code", this.bringBack);
    const others = [button("Start over", this.startOver), this.backButton];
    if (this.chapter.chapter) others.push(button("Download notebook", this.download));
    this.status = make("p", { className: "live-status", role: "status" });
    this.result = make("div", { className: "live-result", hidden: true });
    const names = this.place && this.chapter.chapter ? "np is NumPy, and the exercises above are there to be called." : "np is NumPy.";
    const help = make("p", { className: "live-help" }, `${names} `, make("span", { className: "live-keys" }, KEYS));
    const row = make("div", { className: "live-buttons" }, this.runButton, this.stopButton, ...others);
    this.section.querySelector(".live-elsewhere").replaceWith(help, row, this.status, this.result);
  }

  // What stands above the exercise in its notebook, then its own code.
  parts() {
    const above = this.chapter.exercises.slice(0, this.place);
    const given = this.chapter.given ? [["the first cell", this.chapter.given]] : [];
    return [...given, ...above.map((each) => [each.name, recall(each)]), [this.exercise.name, this.code]];
  }

  async run() {
    if (this.isRunning) return;
    this.busy(true);
    const { code } = this;
    try {
      const machine = await load();
      this.say(machine.isLoaded ? "Running" : `Loading Python, about ${files.megabytes} MB the first time`);
      machine.start().then(() => { if (this.isRunning) this.say("Running"); }, () => {});
      const found = await machine.run({ task: "check", name: this.exercise.name, parts: this.parts() });
      if (found.verdict === "passed") keepPassed(this.exercise, code);
      this.show(found);
    } catch (problem) {
      this.section.dataset.verdict = "crashed";
      this.say(`Python could not be loaded (${problem.message}). ${this.chapter.chapter && `The same exercise is in ${this.chapter.chapter}.ipynb.`}`);
    }
    this.busy(false);
    this.tell();
  }

  // Others on the page learn of it, such as the marks of what is solved.
  tell() {
    const { name, verdict } = this.section.dataset;
    const detail = { name, chapter: this.chapter.chapter, verdict };
    this.section.dispatchEvent(new CustomEvent("course:verdict", { bubbles: true, detail }));
  }

  busy(isRunning) {
    this.isRunning = isRunning;
    this.runButton.setAttribute("aria-disabled", isRunning);
    this.stopButton.disabled = !isRunning;
    if (isRunning) {
      delete this.section.dataset.verdict;
      this.result.hidden = true;
    }
  }

  say(words) {
    this.status.textContent = words;
  }

  show({ verdict, message, output, where, seconds, status }) {
    this.say(status ?? (verdict === "timeout" ? late({ where, seconds }) : WORDS[verdict]));
    const blocks = [];
    if (message) blocks.push(make("pre", { textContent: message }), ...this.equation(message));
    if (output) blocks.push(make("p", {}, "Printed:"), printed(output));
    this.result.replaceChildren(...blocks);
    this.result.hidden = !blocks.length;
    this.section.dataset.verdict = verdict;
  }

  // A link to the equation that the message names, where this page has it.
  equation(message) {
    const [, label] = message.match(/^ *Equation: `([\w-]+)`/m) ?? [];
    if (!label || !document.getElementById(`equation-${label}`)) return [];
    return [make("p", {}, make("a", { href: `#equation-${label}` }, "Go to the equation"))];
  }

  async stop() {
    (await load()).end({ verdict: "stopped", status: "Stopped by you", message: "", output: "" });
  }

  startOver() {
    if (this.code !== this.exercise.stub) keepBefore(this.exercise, this.code);
    this.exchange(this.exercise.stub, "The code is as it was at first. Yours is kept.");
  }

  bringBack() {
    this.exchange(before(this.exercise), "Here is your code again.");
    this.runButton.focus();
  }

  exchange(code, words) {
    this.replace(code);
    this.result.hidden = true;
    delete this.section.dataset.verdict;
    this.say(words);
  }

  async download() {
    try {
      const { notebook } = await import("./notebook.mjs");
      const answers = this.chapter.exercises.map((each) => [each.name, recall(each)]);
      await notebook(this.chapter.chapter, new Map(answers));
    } catch (problem) {
      this.say(`The notebook could not be loaded (${problem.message}).`);
    }
  }
}

function begin() {
  const chapters = new Map();
  for (const script of document.querySelectorAll("script.live-data")) {
    const chapter = JSON.parse(script.textContent);
    for (const { name } of chapter.exercises) chapters.set(name, chapter);
  }
  for (const section of document.querySelectorAll("section.live")) {
    new Live(section, chapters.get(section.dataset.name));
  }
}

// Without Python on this site the stubs stay what they are: code to read, and where to run it.
if (files) begin();
else document.querySelectorAll(".live-here").forEach((sentence) => sentence.remove());
