// The playground: a network that the reader builds and trains, with a look into each layer.
import { activations, backward, course, forward, updated } from "./formulas.mjs";
import { between, choice, oneOf, show, slider, steps, whole } from "./form.mjs";

const RATES = [0.01, 0.03, 0.1, 0.3, 1, 3];
const CLOSED = 0.05;
const LAST = 3000;
const SHAPES = ["dot", "cross", "square"];
const LOOKS = ["class-0", "class-1", "ink-a"];

const isThree = ({ data }) => data === "three clouds";
const isBinary = (state) => state.output === "sigmoid" && !isThree(state);

function start(state, data) {
  const outputs = isThree(state) ? 3 : isBinary(state) ? 1 : 2;
  const widths = [2, ...Array(state.depth).fill(state.width), outputs];
  const draws = data.draws[state.seed].values();
  return widths.slice(1).map((n, k) => {
    const spread = Math.sqrt((state.activation === "relu" ? 2 : 1) / widths[k]);
    const W = Array.from({ length: n }, () => Array.from({ length: widths[k] }, () => draws.next().value * spread));
    return { W, b: Array(n).fill(0), act: k < state.depth ? state.activation : "linear" };
  });
}

function targets(state, { classes }) {
  if (isBinary(state)) return [classes];
  return Array.from({ length: Math.max(...classes) + 1 }, (_, k) => classes.map((each) => Number(each === k)));
}

const trained = course(({ layers, X, Y }, { rate }) => {
  const { cost, gradients } = backward(layers, X, Y, forward(layers, X));
  return { layers: updated(layers, gradients, rate), X, Y, cost };
});

const share = (rows, is) => rows.flat().filter(is).length / rows.flat().length;
const winner = (Z, j) => (Z.length === 1 ? Number(Z[0][j] > 0) : Z.reduce((best, row, k) => (row[j] > Z[best][j] ? k : best), 0));

function numbers(state, data) {
  const { steps: count, ...settings } = state;
  const set = data.sets[state.data];
  const path = trained(() => ({ layers: start(state, data), X: set.X, Y: targets(state, set) }), settings, count);
  const { layers, X, Y } = path.at(-1);
  const states = forward(layers, X);
  const { cost, gradients } = backward(layers, X, Y, states);
  const [, slope] = activations[state.activation];
  const hidden = states.slice(0, -1);
  return {
    layers,
    costs: [...path.slice(1).map((each) => each.cost), cost],
    accuracy: set.classes.filter((k, j) => k === winner(states.at(-1).Z, j)).length / set.classes.length,
    gradients: gradients.map(({ dW }) => Math.sqrt(dW.flat().reduce((total, value) => total + value ** 2, 0))),
    closed: hidden.map(({ Z }) => share(Z, (z) => slope(z) < CLOSED)),
    dead: hidden.map(({ Z }) => (state.activation === "relu" ? Z.filter((row) => row.every((z) => z <= 0)).length : 0)),
  };
}

function range(X) {
  const values = X.flat().map(Math.abs);
  const edge = Math.ceil(2.2 * Math.max(...values)) / 2;
  return [-edge, edge];
}

function drawPlane(picture, found, state, { X, classes }) {
  const reach = range(X);
  const panel = picture.panel({ label: "The points, and where the network parts the classes", title: "What it says", x: reach, y: reach, xlabel: "x₁", ylabel: "x₂", square: true });
  const last = (x, y) => forward(found.layers, [[x], [y]]).at(-1).Z.map(([z]) => z);
  if (isBinary(state)) panel.regions((x, y) => activations.sigmoid[0](last(x, y)[0]), 48);
  else {
    const margin = (Z, k) => Z[k] - Math.max(...Z.filter((_, other) => other !== k));
    const n = 48;
    const grid = Array.from({ length: n + 1 }, (_, j) => Array.from({ length: n + 1 }, (_, i) =>
      last(reach[0] + ((reach[1] - reach[0]) * i) / n, reach[0] + ((reach[1] - reach[0]) * j) / n)));
    grid[0][0].forEach((_, k) => panel.contour(grid.map((row) => row.map((Z) => margin(Z, k))), 0, "figure-boundary"));
  }
  classes.forEach((k, j) => panel.point(X[0][j], X[1][j], SHAPES[k], LOOKS[k], 4.5));
}

