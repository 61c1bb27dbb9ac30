// The map: each objective by what of it is solved, the quizzes that come back, and all that this
// browser keeps as one file. What it fills is written by course_lib/publishing/site/sphinx_map.py.
(() => {
  "use strict";
  if (!courseProgress) return; // read from the disk: the list stays a list
  const { PREFIX, KEY, today, later, reviews, read, write, count, show } = courseProgress;
  const FORMAT = "course-progress";
  const VERSION = 1;
  const MOST_BYTES = 5_000_000; // about what a browser keeps for a site
  const VERDICTS = ["passed", "failed", "stopped", "timeout", "crashed"];
  const part = (name) => document.querySelector(`.map-${name}`);

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function say(words) {
    part("said").textContent = words;
  }

  // ---------------------------------------------------------------- what is shown

  function showObjective(objective, progress) {
    const links = [...objective.querySelectorAll("[data-task]")];
    for (const link of links) {
      link.querySelector(".map-done")?.remove();
      if (count([link.dataset.task], progress).solved) {
        link.append(make("span", "map-done", " ✓", make("span", "visually-hidden", " solved")));
      }
    }
    const { solved, begun, of } = count(links.map((link) => link.dataset.task), progress);
    const state = solved === of ? "solved" : begun ? "begun" : "not begun";
    objective.dataset.state = state;
    objective.querySelector(".map-state")?.remove();
    objective.firstElementChild.prepend(make("span", "map-state", state === "begun" ? `begun, ${solved} of ${of}` : state), " ");
  }

  function dayInWords(due) {
    if (due === today()) return "today";
    const words = new Date(`${due}T12:00`).toLocaleDateString("en-US", { month: "long", day: "numeric" });
    return due < today() ? `since ${words}` : `on ${words}`;
  }

  function reviewItem({ task, due }) {
    const there = document.querySelector(`[data-task="${task}"]`);
    const chapter = there.closest("section").querySelector("h2 a").textContent;
    const link = make("a", "", `${chapter}, ${there.firstChild.textContent}`);
    link.href = there.href;
    return make("li", "", link, `: due ${dayInWords(due)}`);
  }

  function showAll() {
    const progress = read();
    for (const objective of document.querySelectorAll(".map-objective")) showObjective(objective, progress);
    const { solved, of } = count([...new Set(Object.values(courseTasks).flat())], progress);
    const all = reviews(progress);
    const due = all.filter((each) => each.due <= today());
    part("sum").textContent = `${solved} of ${of} exercises and questions are solved.`;
    part("due").replaceChildren(...(due.length ? due.map(reviewItem) : [make("li", "", "None is due today.")]));
    part("later").hidden = due.length === all.length;
    part("later").firstElementChild.textContent = `${all.length - due.length} later`;
    part("later").lastElementChild.replaceChildren(...all.slice(due.length).map(reviewItem));
  }

  // ---------------------------------------------------------------- one file

  // The code of exercises, and whatever else pages keep under the site's path.
  function keptCode() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== KEY);
    return Object.fromEntries(keys.map((key) => [key.slice(PREFIX.length), localStorage.getItem(key)]));
  }

  function save() {
    const { verdicts, answers } = read();
    const content = { format: FORMAT, version: VERSION, code: keptCode(), verdicts, answers };
    const link = make("a", "");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1), "\n"], { type: "application/json" }));
    link.download = `course-progress-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(`Saved as ${link.download}.`);
  }

  function isAnswer(text) {
    const [, day] = /^(\d{4}-\d\d-\d\d) [01]$/.exec(text) ?? [];
    return !Number.isNaN(Date.parse(day)) && later(day, 0) === day && day <= later(today(), 1);
  }

  // What each part of a file holds: names, what stands there, and that in words.
  const PARTS = {
    code: [/^(?!progress$).{1,200}$/, (value) => typeof value === "string", "a text"],
    verdicts: [/^\w+:[0-9a-f]{12}$/, (value) => VERDICTS.includes(value), `one of ${VERDICTS.join(", ")}`],
    answers: [
      /^[0-9a-f]{8}$/,
      (value) => Array.isArray(value) && value.every(isAnswer),
      `a list of answers such as "${today()} 1", none from days to come`,
    ],
  };

  function checkPart(name, held) {
    const [names, suits, inWords] = PARTS[name];
    if (typeof held !== "object" || held === null || Array.isArray(held)) throw new Error(`Its part "${name}" is missing or no object.`);
    for (const [key, value] of Object.entries(held)) {
      const shown = key.slice(0, 60);
      if (!names.test(key)) throw new Error(`Its part "${name}" has an entry "${shown}", which is no name that this page gives.`);
      if (!suits(value)) throw new Error(`"${shown}" in its part "${name}" is not ${inWords}.`);
    }
  }

  // Returns what a file holds, or says what is wrong with it.
  async function contentOf(file) {
    if (file.size > MOST_BYTES) throw new Error(`It is larger than ${MOST_BYTES / 1e6} MB.`);
    let found;
    try {
      found = JSON.parse(await file.text());
    } catch {
      throw new Error("It is no JSON, or only a part of it.");
    }
    if (found?.format !== FORMAT) throw new Error("It was not saved by this page.");
    if (found.version !== VERSION) throw new Error(`It has version ${found.version}; this page reads version ${VERSION}.`);
    for (const name of Object.keys(PARTS)) checkPart(name, found[name]);
    return found;
  }

  // Adds a file to what is here: nothing here is replaced by less. Returns whose code stays.
  function add({ code, verdicts, answers }) {
    const progress = read();
    for (const [task, verdict] of Object.entries(verdicts)) {
      if (progress.verdicts[task] !== "passed") progress.verdicts[task] = verdict;
    }
    for (const [task, days] of Object.entries(answers)) {
      progress.answers[task] = [...new Set([...(progress.answers[task] ?? []), ...days])].sort();
    }
    const here = keptCode();
    const added = Object.keys(code).filter((key) => !(key in here));
    try {
      for (const key of added) localStorage.setItem(PREFIX + key, code[key]);
      write(progress);
    } catch {
      for (const key of added) localStorage.removeItem(PREFIX + key);
      throw new Error("This browser has no room for it.");
    }
    return Object.keys(code).filter((key) => key in here && here[key] !== code[key]);
  }

  async function load(field) {
    const [file] = field.files;
    if (!file) return;
    try {
      const stays = add(await contentOf(file)).map((key) => key.split(":")[0]);
      const differ = stays.length
        ? ` Where code differs, that of this browser stays: ${[...new Set(stays)].join(", ")}. For that of the file, press Start over there and load the file again.`
        : "";
      say(`${file.name} is loaded.${differ}`);
    } catch (problem) {
      say(`${file.name} was not loaded. ${problem.message} Nothing has changed.`);
    }
    field.value = ""; // so that the same file can be chosen again
    show();
  }

  function deleteAll() {
    if (!confirm("Delete all code, verdicts and answers that this browser keeps for this book? That cannot be undone.")) return;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
    show();
    say("All of it is deleted.");
  }

  // ---------------------------------------------------------------- begin

  part("elsewhere").remove();
  for (const desk of document.querySelectorAll(".map-desk")) desk.hidden = false;
  document.addEventListener("course:progress", showAll);
  showAll();
  try {
    localStorage.setItem(`${PREFIX}test`, "");
    localStorage.removeItem(`${PREFIX}test`);
    part("save").addEventListener("click", save);
    part("delete").addEventListener("click", deleteAll);
    const field = part("buttons").querySelector("input");
    field.addEventListener("change", () => load(field));
  } catch {
    part("buttons").hidden = true;
    say("This browser keeps nothing for this site: the window is private, storage is switched off, or it is full. So nothing is marked as solved.");
  }
})();
