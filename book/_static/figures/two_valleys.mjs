// Chapter 2: two costs over the bias, and a descent on each with a rate of its own.
import { bceFromLogits, course, sigmoid, sum } from "./formulas.mjs";
import { entry, oneOf, show, slider, steps, whole } from "./form.mjs";

const RATES = [1, 2, 5, 10, 20, 40];
const STARTS = Array.from({ length: 14 }, (_, k) => 2 * k - 13); // not 0, a balance on the hump
const mean = (f, b, { x, y }) => sum(x.map((each, k) => f(y[k], each + b))) / x.length;

// A cost of the bias, and where a descent on it has been.
function valley(loss, slope) {
  const walk = course((b, { rate, data }) => b - rate * mean(slope, b, data));
  const cost = (b, data) => mean(loss, b, data);
  const numbers = (start, rate, count, data) => {
    const path = walk(() => start, { start, rate, data }, count);
    const P = data.x.map((each) => sigmoid(each + path[count]));
    const right = P.filter((p, k) => p > 0.5 === Boolean(data.y[k])).length;
    const rest = path.findIndex((b, k) => Math.abs(path[k + 1] - b) < 1e-3);
    return { path, P, cost: cost(path[count], data), right, rest };
  };
  return { cost, numbers };
}

const bce = valley(bceFromLogits, (y, z) => sigmoid(z) - y);
const squared = valley((y, z) => (sigmoid(z) - y) ** 2 / 2, (y, z) => (sigmoid(z) - y) * sigmoid(z) * (1 - sigmoid(z)));

export const figure = {
  playground: () => ({ data: "blobs", depth: 0, rate: 3 }),
  defaults: () => ({ start: 13, bce_rate: 5, squared_rate: 20, steps: 0 }),
  allowed: () => ({ start: oneOf(...STARTS), bce_rate: oneOf(...RATES, 50), squared_rate: oneOf(...RATES, 80), steps: whole(0, 200) }),
  controls: ({ fewest }) => [
    slider("start", "start b", { values: STARTS }),
    slider("bce_rate", "rate of cross-entropy", { values: [...RATES, 50] }),
    slider("squared_rate", "rate of the squared error", { values: [...RATES, 80] }),
    steps("steps", { last: 200, perFrame: 2 }),
    entry("Fewest steps of cross-entropy from 13 to its rest:", () => fewest, { tolerance: 0, hint: () => "Run each rate; too large a one swings." }),
  ],

  numbers: ({ start, bce_rate, squared_rate, steps: count }, data) => ({
    bce: bce.numbers(start, bce_rate, count, data),
    squared: squared.numbers(start, squared_rate, count, data),
  }),

  draw(picture, found, { start }, data) {
    const side = ({ cost }, { path }, title, ylabel, top, ink) => {
      const panel = picture.panel({ label: `${title} over the bias, with a descent`, title, x: [-15, 15], y: [0, top], xlabel: "bias b", ylabel });
      panel.function((b) => cost(b, data), `line-${ink}`);
      const at = (b, ...look) => panel.point(b, cost(b, data), ...look);
      path.forEach((b) => at(b, "dot", `ink-${ink}`, 3.5));
      at(start, "ring", "", 8);
      at(path.at(-1), "square", "ink-c", 6);
    };
    side(bce, found.bce, "cross-entropy", "cost (nats)", 7, "a");
    side(squared, found.squared, "squared error", "cost", 0.3, "b");
  },

  say(found, { start, steps: count }) {
    const one = ({ path, cost, right, rest }, unit) => `b = ${show(path[count])}, cost ${show(cost)}${unit}, ${right} of 4 right, ${rest < 0 ? "still moving" : `at rest after ${rest} steps`}.`;
    return `From b = ${show(start)}, after ${count} steps. Cross-entropy: ${one(found.bce, " nats")} Squared error: ${one(found.squared, "")}`;
  },

  table: (found) => ({
    caption: "Both descents. At rest: the next step is shorter than 0.001",
    head: ["step", "b, cross-entropy", "b, squared error"],
    rows: found.bce.path.map((b, k) => [show(k), b, found.squared.path[k]]),
  }),
};
