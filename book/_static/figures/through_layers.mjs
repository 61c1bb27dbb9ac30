// Chapter 7: a deep network at its start, and the sizes of signals and gradients in it.
import { backward, forward, sum } from "./formulas.mjs";
import { choice, entry, oneOf, show, slider, whole } from "./form.mjs";

const KINDS = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" };
const [DEEPEST, LEFT, LIMITS] = [30, 0.01, [6, 12, 24, 48]];
const power = (k) => [k, k ? show(10 ** -Math.abs(k), 0).replace("1 · ", "").replace("⁻", k < 0 ? "⁻" : "") : "1"];
const length = (rows) => Math.sqrt(sum(rows.flat().map((each) => each * each)));

export const figure = {
  playground: ({ depth, hidden }) => ({ data: "moons", depth: Math.min(depth, 4), activation: hidden }),
  defaults: () => ({ depth: DEEPEST, hidden: "relu", scale: 1, start: 0 }),
  allowed: ({ scales, starts }) => ({ depth: whole(2, DEEPEST), hidden: oneOf(...Object.keys(KINDS)), scale: oneOf(...scales), start: whole(0, starts.length - 1) }),
  controls: ({ scales, starts }) => [
    slider("scale", "scale s of the weights", { values: scales, format: String }),
    slider("depth", "layers", { min: 2, max: DEEPEST, step: 1 }),
    choice("hidden", "hidden units", Object.entries(KINDS)),
    choice("start", "draw", starts.map((_, k) => [k, String(k + 1)])),
    entry("ReLU keeps its size at the scale", () => Math.SQRT2, { tolerance: 0.1, hint: (value) => `Thirty layers make it much ${value < Math.SQRT2 ? "smaller" : "larger"}.` }),
  ],

  numbers({ depth, hidden, scale, start }, { width, examples, starts }) {
    const { letters, norms } = starts[start];
    const drawn = [...letters].map((letter) => (letter.charCodeAt() - 80) / 10);
    let at = 0;
    const take = (rows, columns) => Array.from({ length: rows }, () => drawn.slice(at, (at += columns)));
    const [X, output] = [take(width, examples), take(1, width)];
    const layers = Array.from({ length: depth - 1 }, () => take(width, width));
    const s = scale / Math.sqrt(width);
    const network = [...layers, output].map((N, k) => ({
      W: N.map((row) => row.map((each) => s * each)), b: N.map(() => 0), act: k < depth - 1 ? hidden : "sigmoid",
    }));
    const states = forward(network, X);
    const back = backward(network, X, [X[0].map((_, j) => j % 2)], states).gradients.map(({ dZ }) => length(dZ));
    const factors = network.slice(1).map((_, k) => s * (k < depth - 2 ? norms[k + 1] : norms.at(-1)) * (hidden === "sigmoid" ? 0.25 : 1));
    const bound = factors.reduceRight((list, factor) => [factor * list[0], ...list], [back.at(-1)]);
    const left = back[0] / back.at(-1);
    const factor = left ** (1 / (depth - 1));
    return {
      forth: states.map(({ Z }) => length(Z) / Math.sqrt(Z.length * examples)), back, factors, bound, left, factor,
      until: factor > 0 && factor < 1 ? Math.max(1, Math.ceil((Math.log(LEFT) + Math.log1p(1e-9)) / Math.log(factor))) : -1,
    };
  },

  draw(picture, { forth, back, bound }, { depth, hidden }) {
    const last = back.at(-1);
    const logs = [forth, back.map((size) => size / last), bound.map((size) => size / last)].map((list) => list.map(Math.log10));
    const most = Math.max(...logs.slice(0, 2).flat().filter(Number.isFinite).map(Math.abs));
    const limit = LIMITS.find((each) => each >= most) ?? 60;
    const panel = (title, ylabel) => {
      const made = picture.panel({ label: `${title}, layer by layer, logarithmic`, title, x: [1, depth], y: [-limit, limit], xlabel: "layer", ylabel, yticks: [-1, -0.5, 0, 0.5, 1].map((part) => power(part * limit)), xticks: depth > 12 ? [1, 10, 20, 30].filter((each) => each <= depth) : Array.from({ length: depth }, (_, k) => k + 1) });
      made.line([[1, 0], [depth, 0]], "line-guide");
      return made;
    };
    const draw = (where, list, look) => where.line(list.map((each, k) => [k + 1, Math.abs(each) > limit ? NaN : each]), look);
    const there = panel("forward → signal", "size of z");
    draw(there, logs[0], "line-a");
    const home = panel("← back: gradient, and its bound (dashed)", "gradient / output's");
    draw(home, logs[2], "line-b");
    draw(home, logs[1], "line-c");
  },

  say({ left, factor, until, bound, back }, { depth, hidden, scale }) {
    const measured = `${depth} layers, ${KINDS[hidden]}, scale ${scale}: ${show(left, 2)} times the output's gradient arrives at the first layer, as if each step multiplied by ${show(factor, 2)}. The bound allows ${show(bound[0] / back.at(-1), 2)}. `;
    if (left > 100) return `${measured}It explodes.`;
    return measured + (left < LEFT ? `It vanishes: one hundredth is left after ${until} steps.` : "It keeps its size within a factor of 100.");
  },

  table: ({ forth, back, bound }) => ({
    caption: "Sizes at each layer",
    head: ["layer", "size of z", "size of dZ", "bound"],
    rows: forth.map((size, k) => [show(k + 1), size, back[k], bound[k]]),
  }),
};
