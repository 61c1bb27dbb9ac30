// Chapter 5: the worked 2-3-2 network, one number after the other.
import { drawNetwork } from "./diagram.mjs";
import { activations, dot, residual, sigmoid, transposed } from "./formulas.mjs";
import { choice, entry, slider, whole } from "./form.mjs";

const [relu, slope] = activations.relu;
const STEPS = 18;
const brief = (value) => String(Number(value.toFixed(3))).replace("-", "−");
const brace = (value) => (value < 0 ? `(${brief(value)})` : brief(value));
const products = (weights, values) => weights.map((weight, k) => `${brace(weight)} · ${brace(values[k])}`).join(" + ");
const told = ({ name, words, value }) => `${name} = ${words} = ${brief(value)}`;

export const figure = {
  defaults: () => ({ input: 0, known: 0 }),
  allowed: ({ inputs }) => ({ input: whole(0, inputs.length - 1), known: whole(0, STEPS) }),
  controls: ({ inputs }) => [
    choice("input", "input", inputs.map((x, k) => [k, `(${x.map(brief).join(", ")})`])),
    slider("known", "numbers known", { min: 0, max: STEPS, step: 1 }),
    entry("The next number", ({ list }, { known }) => list[known].value, { when: ({ known }) => known < STEPS }),
  ],

  numbers({ input }, { W1, b1, W2, b2, y, inputs }) {
    const [x, back, list] = [inputs[input], transposed(W2), []];
    // One number of each unit: where it stands, how it is worked out, and what that gives.
    const add = (place, layer, words, value, Z) => Z.map((_, k) => {
      list.push({ place, k, name: `${layer} ${place.slice(0, -1)}${"₁₂₃"[k]}`, words: words(k), value: value(k) });
      return list.at(-1).value;
    });
    const Z1 = add("z1", "hidden", (k) => `${products(W1[k], x)} + ${brace(b1[k])}`, (k) => dot(W1[k], x) + b1[k], W1);
    const A1 = add("a1", "hidden", (k) => `max(0, ${brief(Z1[k])})`, (k) => relu(Z1[k]), W1);
    const Z2 = add("z2", "output", (k) => `${products(W2[k], A1)} + ${brace(b2[k])}`, (k) => dot(W2[k], A1) + b2[k], W2);
    const A2 = add("a2", "output", (k) => `σ(${brief(Z2[k])})`, (k) => sigmoid(Z2[k]), W2);
    const dZ2 = add("dz2", "output", (k) => `${brief(A2[k])} − ${y[k]}`, (k) => residual(y[k], Z2[k]), W2);
    const dA1 = add("da1", "hidden", (k) => products(back[k], dZ2), (k) => dot(back[k], dZ2), W1);
    const dZ1 = add("dz1", "hidden", (k) => `${brace(dA1[k])} · ${slope(Z1[k])}`, (k) => dA1[k] * slope(Z1[k]), W1);
    return { Z1, A1, Z2, A2, dZ2, dA1, dZ1, list };
  },

  draw(picture, { list, Z1 }, { input, known }, { W1, b1, W2, b2, inputs }) {
    const biases = { z1: b1.map(brief), z2: b2.map(brief) };
    const { place: now = "", k: unit } = list[known] ?? {};
    const column = (place, count) => Array.from({ length: count }, (_, k) => {
      const [value, gradient] = [place, `d${place}`].map((where) => list.slice(0, known).find((each) => each.place === where && each.k === k));
      const silent = place[1] === "1" && value && Z1[k] <= 0;
      return {
        name: place[0] + "₁₂₃"[k], words: [value, gradient].filter(Boolean).map(told).join("\n"),
        above: value ? brief(value.value) : place === "x" ? brief(inputs[input][k]) : "", below: gradient ? brief(gradient.value) : "",
        bias: biases[place]?.[k] ?? "", look: `${now.replace("d", "") === place && unit === k ? "is-now" : ""} ${silent ? "is-silent" : ""}`,
      };
    });
    const edges = (c, W, forward, backward) => W.flatMap((row, k) => row.map((w, j) => {
      const used = (now === forward && unit === k) || (now === backward && unit === j);
      return [c, j, k, used ? "line-c" : "line-thin", brief(w)];
    }));
    drawNetwork(
      picture.panel({ label: "The 2-3-2 network", axes: false, height: 350 }),
      [column("x", 2), column("z1", 3), column("a1", 3), column("z2", 2), column("a2", 2)],
      [...edges(0, W1, "z1"), ...edges(2, W2, "z2", "da1"), ...[0, 1, 2].map((k) => [1, k, k, "line-thin"]), ...[0, 1].map((k) => [3, k, k, "line-thin"])],
    );
  },

  say: ({ list }, { known }) => `${known ? `${known}: ${told(list[known - 1])}. ` : ""}${known < STEPS ? `Next, ${known + 1}: ${list[known].name} = ${list[known].words} = ?`
    : "The gradient of a weight is the red number at its end times the value at its start."}`,

  table: ({ list }, { known }) => ({
    caption: "What is known so far",
    head: ["number", "worked out", "value"],
    rows: list.slice(0, known || 1).map(({ name, words, value }) => [name, words, known ? value : "?"]),
  }),
};
