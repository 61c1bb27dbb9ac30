// The page of `course read`: points and comments go to the server one answer at a time. What is typed
// is kept in this browser until the server has confirmed that it holds it.
const SECONDS = 15; // after which the page asks what others saved
const PREFIX = `course-read:${document.body.dataset.store}:`;
const TAB = (sessionStorage.tab ??= crypto.randomUUID()); // drafts of two tabs do not mix

const find = (selector, within = document) => within.querySelector(selector);
const written = (points) => (points === null ? "" : String(points));
const said = find("#said");
const tell = (text) => (said.textContent = text);

// Read points as people type them: null for none, NaN for what is no number.
function number(text) {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

function make(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

const button = (text, work) => make("button", text, { type: "button", onclick: work });

class Card {
  constructor(article) {
    this.article = article;
    this.id = article.dataset.id;
    this.section = article.closest("section");
    this.most = Number(this.section.dataset.most);
    this.points = find(".points", article);
    this.comment = find(".comment", article);
    this.others = find(".others", article);
    this.text = article.dataset.text; // digest of the text that the grader sees
    this.standing = JSON.parse(article.dataset.standing); // what the server holds
    this.version = this.standing.version; // the version that the grader saw
    this.draft = false; // something is typed that the server has not confirmed
    this.unsent = false; // it was to be saved, and the server did not answer
    this.queue = Promise.resolve();
    this.confirmed = 0; // when the server last confirmed, by this page's clock
    this.fill();
    article.addEventListener("input", () => this.typed());
    article.addEventListener("focusin", () => choose(this, false));
    find(".save", article).onclick = () => this.save();
  }

  get key() {
    return `${PREFIX}${this.id}:${TAB}`;
  }

  get changed() {
    return !same(this.content(), this.standing);
  }

  // Nobody has to look at it any more, as far as this page knows.
  get done() {
    return !this.standing.waits || (this.draft && number(this.points.value) !== null);
  }

  content() {
    return { points: number(this.points.value), comment: this.comment.value };
  }

  fill(content = this.standing) {
    this.points.value = written(content.points);
    this.comment.value = content.comment;
    this.paint();
  }

  paint() {
    const { waits, points, blank } = this.standing;
    const again = waits && points !== null ? "these points were given for an earlier text" : "";
    const state = this.draft ? "not saved" : again || (waits ? "unread" : blank ? "no answer" : "read");
    find(".state", this.article).textContent = `· ${state}`;
    this.article.classList.toggle("read", !waits);
    this.article.classList.toggle("draft", this.draft);
    count();
  }

  typed() {
    if (this.changed) this.keep();
    else this.drop();
  }

  keep() {
    this.draft = true;
    const { version, text } = this;
    const draft = { points: this.points.value, comment: this.comment.value, version, text, time: Date.now() };
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      tell("This browser keeps no drafts: save each answer before you go on.");
    }
    this.paint();
  }

  drop() {
    this.draft = this.unsent = false;
    this.others.replaceChildren();
    forget(this.id, (key, draft) => key === this.key || same(draft, this.standing));
    this.paint();
  }

  // Take up what was typed before and never confirmed; what else there is, is offered.
  restore(drafts) {
    const open = drafts.filter(([, draft]) => !same(draft, this.standing));
    if (!open.length) return this.drop();
    open.sort(([a, x], [b, y]) => (b === this.key) - (a === this.key) || y.time - x.time);
    const [[key, draft], ...rest] = open;
    this.points.value = draft.points;
    this.comment.value = draft.comment;
    this.version = draft.version;
    this.text = draft.text;
    this.keep();
    if (key !== this.key) localStorage.removeItem(key);
    for (const [other, { points, comment }] of rest) {
      this.offer(`Also typed and not saved: ${told(number(points), comment)}`, [
        ["Take this", () => (this.fill({ points: number(points), comment }), this.keep())],
        ["Forget it", () => localStorage.removeItem(other)],
      ]);
    }
  }

  offer(text, choices) {
    const box = make("div", "");
    const buttons = choices.map(([label, work]) => button(label, () => (box.remove(), work())));
    box.append(make("p", text), ...buttons);
    this.others.append(box);
  }

  // Send what is typed; false if it cannot be sent as it is.
  save() {
    const { points, comment } = this.content();
    if (Number.isNaN(points) || points > this.most) {
      tell(`Points are a number from 0 to ${this.most}.`);
      this.points.focus();
      return false;
    }
    if (!this.changed && !(this.standing.waits && points !== null)) {
      if (this.standing.waits) tell("No points are given yet.");
      return !this.standing.waits;
    }
    this.keep();
    this.queue = this.queue.then(() => this.send(points, comment));
    return true;
  }

  async send(points, comment) {
    const { version, text } = this;
    let response, answer;
    try {
      response = await post("save", { answer: this.id, version, text, points, comment });
      answer = response.ok || response.status === 409 ? await response.json() : await response.text();
    } catch {
      this.unsent = true;
      return tell("The server does not answer. What you typed is kept here and sent once it does.");
    }
    this.unsent = false;
    if (response.ok) this.confirm(answer, { points, comment });
    else if (response.status === 409) this.ask(answer);
    else tell(`Not saved: ${answer}`);
  }

  confirm(standing, sent) {
    this.confirmed = performance.now();
    this.standing = standing;
    this.version = standing.version;
    if (same(this.content(), sent)) {
      this.fill();
      this.drop();
      tell("Saved.");
    } else this.typed();
  }

  // Somebody else saved this answer, or the student's text is another one: show both, and ask.
  ask(newer) {
    this.others.replaceChildren();
    tell("Not saved: there is a newer version, shown with yours.");
    if (newer.text !== this.text) {
      find(".answer", this.article).innerHTML = newer.html; // cleaned by the server, as the page was
      this.text = newer.text;
      this.others.append(make("p", "The student handed in another text, which now stands above."));
    }
    this.standing = newer;
    this.keep();
    if (newer.version === this.version) {
      this.others.append(make("p", "Save again if your points and comment hold for it."));
      return;
    }
    const mine = () => ((this.version = newer.version), this.keep(), this.save());
    const theirs = () => ((this.version = newer.version), this.fill(newer), this.drop());
    this.offer(`Saved meanwhile: ${told(newer.points, newer.comment)}\nYours stands in the fields.`, [
      ["Save mine", mine],
      ["Take theirs", theirs],
    ]);
  }

  // Follow what others saved, unless something is typed here.
  follow(standing, asked) {
    if (standing.version === this.standing.version || asked < this.confirmed) return;
    this.standing = standing;
    if (!this.draft || same(this.content(), standing)) {
      this.version = standing.version;
      this.fill();
      this.drop();
    } else this.paint();
  }
}

// Two contents are the same if they would be saved as the same.
function same(a, b) {
  const points = (value) => (typeof value === "string" ? number(value) : value);
  return Object.is(points(a.points), points(b.points)) && a.comment.trim() === b.comment.trim();
}

const told = (points, comment) => `${points === null ? "no points" : `${points} points`}, ${comment || "no comment"}`;

function post(path, content) {
  const headers = { "Content-Type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(content) });
}

// List what this browser keeps: the key, the answer's id, what was typed.
function drafts() {
  const found = [];
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    try {
      found.push([key, key.slice(PREFIX.length).split(":")[0], JSON.parse(localStorage.getItem(key))]);
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found;
}

function forget(id, is) {
  for (const [key, whose, draft] of drafts()) if (whose === id && is(key, draft)) localStorage.removeItem(key);
}

const cards = [];
let current = null;
let rubric = {};

function count() {
  const left = cards.filter((card) => card.standing.waits).length;
  const open = cards.filter((card) => card.draft).length;
  find("#left").textContent = `${left} of ${cards.length} left`;
  find("#unsaved").hidden = !open;
  find("#unsaved").textContent = `${open} not saved`;
}

function choose(card, focus = true) {
  if (current !== card) {
    current?.article.classList.remove("current");
    const before = current?.section;
    current = card;
    card.article.classList.add("current");
    if (before !== card.section) showRubric();
  }
  if (!focus) return;
  card.article.focus({ preventScroll: true });
  card.article.scrollIntoView({ block: "start" });
}

// Go to the nearest answer that fits, after the current one or, if there is none, from the start.
function go(fits, otherwise) {
  const at = cards.indexOf(current);
  const next = [...cards.slice(at + 1), ...cards.slice(0, at + 1)].find(fits);
  if (next) choose(next);
  else tell(otherwise);
}

const goUnread = () => go((card) => !card.done, "Nothing is left to read.");

function step(by) {
  const shown = cards.filter((card) => card.article.checkVisibility());
  const next = shown[shown.indexOf(current) + by];
  if (next) choose(next);
}

function saveAndGo() {
  if (current?.save()) goUnread();
}

function give(points) {
  if (points > current.most) return tell(`Points are a number from 0 to ${current.most}.`);
  current.points.value = written(points);
  current.typed();
}

function half() {
  const points = number(current.points.value) || 0;
  give(points % 1 ? Math.floor(points) : points + 0.5);
}

function use(item) {
  const { comment, points } = current;
  if (item.points !== null) points.value = written(item.points);
  if (!comment.value.includes(item.text)) comment.value = [comment.value.trim(), item.text].filter(Boolean).join("\n\n");
  current.typed();
}

const items = () => rubric[current?.section.dataset.question] ?? [];

function showRubric() {
  find("#rubric-of").textContent = current ? find("h2", current.section).textContent : "";
  const lines = items().map((item) => {
    const points = item.points === null ? "" : `${item.points} · `;
    const line = make("li", "");
    const remove = button("×", () => change("remove", { id: item.id }));
    remove.ariaLabel = `Remove from the list: ${item.text}`;
    line.append(button(`${points}${item.text}`, () => use(item)), " ", remove);
    return line;
  });
  find("#rubric").replaceChildren(...lines);
}

async function change(path, what) {
  if (!current) return false;
  try {
    const response = await post(path, { question: current.section.dataset.question, ...what });
    if (!response.ok) return tell(await response.text()), false;
    rubric = await response.json();
  } catch {
    return tell("The server does not answer."), false;
  }
  showRubric();
  return true;
}

async function addItem() {
  const text = find("#new-text");
  const points = find("#new-points");
  const item = { text: text.value.trim(), points: number(points.value) };
  if (!item.text || Number.isNaN(item.points)) return tell("Write a comment, and points or none.");
  if (await change("add", { item })) text.value = points.value = "";
}

async function ask() {
  const asked = performance.now();
  let state;
  try {
    const response = await fetch("state");
    if (!response.ok) return tell(await response.text());
    state = await response.json();
  } catch {
    return tell("The server does not answer. What you type is kept in this browser.");
  }
  for (const card of cards) if (state.answers[card.id]) card.follow(state.answers[card.id], asked);
  for (const card of cards) if (card.unsent) card.save();
  const more = Object.keys(state.answers).length - cards.length;
  if (more > 0) tell(`${more} more came in: load the page again to see them.`);
  rubric = state.rubric;
  showRubric();
}

const KEYS = {
  n: goUnread, j: () => step(1), k: () => step(-1), s: saveAndGo, Enter: saveAndGo, ".": half,
  c: () => current.comment.focus(),
};

function pressed(event) {
  const { key, target, code } = event;
  const inText = target.matches("input:not([type=checkbox]), textarea");
  if (key === "Enter" && current?.article.contains(target) && (event.ctrlKey || event.metaKey || target.matches(".points"))) {
    event.preventDefault();
    return saveAndGo();
  }
  if (key === "Escape" && inText) return current?.article.focus();
  if (inText || event.ctrlKey || event.metaKey || event.altKey || !find("#keys").checked) return;
  if (key === "Enter" && target.matches("button, summary, a, input")) return;
  if (!current && key !== "n") return;
  const place = event.shiftKey && code.match(/^Digit([1-9])$/)?.[1];
  let work = KEYS[key];
  if (place) work = items()[place - 1] && (() => use(items()[place - 1]));
  else if (/^[0-9]$/.test(key)) work = () => give(Number(key));
  if (!work) return;
  event.preventDefault();
  work();
}

for (const article of document.querySelectorAll("article")) cards.push(new Card(article));
const kept = Map.groupBy(drafts(), ([, id]) => id);
for (const card of cards) {
  if (kept.has(card.id)) card.restore(kept.get(card.id).map(([key, , draft]) => [key, draft]));
}
count();
find("#next").onclick = goUnread;
find("#unsaved").onclick = () => go((card) => card.draft, "");
find("#all").onchange = (event) => document.body.classList.toggle("unread-only", !event.target.checked);
find("#new-add").onclick = addItem;
document.addEventListener("keydown", pressed);
document.addEventListener("visibilitychange", () => document.hidden || ask());
setInterval(() => document.hidden || ask(), SECONDS * 1000);
if (cards.length) {
  const first = cards.find((card) => !card.done) ?? cards[0];
  choose(first, false);
}
ask();