function drawLayers(picture, found, state) {
  const powers = found.gradients.map((value) => Math.max(-8, Math.log10(value)));
  const count = powers.length;
  const panel = picture.panel({
    label: "The size of the gradient of each layer's weights", title: "X-ray: gradient of each layer", x: [0.4, count + 0.6], y: [-8, 2], xlabel: "layer",
    ylabel: "size", xticks: powers.map((_, k) => k + 1), yticks: [[-8, "10⁻⁸"], [-6, "10⁻⁶"], [-4, "10⁻⁴"], [-2, "0.01"], [0, "1"], [2, "100"]],
  });
  powers.forEach((power, k) => {
    panel.box(k + 0.7, -8, k + 1.3, power, "bar-d");
    const words = k < state.depth ? (found.dead[k] ? `${found.dead[k]} dead` : `${Math.round(100 * found.closed[k])} % shut`) : "output";
    panel.text(k + 1, power, words, "figure-tick", "middle", [0, -6]);
  });
}

export const figure = {
  defaults: () => ({ data: "moons", output: "sigmoid", depth: 1, width: 4, activation: "tanh", rate: 1, seed: 0, steps: 0 }),
  allowed: (data) => ({
    data: oneOf(...Object.keys(data.sets)), output: oneOf("sigmoid", "softmax"), depth: whole(0, 4), width: whole(1, 8),
    activation: oneOf("sigmoid", "tanh", "relu"), rate: between(0.001, 10), seed: whole(0, data.draws.length - 1), steps: whole(0, LAST),
  }),
  controls: (data) => [
    choice("data", "data", Object.keys(data.sets).map((name) => [name, name])),
    choice("output", "output", [["sigmoid", "one sigmoid unit"], ["softmax", "softmax"]], { when: (state) => !isThree(state) }),
    choice("activation", "hidden units", [["sigmoid", "sigmoid"], ["tanh", "tanh"], ["relu", "ReLU"]]),
    slider("depth", "hidden layers", { min: 0, max: 4, step: 1 }),
    slider("width", "units in each", { min: 1, max: 8, step: 1 }),
    slider("rate", "learning rate", { values: RATES }),
    slider("seed", "start", { min: 0, max: data.draws.length - 1, step: 1 }),
    steps("steps", { many: 10, last: LAST }),
  ],
  numbers,

  draw(picture, found, state, data) {
    drawPlane(picture, found, state, data.sets[state.data]);
    const { costs } = found;
    const highest = Math.max(...costs.filter(Number.isFinite), 0.1);
    const panel = picture.panel({ label: "The cost over the steps", title: "Cost (nats)", x: [0, Math.max(10, costs.length - 1)], y: [0, 1.05 * highest], xlabel: "step", ylabel: "cost" });
    panel.line(costs.map((cost, k) => [k, cost]), "line-a");
    panel.point(costs.length - 1, costs.at(-1), "dot", "ink-a");
    drawLayers(picture, found, state);
  },

  say: (found, state, data) => {
    const m = data.sets[state.data].classes.length;
    return `After ${state.steps} steps the cost is ${show(found.costs.at(-1))} nats; ${Math.round(m * found.accuracy)} of ${m} points are right. `
      + `The gradient of the first layer is ${show(found.gradients[0] / found.gradients.at(-1))} times that of the last.`;
  },

  table: (found, state) => ({
    caption: "Each layer at this step",
    head: ["layer", "units", "size of the gradient", "slopes below 0.05", "dead units"],
    rows: found.gradients.map((size, k) => [
      k < state.depth ? `${k + 1}: ${state.activation}` : `${k + 1}: output`, found.layers[k].b.length, size,
      k < state.depth ? `${Math.round(100 * found.closed[k])} %` : "", k < state.depth ? found.dead[k] : "",
    ]),
  }),
};
