// What this browser has solved: exercises by the event of live.mjs, quizzes by their first answer. It
// keeps that itself, and marks it in the contents; your_map.js shows all of it. What a chapter asks
// stands in progress_tasks.js. No module: pages may be read from the disk, where nothing is kept.
var courseProgress = (() => {
  "use strict";
  if (location.protocol === "file:") return null;
  const SITE = new URL("../", document.currentScript.src).pathname;
  const PREFIX = `course:${SITE}:`; // that of live.mjs, which keeps the code
  const KEY = `${PREFIX}progress`;
  const DAYS = [1, 3, 7, 21];
  const known = new Set(Object.values(courseTasks).flat());

  // A day is a text such as 2026-01-31, by the reader's own clock.
  const today = (now = new Date()) =>
    new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

  // Where a quiz stands after its answers: each is a day, with 1 for right and 0 for wrong. What is
  // answered right before it is due changes nothing; after the last round nothing is due any more.
  function review(answers) {
    let step = 0;
    let due;
    let right = false;
    for (const answer of answers) {
      const day = answer.slice(0, 10);
      right = answer.endsWith("1");
      if (right && day < due) continue;
      step = right && due !== undefined ? step + 1 : 0;
      due = step < DAYS.length ? later(day, DAYS[step]) : "";
    }
    return { right, due };
  }

  // An exercise is kept as `name:digest of its stub`, a quiz by the digest of its question.
  function read() {
    const none = { verdicts: {}, answers: {} };
    try {
      return { ...none, ...JSON.parse(localStorage.getItem(KEY)) };
    } catch {
      return none;
    }
  }

  function write(progress) {
    localStorage.setItem(KEY, JSON.stringify(progress));
  }

  function note(change) {
    const progress = read();
    change(progress);
    try {
      write(progress);
    } catch {
      return; // a private window, or no room: the map says so
    }
    show();
  }

  function stateOf(task, { verdicts, answers }) {
    const begun = task in verdicts || task in answers || localStorage.getItem(PREFIX + task) !== null;
    const solved = verdicts[task] === "passed" || review(answers[task] ?? []).right;
    return { begun, solved };
  }

  // How far a list of tasks is.
  function count(tasks, progress) {
    let solved = 0;
    let begun = 0;
    try {
      for (const state of tasks.map((task) => stateOf(task, progress))) {
        solved += state.solved;
        begun += state.begun;
      }
    } catch {
      // This browser keeps nothing.
    }
    return { solved, begun, of: tasks.length };
  }

  // The quizzes that come back, with the day, first the first.
  function reviews({ answers }) {
    const found = Object.keys(answers).filter((task) => known.has(task));
    return found.map((task) => ({ task, due: review(answers[task]).due }))
      .filter(({ due }) => due).sort((one, other) => (one.due < other.due ? -1 : 1));
  }

  function words(page, progress, hasBegun) {
    if (page.endsWith("/your_map.html")) {
      const due = reviews(progress).filter((each) => each.due <= today()).length;
      return due ? [`${due} due`, " for review"] : null;
    }
    if (!hasBegun || !courseTasks[page]) return null;
    const { solved, of } = count(courseTasks[page], progress);
    return [`${solved === of ? "✓ " : ""}${solved} of ${of}`, " solved"];
  }

  // Marks the contents, beside each chapter.
  function show() {
    const progress = read();
    const hasBegun = count([...known], progress).begun > 0;
    for (const link of document.querySelectorAll(".bd-links a.reference.internal")) {
      link.querySelector(".progress-mark")?.remove();
      const told = words(link.pathname.slice(SITE.length), progress, hasBegun);
      if (!told) continue;
      const [shown, spoken] = told;
      const mark = Object.assign(document.createElement("span"), { className: "progress-mark", textContent: ` ${shown}` });
      mark.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: spoken }));
      link.append(mark);
    }
    document.dispatchEvent(new CustomEvent("course:progress"));
  }

  document.addEventListener("course:verdict", ({ detail: { name, verdict } }) => {
    const task = [...known].find((each) => each.startsWith(`${name}:`));
    if (!task) return;
    note(({ verdicts }) => {
      if (verdicts[task] !== "passed") verdicts[task] = verdict;
    });
  });

  // The first option that is opened is the answer; of numbers each one is, until the answer is shown.
  const shown = new WeakSet();

  function answer(quiz, right) {
    const task = quiz.id.replace("quiz-", "");
    if (!known.has(task)) return;
    note(({ answers }) => {
      answers[task] = [...new Set([...(answers[task] ?? []), `${today()} ${Number(right)}`])].sort();
    });
  }

  document.addEventListener("toggle", ({ target: option }) => {
    const quiz = option.closest(".quiz");
    if (!option.open || !option.matches(".quiz-option") || shown.has(quiz)) return;
    shown.add(quiz);
    const field = quiz.querySelector(".quiz-number");
    if (!field) answer(quiz, option.matches(".quiz-right"));
    else if (field.dataset.verdict !== "right") answer(quiz, false); // looked it up
  }, true);

  document.addEventListener("submit", ({ target: field }) => {
    const quiz = field.closest(".quiz");
    if (field.matches(".quiz-number") && field.dataset.verdict && !shown.has(quiz)) {
      answer(quiz, field.dataset.verdict === "right");
    }
  });

  window.addEventListener("storage", show); // another tab
  window.addEventListener("pageshow", (event) => event.persisted && show());
  show();
  return { PREFIX, KEY, today, later, review, reviews, read, write, count, show };
})();
