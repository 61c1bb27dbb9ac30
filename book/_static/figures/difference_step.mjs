// Chapter 3: the slope of the sigmoid at 1 from two values, by the step. The values come from course_lib:
// at small steps their last digit decides.
import { entry, oneOf, show, slider } from "./form.mjs";
import { sigmoid } from "./formulas.mjs";

const log = Math.log10;
const power = (k) => [k, show(10 ** k, 0).replace("1 · ", "")];
const size = (h) => show(h, h < 1 && h > 1e-3 ? 3 : 0);

export const figure = {
  defaults: () => ({ h: 1 }),
  allowed: ({ steps }) => ({ h: oneOf(...steps) }),
  controls: ({ steps }) => [
    slider("h", "step h", { values: steps, format: size }),
    entry("From both sides the best step is 10 to the power", ({ both }) => log(steps[both.indexOf(Math.min(...both))]), { tolerance: 1, hint: () => "Where is the dashed line lowest?" }),
  ],

  // Slopes at this step; errors at all.
  numbers({ h }, { steps, above, below, here, slope }) {
    const sides = steps.map((each, k) => (above[k] - below[k]) / (1 + each - (1 - each)));
    const side = steps.map((each, k) => (above[k] - here) / (1 + each - 1));
    const k = steps.indexOf(h);
    return { k, slopes: [sides[k], side[k]], both: sides.map((each) => Math.abs(each - slope)), one: side.map((each) => Math.abs(each - slope)) };
  },

  draw(picture, { k, slopes, both, one }, { h }, { steps, above, below, here, slope }) {
    const near = picture.panel({ title: "Around z = 1, in units of h", label: "The sigmoid around 1 under a magnifier, with its tangent and two secants", x: [-1.6, 1.6], y: [-0.4, 0.4], xlabel: "(z − 1) / h", ylabel: "(p − p at 1) / h" });
    const first = (below[k] - here) / h;
    const lines = [["sigmoid", "", (t) => (sigmoid(1 + t * h) - here) / h], ["tangent", "line-a", (t) => slope * t], ["both sides", "line-b", (t) => first + slopes[0] * (t + 1)], ["one side", "line-c", (t) => slopes[1] * t]];
    lines.forEach(([words, name, f], row) => {
      near.function(f, name, 320);
      near.line([[0.3, -0.12 - 0.07 * row], [0.6, -0.12 - 0.07 * row]], name);
      near.text(0.7, -0.14 - 0.07 * row, words, "figure-text", "start");
    });
    near.point(-1, first, "dot", "ink-b");
    near.point(1, (above[k] - here) / h, "dot", "ink-b");
    const all = picture.panel({ title: "Error of the slope", label: "Error against the step, both axes logarithmic", x: [-15, 0.5], y: [-12.5, 0], xlabel: "step h", ylabel: "error", xticks: [-15, -10, -5, 0].map(power), yticks: [-12, -8, -4, 0].map(power) });
    for (const [errors, name] of [[both, "b"], [one, "c"]]) {
      all.line(steps.map((each, j) => [log(each), log(errors[j])]), `line-${name}`);
      all.point(log(h), log(errors[k]), "dot", `ink-${name}`, 6);
    }
  },

  say: ({ k, slopes, both, one }, { h }, { slope }) => `h = ${size(h)}; the true slope is ${show(slope, 9)}. From both sides it is ${show(slopes[0], 9)}, with an error of ${show(both[k], 1)}; from one side ${show(slopes[1], 9)}, with ${show(one[k], 1)}.`,

  table: ({ both, one }, _, { steps }) => ({
    caption: "Error of the slope of the sigmoid at 1",
    head: ["step h", "from both sides", "from one side"],
    rows: steps.map((h, k) => [size(h), both[k], one[k]]),
  }),
};
