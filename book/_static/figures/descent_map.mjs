// Chapter 3: one neuron on four tumors, on two maps of its cost: rate, batch, annealing.
import { choice, oneOf, show, slider, steps, toggle, whole } from "./form.mjs";
import { bceFromLogits, residual, sum } from "./formulas.mjs";
import { clamp } from "./picture.mjs";

const LAST = 60;
const RATES = [0.5, 1, 2, 3, 4, 8, 16];
const cost = (x, y, w, b) => sum(x.map((each, i) => bceFromLogits(y[i], w * each + b))) / 4;

function walk(x, { y, orders }, { rate, batch, annealed, steps: count }) {
  const path = [[0, 0]];
  for (let k = 0; k < count; k += 1) {
    const [w, b] = path[k];
    const epoch = Math.floor((k * batch) / 4);
    const first = (k * batch) % 4;
    const block = orders[epoch].slice(first, first + batch);
    const errors = block.map((i) => residual(y[i], w * x[i] + b) / batch);
    const now = rate / (1 + annealed * epoch);
    path.push([w - now * sum(errors.map((error, j) => error * x[block[j]])), b - now * sum(errors)]);
  }
  return path;
}

export const figure = {
  playground: ({ rate }) => ({ data: "blobs", depth: 0, rate }),
  defaults: () => ({ rate: 4, batch: 4, annealed: 0, steps: 40 }),
  allowed: () => ({ rate: oneOf(...RATES), batch: oneOf(1, 2, 4), annealed: oneOf(0, 1), steps: whole(0, LAST) }),
  controls: () => [
    slider("rate", "learning rate α", { values: RATES, format: (rate) => show(rate, 1) }),
    choice("batch", "examples a step", [[1, "1"], [2, "2"], [4, "4 (all)"]]),
    toggle("annealed", "annealed, λ = 1"),
    steps("steps", { last: LAST, perFrame: 1, wait: 80 }),
  ],

  numbers(state, data) {
    const paths = data.maps.map(({ x }) => walk(x, data, state));
    return { paths, costs: paths.map((path, k) => cost(data.maps[k].x, data.y, ...path.at(-1))) };
  },

  draw(picture, { paths }, _, { maps, y, lowest }) {
    maps.forEach(({ title, x, w, b, bottom }, k) => {
      const panel = picture.panel({ title, label: `Map of the cost, ${title}, with the steps`, x: w, y: b, xlabel: "weight w", ylabel: "bias b", square: true });
      const grid = panel.grid((u, v) => cost(x, y, u, v), 80);
      for (const above of [0.02, 0.07, 0.2, 0.5, 1, 2]) panel.contour(grid, lowest + above, "line-thin");
      panel.point(...bottom, "cross", "", 7);
      panel.line(paths[k].map(([u, v]) => [clamp(u, w), v]), "line-a line-thin");
      const seen = paths[k].filter(([u, v]) => u >= w[0] && u <= w[1] && v >= b[0] && v <= b[1]);
      seen.forEach(([u, v]) => panel.point(u, v, "dot", "ink-a", 3.5));
    });
  },

  say({ costs }, { rate, batch, annealed, steps: count }, { lowest, maps }) {
    const ends = costs.map((value, k) => `${show(Math.max(0, value - lowest))} (${maps[k].title})`);
    return `${count} steps with ${batch} of 4 examples, rate ${show(rate, 1)}${annealed ? ", annealed" : ""}. The cost is above its lowest, ${show(lowest)} nats, by ${ends.join(" and ")}.`;
  },

  table: ({ paths }, _, { maps, y }) => ({
    caption: "Each step on both maps",
    head: ["step", ...maps.flatMap(({ title }) => [`${title}: w`, "b", "cost (nats)"])],
    rows: paths[0].map((_, k) => [String(k), ...maps.flatMap(({ x }, side) => [...paths[side][k], cost(x, y, ...paths[side][k])])]),
  }),
};
