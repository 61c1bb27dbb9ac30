// The mistake museum: an input that the reader types, for a colleague's function and a right one.
import files from "../live/files.mjs";
import { load, make, runs } from "../live/page.mjs";

const WORDS = { caught: "Caught", agrees: "Not caught", refused: "That is no input", crashed: "Python stopped" };

// What the reader types, by what stands there first.
function kind(text) {
  if (text.startsWith("[[")) return ", a list of rows,";
  return text.startsWith("[") ? ", a list of numbers," : "";
}

class Exhibit {
  constructor(section) {
    this.section = section;
    this.question = JSON.parse(section.querySelector(".exhibit-data").textContent);
    this.fields = Object.entries(this.question.example).map(([name, text]) => [name, make("input", { type: "text", value: text, autocomplete: "off", spellcheck: false })]);
    const labels = this.fields.map(([name, field]) => make("label", {}, make("span", {}, make("code", {}, name), `${kind(field.value)} =`), field));
    this.status = make("p", { className: "exhibit-status", role: "status" });
    const form = make("form", { className: "exhibit-form" }, make("p", {}, "Give an input on which it fails."), ...labels, make("button", { type: "submit" }, "Try this input"));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.run(); });
    form.addEventListener("keydown", (event) => runs(event, () => this.run()));
    section.querySelector(".exhibit-catch").replaceChildren(form, this.status);
  }

  async run() {
    if (this.isRunning) return;
    this.isRunning = true;
    delete this.section.dataset.caught;
    const typed = Object.fromEntries(this.fields.map(([name, field]) => [name, field.value]));
    try {
      const machine = await load();
      this.status.textContent = machine.isLoaded ? "Running" : `Loading Python, about ${files.megabytes} MB the first time`;
      const { verdict, message } = await machine.run({ task: "catch", question: { ...this.question, arguments: typed } });
      this.status.textContent = `${WORDS[verdict] ?? "Stopped"}. ${message}`;
      this.section.dataset.caught = verdict;
    } catch (problem) {
      this.status.textContent = `Python could not be loaded (${problem.message}).`;
    }
    this.isRunning = false;
  }
}

if (files) for (const section of document.querySelectorAll("section.exhibit")) new Exhibit(section);
