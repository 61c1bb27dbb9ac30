// Chapter 5: sixteen ReLU units on two rings, and the bias that they start with.
import { unitLine } from "./diagram.mjs";
import { backward, course, forward, sum, updated } from "./formulas.mjs";
import { between, choice, entry, oneOf, show, slider, steps, whole } from "./form.mjs";

const RATES = [0.5, 5, 8, 10];
const LAST = 150;

function judged(layers, { X, Y }) {
  const states = forward(layers, X);
  return { layers, states, ...backward(layers, X, Y, states) };
}
let rings;
const trained = course(({ layers, gradients }, { rate }) => judged(updated(layers, gradients, rate), rings));

export const figure = {
  playground: ({ rate }) => ({ data: "moons", depth: 2, width: 8, activation: "relu", rate }),
  defaults: () => ({ bias: 0, rate: 0.5, epochs: 0 }),
  allowed: () => ({ bias: between(-4, 0), rate: oneOf(...RATES), epochs: whole(0, LAST) }),
  controls: () => [
    slider("bias", "first bias of all units", { min: -4, max: 0, step: 0.25 }),
    choice("rate", "learning rate", RATES.map((rate) => [rate, String(rate)])),
    steps("epochs", { last: LAST, perFrame: 1, words: "epochs" }),
    entry("The last unit is dead at the first bias", () => -2.5, { hint: () => "Go back to the start, and find where 15 become 16." }),
  ],

  numbers({ bias, rate, epochs }, data) {
    rings = data;
    const { W1, W2 } = data;
    const run = trained(() => judged([{ W: W1, b: W1.map(() => bias), act: "relu" }, { W: W2, b: [0], act: "sigmoid" }], data), { bias, rate }, epochs);
    const { layers, states: [{ Z }, { A: A2 }], gradients: [{ dZ: dZ1, dW, db }], cost } = run.at(-1);
    const inactive = Z.map((row) => row.map((z) => z <= 0));
    return {
      layers, inactive, dead: inactive.map((row) => row.every(Boolean)), A2, dZ1, cost,
      costs: run.map((each) => each.cost), sizes: dW.map((row, k) => Math.hypot(...row, db[k])),
    };
  },

  draw(picture, { inactive, dead, sizes, layers: [{ W, b }], costs, cost }, { epochs }, { X, Y }) {
    const plane = picture.panel({ label: "The points, and the line where each unit bends", title: "where each unit bends", x: [-1.6, 1.6], y: [-1.6, 1.6], xlabel: "x₁", ylabel: "x₂", height: 360 });
    W.forEach((w, k) => unitLine(plane, w, b[k], dead[k] ? "line-guide" : "line-thin line-a"));
    plane.points(X, Y[0]);

    const mask = picture.panel({ label: "Rows are units: for which points each is active, and the size of its gradient", axes: false, height: 360 });
    mask.label(172, 19, "active for which of 60 points", "figure-title");
    mask.label(410, 19, "gradient", "figure-title");
    const most = Math.max(...sizes) || 1;
    inactive.forEach((silent, k) => {
      const top = 30 + 20.5 * k;
      mask.put("rect", { class: "bar-pale", x: 5, y: top - 2, width: 335, height: 19 });
      mask.put("path", { class: "bar-a", d: `M8 ${top}${silent.map((each) => (each ? "m5.5 0" : "h4.5v15h-4.5zm5.5 0")).join("")}` });
      mask.put("rect", { class: "bar-c", x: 350, y: top, width: (120 * sizes[k]) / most, height: 15 });
      if (dead[k]) mask.label(350, top + 13, "dead", "figure-text", "start");
    });

    const right = Math.max(30, epochs);
    const panel = picture.panel({ label: "The cost over the epochs", x: [0, right], y: [0, Math.max(1, ...costs)], xlabel: "epoch", ylabel: "cost (nats)", height: 200 });
    panel.line(costs.map((each, epoch) => [epoch, each]), "line-c");
    panel.point(epochs, cost, "dot", "ink-c");
  },

  say({ dead, cost, sizes }, { bias, epochs, rate }) {
    const gone = sum(dead.map(Number));
    return `First bias ${show(bias, 2)}, epoch ${epochs} at the rate ${rate}: ${gone} of 16 units are dead, and the cost is ${show(cost)} nats. `
      + (gone < 16 ? `The largest gradient of a hidden unit is ${show(Math.max(...sizes))}.` : "Every gradient of the hidden layer is zero: it cannot come back.");
  },

  table: ({ inactive, dead, sizes }) => ({
    caption: "The hidden units",
    head: ["unit", "active for", "dead", "size of its gradient"],
    rows: dead.map((gone, k) => [show(k + 1), `${inactive[k].filter((each) => !each).length} points`, gone ? "yes" : "no", sizes[k]]),
  }),
};
