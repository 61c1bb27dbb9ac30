// Chapter 2: one logit, its two losses and their slopes.
import { bceFromLogits, sigmoid } from "./formulas.mjs";
import { between, choice, oneOf, show, slider } from "./form.mjs";

const squared = (y, z) => (sigmoid(z) - y) ** 2 / 2;
const squaredSlope = (y, z) => (sigmoid(z) - y) * sigmoid(z) * sigmoid(-z);
const slope = (y, z) => (y ? -sigmoid(-z) : sigmoid(z));
const one = (y, z) => ({ p: sigmoid(z), bce: bceFromLogits(y, z), bce_slope: slope(y, z), squared: squared(y, z), squared_slope: squaredSlope(y, z) });

const LOW = -8;
const HIGH = 8;

export const figure = {
  playground: () => ({ data: "blobs", depth: 0 }),
  defaults: () => ({ z: 2, y: 1, loss: "cross-entropy" }),
  allowed: () => ({ z: between(LOW, HIGH), y: oneOf(0, 1), loss: oneOf("cross-entropy", "squared error") }),
  controls: () => [
    slider("z", "logit z", { min: LOW, max: HIGH, step: 0.1 }),
    choice("y", "label y", [[0, "0"], [1, "1"]]),
    choice("loss", "tangent at", [["cross-entropy", "cross-entropy"], ["squared error", "squared error"]]),
  ],
  numbers: ({ z, y }) => one(y, z),

  draw(picture, found, { z, y, loss }) {
    const panel = picture.panel({ label: `Two losses of label ${y} over the logit, with a tangent`, x: [LOW, HIGH], y: [0, 8], xlabel: "logit z", ylabel: "loss" });
    panel.function((at) => bceFromLogits(y, at), "line-a");
    panel.function((at) => squared(y, at), "line-b");
    const side = y ? LOW : HIGH;
    panel.text(side, 7.2, "cross-entropy (nats)", "figure-text", y ? "start" : "end", [y ? 22 : -22, 0]);
    panel.text(side, 1.35, "squared error", "figure-text", y ? "start" : "end");
    const [height, rise] = loss === "squared error" ? [found.squared, found.squared_slope] : [found.bce, found.bce_slope];
    panel.line([[z - 2, height - 2 * rise], [z + 2, height + 2 * rise]], "line-c");
    panel.point(z, height, "dot");
  },

  say: (found, { z, y }) => `At z = ${show(z, 1)} with y = ${y}, p is ${show(found.p)}. Cross-entropy: ${show(found.bce)} nats, slope ${show(found.bce_slope)}. `
    + `Squared error: ${show(found.squared)}, slope ${show(found.squared_slope)}.`,

  table: (found, { y }) => ({
    caption: `Both losses and their slopes for y = ${y}`,
    head: ["z", "p", "cross-entropy (nats)", "its slope", "squared error", "its slope"],
    rows: Array.from({ length: 9 }, (_, k) => 2 * k + LOW).map((z) => [show(z), ...Object.values(one(y, z))]),
  }),
};
