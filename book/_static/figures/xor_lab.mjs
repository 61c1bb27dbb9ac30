// Chapter 4: a network with one hidden layer learns XOR.
import { drawNetwork, unitLine } from "./diagram.mjs";
import { backward, course, dot, forward, product, residual, sigmoid, transposed, updated } from "./formulas.mjs";
import { choice, entry, oneOf, show, slider, steps, whole } from "./form.mjs";

const [X, Y] = [[[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 0]]];
const CORNERS = ["(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)"];
const RATES = [0.25, 0.5, 1, 2, 4, 8, 16];
const [LAST, HEIGHT, SMALL] = [5000, 340, "₁₂₃₄"];
const LOSSES = { bce: "cross-entropy", squared_error: "squared error" };

const drawn = ({ start }) => start === "drawn";

function judged(layers, loss) {
  const states = forward(layers, X);
  const far = Math.max(...states[1].Z[0].map((z, j) => Math.abs(residual(Y[0][j], z))));
  return { layers, states, far, ...backward(layers, X, Y, states, loss) };
}
const trained = course(({ layers, gradients }, { rate, loss }) => judged(updated(layers, gradients, rate), loss));

// Some 300 points of a long list, the last among them.
const some = (list) => list.filter((_, k) => k === list.length - 1 || k % Math.ceil(list.length / 300) === 0);

export const figure = {
  playground: ({ n }) => ({ data: "xor", depth: 1, width: n, activation: "sigmoid" }),
  defaults: () => ({ start: "khan", n: 2, seed: 0, loss: "bce", rate: 1, epochs: 0, corner: 3 }),
  allowed: ({ seeds }) => ({
    start: oneOf("khan", "hand", "drawn"), n: whole(1, 4), seed: oneOf(...seeds), loss: oneOf(...Object.keys(LOSSES)),
    rate: oneOf(...RATES), epochs: whole(0, LAST), corner: whole(0, 3),
  }),
  controls: ({ seeds }) => [
    choice("start", "first weights", [["khan", "Khan 2020"], ["hand", "by hand"], ["drawn", "drawn"]]),
    slider("n", "hidden units", { min: 1, max: 4, step: 1, when: drawn }),
    slider("seed", "start", { values: seeds, when: drawn }),
    slider("rate", "learning rate", { values: RATES, format: String }),
    choice("loss", "loss", Object.entries(LOSSES)),
    steps("epochs", { many: 100, last: LAST, perFrame: 25, words: "epochs" }),
    choice("corner", "numbers at", CORNERS.map((words, k) => [k, words])),
    entry("Cost of the first start that gets stuck", () => Math.log(2) / 2, { hint: () => "Two corners are right, two stay at one half." }),
  ],

  numbers({ start, n, seed, loss, rate, epochs }, data) {
    const run = trained(() => judged(start === "drawn" ? data.drawn[n][seed] : data[start], loss), { start, n, seed, loss, rate }, epochs);
    const { layers: [hidden, output], states: [inside, outside], gradients: [{ dZ: dZ1 }, { dZ: dZ2 }], cost, far } = run.at(-1);
    return {
      W1: hidden.W, b1: hidden.b, W2: output.W, b2: output.b, Z1: inside.Z, A1: inside.A, Z2: outside.Z, A2: outside.A,
      dZ1, dA1: product(transposed(output.W), dZ2), dZ2, cost, far, costs: run.map((each) => each.cost),
      paths: some(run).map((each) => each.states[0].A), learned: run.findIndex((each) => each.far < 0.3),
      right: outside.A[0].filter((p, j) => Number(p > 0.5) === Y[0][j]).length,
    };
  },

  draw(picture, found, state) {
    const { W1, b1, W2, b2, A1, Z1, Z2, A2, dZ1, dA1, dZ2, costs, paths } = found;
    const { corner, epochs, loss } = state;
    const output = (a) => sigmoid(dot(W2[0], a) + b2[0]);
    const plane = picture.panel({ label: "The corners, the lines of the hidden units and where the network says yes", title: "lines of the hidden units", x: [-0.5, 1.5], y: [-0.5, 1.5], xlabel: "x₁", ylabel: "x₂", height: HEIGHT });
    plane.regions((x1, x2) => output(W1.map(([w1, w2], k) => sigmoid(w1 * x1 + w2 * x2 + b1[k]))));
    W1.forEach((w, k) => unitLine(plane, w, b1[k], `line-${"abcd"[k]}`, String(k + 1), 40 * k - 20));
    plane.points(X, Y[0]);
    plane.point(X[0][corner], X[1][corner], "ring", "", 10);

    const column = (name, values, gradients) => values.map((row, k) => ({
      name: values.length > 1 ? name + SMALL[k] : name, above: show(row[corner]), below: gradients ? show(gradients[k][corner]) : "",
    }));
    const look = (w) => (w < 0 ? "line-thin line-b" : "line-thin line-a");
    const net = picture.panel({ label: "The network with a value above and a gradient below each node", title: `${CORNERS[corner]}: value above, gradient below`, axes: false, height: HEIGHT });
    net.label(472, HEIGHT - 8, "broken: weight below 0", "figure-tick", "end");
    drawNetwork(
      net,
      [column("x", X), column("z", Z1, dZ1), column("a", A1, dA1), column("z", Z2, dZ2), column("p", A2)],
      [...W1.flatMap((row, k) => row.map((w, j) => [0, j, k, look(w)])), ...W2[0].flatMap((w, k) => [[1, k, k, "line-thin"], [2, k, 0, look(w)]]), [3, 0, 0, "line-thin"]],
    );

    if (A1.length === 2) {
      const space = picture.panel({ label: "The corners as the output unit sees them", title: "hidden space", x: [-0.1, 1.1], y: [-0.1, 1.1], xlabel: "a₁", ylabel: "a₂", height: HEIGHT });
      space.regions((...a) => output(a));
      CORNERS.forEach((_, j) => space.line(paths.map(([a1, a2]) => [a1[j], a2[j]]), "line-guide"));
      space.points(A1, Y[0]);
    }

    const coin = loss === "bce" ? Math.log(2) : 1 / 8;
    const [right, top] = [Math.max(200, epochs), 1.1 * Math.max(coin, ...costs)];
    const panel = picture.panel({ label: "The cost over the epochs", x: [0, right], y: [0, top], xlabel: "epoch", ylabel: loss === "bce" ? "cost (nats)" : "cost", height: A1.length === 2 ? HEIGHT : 220 });
    panel.line([[0, coin], [right, coin]], "line-guide");
    panel.text(right, coin, "one half everywhere", "figure-over", "end", [0, 18]);
    panel.line(some(costs.map((cost, epoch) => [epoch, cost])), "line-c");
    panel.point(epochs, found.cost, "dot", "ink-c");
  },

  say: ({ cost, far, learned, right }, { loss, rate, epochs }) => `Epoch ${epochs} at the rate ${rate}: the cost is ${show(cost)}${loss === "bce" ? " nats" : ""}, and ${right} of 4 corners are right. `
    + (learned < 0 ? `One output is still ${show(far)} from its label; below 0.3 the network has learned XOR.` : `XOR is learned at epoch ${learned}: all four outputs are closer than 0.3 to their labels.`),

  table: ({ A1, A2, dZ2 }) => ({
    caption: "What the network makes of each corner",
    head: ["corner", "label", ...A1.map((_, k) => `a${SMALL[k]}`), "p", "gradient of z"],
    rows: CORNERS.map((words, j) => [words, Y[0][j], ...A1.map((row) => row[j]), A2[0][j], dZ2[0][j]]),
  }),
};
