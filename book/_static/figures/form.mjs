// The one form of all figures: controls, pictures, a sentence with the numbers, and a table of them.
// A figure is a function of its state, and its state stands in the address.
import { make } from "../element.mjs";
import { Picture } from "./picture.mjs";

// A number as a reader wants it: a true minus, and powers of ten where it is very large or small.
export function show(value, digits = 3) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 10 ** -digits || size >= 1e6)) {
    const [factor, power] = value.toExponential(Math.min(digits, 2)).split("e");
    return `${signed(factor)} · 10${superscript(Number(power))}`;
  }
  return signed(value.toFixed(Number.isInteger(value) ? 0 : digits));
}

const plain = (value) => (Math.abs(value) < 1e-4 ? show(value) : signed(String(value)));
// The same within a product or a difference.
export const term = (value) => (value < 0 ? `(${show(value)})` : show(value));

const signed = (text) => (/^-[0.]*$/.test(text) ? text.slice(1) : text.replace("-", "−"));
const superscript = (power) => [...String(power)].map((sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]).join("");

const isOfTime = (element) => Number(element.classList.contains("figure-steps"));

let count = 0;
const newId = () => `figure-part-${(count += 1)}`;

// Controls. Each is a function of the form that returns its element and how it follows the state.
export const slider = (key, label, { values, min, max, step, format = values ? plain : show, when }) => (form) => {
  const id = newId();
  const output = make("output", { htmlFor: id });
  const [low, high, by] = values ? [0, values.length - 1, 1] : [min, max, step];
  const input = make("input", { type: "range", id, min: low, max: high, step: by });
  const digits = values ? 0 : (String(step).split(".")[1] ?? "").length;
  input.addEventListener("input", () => {
    form.set({ [key]: values ? values[Number(input.value)] : Number(Number(input.value).toFixed(digits)) });
  });
  const follow = (state) => {
    input.value = values ? values.indexOf(state[key]) : state[key];
    output.value = format(state[key], digits);
    input.setAttribute("aria-valuetext", output.value);
  };
  return { element: make("div", { className: "figure-slider" }, make("label", { htmlFor: id }, label), output, input), follow, when };
};

export const choice = (key, legend, options, { when } = {}) => (form) => {
  const name = newId();
  const inputs = options.map(([value]) => {
    const input = make("input", { type: "radio", name });
    input.addEventListener("change", () => form.set({ [key]: value }));
    return input;
  });
  const labels = options.map(([, words], k) => make("label", {}, inputs[k], ` ${words}`));
  const follow = (state) => { options.forEach(([value], k) => { inputs[k].checked = state[key] === value; }); };
  return { element: make("fieldset", { className: "figure-choice" }, make("legend", {}, legend), ...labels), follow, when };
};

export const toggle = (key, label, { when } = {}) => (form) => {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", () => form.set({ [key]: Number(input.checked) }));
  const follow = (state) => { input.checked = Boolean(state[key]); };
  return { element: make("label", { className: "figure-toggle" }, input, ` ${label}`), follow, when };
};

// Time: a count of steps in the state. Run goes on until `last`, with `wait` milliseconds between
// frames; who wants no motion is there at once.
export const steps = (key, { many = 10, last, perFrame = many, wait = 16, words = "steps", when }) => (form) => {
  const output = make("output");
  let frame = 0;
  const stop = () => { clearTimeout(frame); frame = 0; run.textContent = "Run"; };
  const to = (value) => form.set({ [key]: Math.min(value, last) });
  const tick = () => {
    to(form.state[key] + perFrame);
    if (form.state[key] < last) frame = setTimeout(tick, wait);
    else stop();
  };
  const button = (textContent, act) => {
    const made = make("button", { type: "button", textContent });
    made.addEventListener("click", act);
    return made;
  };
  const run = button("Run", () => {
    if (frame) stop();
    else if (matchMedia("(prefers-reduced-motion: reduce)").matches) to(last);
    else { run.textContent = "Pause"; tick(); }
  });
  const one = button("Step", () => { stop(); to(form.state[key] + 1); });
  const ten = button(`${many} ${words}`, () => { stop(); to(form.state[key] + many); });
  const back = button("Back to the start", () => { stop(); to(0); });
  const follow = (state) => { output.value = `${state[key]} ${words}`; };
  const row = make("div", { className: "figure-steps", role: "group", "aria-label": words }, one, ten, run, back, output);
  return { element: row, follow, when };
};

