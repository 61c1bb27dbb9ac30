// Chapter 1: one neuron on gates and on clouds: its line, its logits, its mistakes.
import { logOdds, sigmoid } from "./formulas.mjs";
import { between, choice, entry, oneOf, show, slider } from "./form.mjs";

const NAMES = { and: "AND", or: "OR", xor: "XOR", clouds: "Clouds" };
const range = { min: -6, max: 6, step: 0.25 };
const inRange = between(-6, 6);

// The answers at a threshold (a tie says 0), counted by label and answer.
export function decided(P, Y, threshold) {
  const said = P.map((p) => Number(p > threshold));
  const counts = [[0, 0], [0, 0]];
  said.forEach((answer, k) => { counts[Y[k]][answer] += 1; });
  const [[cleared, alarms], [missed, found]] = counts;
  return { said, cleared, alarms, missed, found, accuracy: (cleared + found) / Y.length };
}

export const figure = {
  playground: ({ task }) => ({ data: task === "xor" ? "xor" : "blobs", depth: 0 }),
  defaults: () => ({ task: "xor", w1: 2, w2: 2, b: -3, threshold: 0.5 }),
  allowed: () => ({ task: oneOf(...Object.keys(NAMES)), w1: inRange, w2: inRange, b: inRange, threshold: between(0.05, 0.95) }),
  controls: () => [
    slider("w1", "weight w₁", range),
    slider("w2", "weight w₂", range),
    slider("b", "bias b", range),
    slider("threshold", "threshold", { min: 0.05, max: 0.95, step: 0.05 }),
    choice("task", "data", Object.entries(NAMES)),
    entry("Most corners of XOR that are right:", () => 3, { tolerance: 0, hint: () => "Part one corner from the others.", when: ({ task }) => task === "xor" }),
  ],

  numbers({ task, w1, w2, b, threshold }, { [task]: { X, Y } }) {
    const Z = Y.map((_, k) => w1 * X[0][k] + w2 * X[1][k] + b);
    const P = Z.map(sigmoid);
    return { Z, P, ...decided(P, Y, threshold), line: w2 ? [-w1 / w2, -b / w2] : null };
  },

  draw(picture, { Z, P, said }, { task, w1, w2, b, threshold }, { [task]: { X, Y } }) {
    const z = (x, y) => w1 * x + w2 * y + b;
    const span = task === "clouds" ? [-4, 4] : [-0.5, 1.5];
    const plane = picture.panel({ label: `${NAMES[task]} and the neuron's line`, x: span, y: span, xlabel: "x₁", ylabel: "x₂", square: true });
    plane.shade(plane.grid((x, y) => sigmoid(z(x, y))), threshold);
    plane.contour(plane.grid(z, 1), logOdds(threshold), "figure-boundary");
    const curve = picture.panel({ label: "The same examples on the sigmoid", x: [-12, 12], xlabel: "logit z", ylabel: "probability p", height: 330 });
    curve.function(sigmoid, "line-guide");
    curve.function(() => threshold, "figure-boundary line-thin");
    curve.text(-12, threshold, "threshold", "figure-text", "start", [6, -7]);
    for (const [panel, across, up] of [[plane, ...X], [curve, Z, P]]) {
      panel.points([across, up], Y, 6);
      Y.forEach((y, k) => y === said[k] || panel.point(across[k], up[k], "ring", "", 11));
    }
    if (Y.length === 4) Z.forEach((each, k) => plane.text(X[0][k], X[1][k], `z = ${show(each, 2)}`, "figure-over", "middle", [0, X[1][k] ? -17 : 28]));
  },

  say({ Z, cleared, found, missed, alarms, line }, { task, threshold }, { [task]: { Y } }) {
    const right = cleared + found;
    const at = (value) => show(value, 2);
    const words = [`${NAMES[task]} at the threshold ${at(threshold)}: ${right} of ${Y.length} right, ${missed} missed, false alarms: ${alarms}.`];
    if (line) words.push(`p = 0.5 on the line x₂ = ${at(line[0])} x₁ ${line[1] < 0 ? "−" : "+"} ${at(Math.abs(line[1]))}.`);
    if (task === "xor") words.push(`The logits of the dots add up to ${at(Z[0] + Z[3])}, those of the crosses to ${at(Z[1] + Z[2])}.`);
    return words.join(" ");
  },

  table: ({ Z, P, said }, { task }, { [task]: { X, Y } }) => ({
    caption: `The neuron on ${NAMES[task]}`,
    head: ["example", "x₁", "x₂", "label", "logit z", "p", "answer"],
    rows: Y.map((y, k) => [show(k + 1), X[0][k], X[1][k], y, Z[k], P[k], said[k]]),
  }),
};
