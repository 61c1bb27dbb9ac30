// Chapter 1: a threshold over the tumors, each at the probability that the neuron gave it.
import { logOdds, sigmoid } from "./formulas.mjs";
import { between, entry, show, slider } from "./form.mjs";
import { decided } from "./neuron_line.mjs";

const TICKS = [0.000001, 0.001, 0.05, 0.5, 0.95, 0.999, 0.999999];

export const figure = {
  defaults: () => ({ threshold: 0.5 }),
  allowed: () => ({ threshold: between(0.01, 0.99) }),
  controls: ({ fewest }) => [
    slider("threshold", "threshold", { min: 0.01, max: 0.99, step: 0.01 }),
    entry("Fewest wrong answers of any threshold:", () => fewest, {
      tolerance: 0,
      hint: (_, { missed, alarms }) => `Now there are ${missed + alarms}, each with a ring.`,
    }),
  ],

  numbers: ({ threshold }, { P, Y }) => decided(P, Y, threshold),

  draw(picture, { missed, found, alarms, cleared, said }, { threshold }, { P, Y }) {
    const [left, right, foot, top] = [-17, 21, -18, 12];
    const panel = picture.panel({
      label: "Piles of tumors over their probability, malignant above, benign below, and a threshold",
      x: [left, right], y: [foot, top], height: 400, xlabel: "probability p (stretched at its ends)", ylabel: "tumors",
      xticks: TICKS.map((p) => [logOdds(p), p]), yticks: [[-10, 10], 0, 10],
    });
    panel.shade(panel.grid(sigmoid, 100), threshold);
    panel.function(() => 0, "line-thin");
    const piles = {};
    P.forEach((p, k) => {
      const z = Math.floor(logOdds(p)) + 0.5;
      const pile = [z, Y[k]];
      piles[pile] = (piles[pile] ?? 0) + 1;
      const height = (piles[pile] - 0.4) * (Y[k] ? 1 : -1);
      panel.point(z, height, Y[k] ? "cross" : "dot", `class-${Y[k]}`, 4);
      if (said[k] !== Y[k]) panel.point(z, height, "ring", "", 8);
    });
    panel.line([foot, top].map((y) => [logOdds(threshold), y]), "figure-boundary");
    const corner = (x, y, words) => panel.text(x, y, words, "figure-over", x < 0 ? "start" : "end", [x < 0 ? 6 : -6, y < 0 ? -10 : 20]);
    corner(left, top, `${missed} missed`);
    corner(right, top, `${found} malignant found`);
    corner(left, foot, `${cleared} benign cleared`);
    corner(right, foot, `false alarms: ${alarms}`);
  },

  say: ({ missed, found, alarms, cleared, accuracy }, { threshold }) =>
    `Threshold ${show(threshold, 2)}: ${missed} of ${missed + found} malignant tumors missed, false alarm for ${alarms} of ${alarms + cleared} benign ones. Wrong answers: ${missed + alarms}, accuracy ${show(accuracy)}.`,

  table: (_, __, { P, Y }) => ({
    caption: "What a threshold does to the tumors",
    head: ["threshold", "missed", "false alarms", "accuracy"],
    rows: Array.from({ length: 19 }, (_, k) => {
      const each = (k + 1) / 20;
      const { missed, alarms, accuracy } = decided(P, Y, each);
      return [show(each, 2), missed, alarms, accuracy];
    }),
  }),
};
