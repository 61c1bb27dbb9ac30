// Chapter 2: one logit, its two losses with their tangents, and how hard each pulls.
import { bceFromLogits, sigmoid } from "./formulas.mjs";
import { between, choice, entry, oneOf, show, slider } from "./form.mjs";

const squared = (y, z) => (sigmoid(z) - y) ** 2 / 2;
const squaredSlope = (y, z) => (sigmoid(z) - y) * sigmoid(z) * sigmoid(-z);
const slope = (y, z) => (y ? -sigmoid(-z) : sigmoid(z));
const one = (y, z) => ({ p: sigmoid(z), bce: bceFromLogits(y, z), bce_slope: slope(y, z), squared: squared(y, z), squared_slope: squaredSlope(y, z) });

const LOW = -8;
const HIGH = 8;
const GREATEST = 4 / 27; // slope of the squared error where p is 2/3 from the label

export const figure = {
  playground: () => ({ data: "blobs", depth: 0 }),
  defaults: () => ({ z: 2, y: 0, loss: "cross-entropy" }),
  allowed: () => ({ z: between(LOW, HIGH), y: oneOf(0, 1), loss: oneOf("cross-entropy", "squared error") }),
  controls: () => [
    slider("z", "logit z", { min: LOW, max: HIGH, step: 0.1 }),
    choice("y", "label y", [[0, "0"], [1, "1"]]),
    choice("loss", "loss with its tangent", [["cross-entropy", "cross-entropy"], ["squared error", "squared error"]]),
    entry("The squared error pulls hardest at z =", (_, { y }) => (y ? -1 : 1) * Math.LN2, {
      tolerance: 0.05,
      hint: () => "Find the top of the dashed curve.",
    }),
  ],
  numbers: ({ z, y }) => one(y, z),

  draw(picture, found, { z, y, loss }) {
    const bce = loss === "cross-entropy";
    const [name, value, rise, height] = bce ? ["line-a", found.bce, found.bce_slope, 10] : ["line-b", found.squared, found.squared_slope, 0.6];
    const left = picture.panel({ label: `The loss of label ${y} over the logit, with its tangent`, title: `${loss}, label ${y}`, x: [-10, 10], y: [0, height], xlabel: "logit z", ylabel: bce ? "loss (nats)" : "loss" });
    left.function((at) => (bce ? bceFromLogits : squared)(y, at), name);
    left.line([[z - 3, value - 3 * rise], [z + 3, value + 3 * rise]], "line-c");
    left.point(z, value, "dot");
    left.text(y ? 10 : -10, height, `slope of the tangent: ${show(rise)}`, "figure-over", y ? "end" : "start", [y ? -6 : 10, 18]);

    const right = picture.panel({ label: `The size of both slopes for label ${y}`, title: "size of the slope", x: [-10, 10], y: [0, 1.2], xlabel: "logit z", ylabel: "part of the greatest pull" });
    const side = (pull, ink, shape, words, place, up) => {
      right.function(pull, `line-${ink}`);
      right.point(z, pull(z), shape, `ink-${ink}`);
      right.text(y ? -10 : 10, place, words, "figure-over", y ? "start" : "end", [y ? 6 : -6, up]);
    };
    side((at) => Math.abs(slope(y, at)), "a", "dot", "cross-entropy", 1, -9);
    side((at) => Math.abs(squaredSlope(y, at)) / GREATEST, "b", "square", "squared error", 0, -26);
  },

  say: (found, { z, y }) => `At z = ${show(z, 1)} with y = ${y}, p is ${show(found.p)}. Cross-entropy: ${show(found.bce)} nats, slope ${show(found.bce_slope)}. `
    + `Squared error: ${show(found.squared)}, slope ${show(found.squared_slope)}, ${show((100 * Math.abs(found.squared_slope)) / GREATEST, 1)}% of its greatest.`,

  table: (found, { y }) => ({
    caption: `Both losses and their slopes for y = ${y}`,
    head: ["z", "p", "cross-entropy (nats)", "its slope", "squared error", "its slope"],
    rows: Array.from({ length: 9 }, (_, k) => 2 * k + LOW).map((z) => [show(z), ...Object.values(one(y, z))]),
  }),
};