// A number that the reader works out. `expected` is a function of what the figure has computed; the
// right one changes the state by `next`.
export const entry = (label, expected, { tolerance = 5e-3, hint = () => "", next, when } = {}) => (form) => {
  const input = make("input", { type: "text", inputMode: "decimal", autocomplete: "off" });
  const output = make("output", { role: "status" });
  const check = (event) => {
    event.preventDefault();
    const value = read(input.value);
    const right = expected(form.found, form.state);
    if (Number.isNaN(value)) output.value = "Type a number, such as 3, −0.5 or 1/4.";
    else if (Math.abs(value - right) <= tolerance * (1 + 1e-9)) {
      if (next) {
        form.set(next(form.state));
        input.value = "";
      }
      output.value = "✓ Right.";
    } else output.value = `✗ Not quite. ${hint(value, form.found, form.state)}`.trim();
  };
  const row = make("form", { className: "figure-entry" }, make("label", {}, `${label} `, input), make("button", { type: "submit" }, "Check"), output);
  row.addEventListener("submit", check);
  let before = "";
  const follow = (state) => {
    const now = JSON.stringify(state);
    if (before && now !== before) output.value = "";
    before = now;
  };
  return { element: row, follow, when };
};

export function read(text) {
  const plain = text.trim().replaceAll("−", "-").replace(/^([-+]?\d*),(\d+)$/, "$1.$2");
  const fraction = plain.match(/^([-+]?[\d.]+)\s*\/\s*([\d.]+)$/);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  return plain === "" ? NaN : Number(plain);
}

export class Form {
  constructor(host, name, figure, data) {
    Object.assign(this, { host, name, figure, data });
    this.state = { ...figure.defaults(data) };
    this.pictures = make("div", { className: "figure-pictures" });
    this.sentence = make("p", { className: "figure-sentence", role: "status" });
    this.table = make("table", { className: "table" });
    this.controls = figure.controls(data).map((control) => control(this));
    const numbers = make("details", { className: "figure-numbers" }, make("summary", {}, "The figure as a table"),
      make("div", { className: "figure-table", tabIndex: 0, role: "group", "aria-label": "The figure as a table" }, this.table));
    // What lets time pass stands right below the pictures that change with it.
    const inOrder = this.controls.map(({ element }) => element).sort((a, b) => isOfTime(b) - isOfTime(a));
    const board = make("div", { className: "figure-controls" }, ...inOrder);
    const app = make("div", { className: "figure-app" }, this.pictures, board, this.sentence, numbers);
    if (figure.playground) {
      this.more = make("a", {}, "Go on in the playground");
      app.append(make("p", { className: "figure-more" }, this.more));
    }
    host.querySelector(".figure-task").after(app);
    this.fold(host.querySelector(":scope > .cell"));
    host.classList.add("is-moved");
    this.readAddress();
    this.draw();
    addEventListener("hashchange", () => { if (this.readAddress()) this.draw(); });
  }

  // The printed figure, with its caption, shows a state of its own: it waits in a fold.
  fold(printed) {
    if (!printed) return;
    const box = make("details", { className: "figure-printed" }, make("summary", {}, "The printed figure"));
    printed.replaceWith(box);
    box.append(printed);
    box.open = box.contains(document.getElementById(location.hash.slice(1)));
  }

  // What the address says goes where the figure has such a key; anything else is left alone.
  readAddress() {
    const [name, query] = location.hash.slice(1).split("?");
    if (name !== this.name || query === undefined) return false;
    const said = new URLSearchParams(query);
    const allowed = this.figure.allowed(this.data);
    for (const [key, before] of Object.entries(this.state)) {
      const value = typeof before === "number" ? Number(said.get(key)) : said.get(key);
      if (said.has(key) && allowed[key]?.(value)) this.state[key] = value;
    }
    this.host.scrollIntoView({ block: "nearest" });
    return true;
  }

  set(changes) {
    Object.assign(this.state, changes);
    this.draw();
    history.replaceState(history.state, "", `#${this.name}?${new URLSearchParams(this.state)}`);
  }

  draw() {
    const { figure, state, data } = this;
    this.found = figure.numbers(state, data);
    for (const { element, follow, when } of this.controls) {
      follow(state);
      element.hidden = when ? !when(state) : false;
    }
    const picture = new Picture((changes) => this.set(changes));
    figure.draw(picture, this.found, state, data);
    this.pictures.replaceChildren(...picture.panels);
    const words = figure.say(this.found, state, data);
    if (this.sentence.textContent !== words) this.sentence.textContent = words;
    this.fillTable(figure.table(this.found, state, data));
    if (this.more) this.more.href = `playground.html#playground?${new URLSearchParams(figure.playground(state))}`;
    this.host.dispatchEvent(new CustomEvent("figure:drawn", { detail: { state, found: this.found } }));
  }

  fillTable({ caption, head, rows }) {
    const cell = (value, k) => make(k ? "td" : "th", k ? {} : { scope: "row" }, typeof value === "number" ? show(value, 4) : value);
    this.table.replaceChildren(
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...head.map((words) => make("th", { scope: "col" }, words)))),
      make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map(cell)))),
    );
  }
}

// What a value from the address may be.
export const between = (low, high) => (value) => value >= low && value <= high;
export const whole = (low, high) => (value) => Number.isInteger(value) && value >= low && value <= high;
export const oneOf = (...values) => (value) => values.includes(value);
