// Chapter 5: three ReLU units of one input add up to a curve with three kinks.
import { activations, sum } from "./formulas.mjs";
import { between, choice, entry, oneOf, show, slider } from "./form.mjs";

const [relu, step] = activations.relu;
const LIMIT = 2;
const UNITS = [1, 2, 3];
const units = (state) => UNITS.map((k) => [state[`k${k}`], state[`s${k}`]]);
const added = (all, f, x) => sum(all.map(([kink, slope]) => slope * f(x - kink)));

export const figure = {
  playground: () => ({ data: "moons", depth: 1, width: 3, activation: "relu" }),
  defaults: () => ({ k1: -1, s1: 1, k2: 0, s2: -2, k3: 1, s3: 1, target: "roof" }),
  allowed: () => ({
    ...Object.fromEntries(UNITS.flatMap((k) => [[`k${k}`, between(-LIMIT, LIMIT)], [`s${k}`, between(-3, 3)]])),
    target: oneOf("roof", "wave"),
  }),
  controls: () => [
    ...UNITS.flatMap((k) => [
      slider(`k${k}`, `kink ${k}`, { min: -LIMIT, max: LIMIT, step: 0.1 }),
      slider(`s${k}`, `slope ${k}`, { min: -3, max: 3, step: 0.1 }),
    ]),
    choice("target", "follow", [["roof", "the roof"], ["wave", "the wave"]]),
    entry("Slope 2 for the roof", () => -2.5, { hint: () => "At its kink a unit adds its slope to that of the units before it." }),
  ],

  numbers(state, { x, targets }) {
    const all = units(state);
    const curve = x.map((each) => added(all, relu, each));
    const distances = curve.map((value, k) => Math.abs(value - targets[state.target][k]));
    const gap = Math.max(...distances);
    const ends = [...new Set([-LIMIT, ...all.map(([kink]) => kink), LIMIT])].sort((a, b) => a - b);
    const slopes = ends.slice(1).map((end, k) => added(all, step, (ends[k] + end) / 2));
    return { curve, slopes, gap, at: x[distances.indexOf(gap)] };
  },

  draw(picture, { curve, at, gap }, state, { x, targets }) {
    const all = units(state);
    const target = targets[state.target];
    const panel = (title, y) => picture.panel({ label: title, title, x: [-LIMIT, LIMIT], y, xlabel: "x" });
    const ramps = panel("three ramps", [-3, 3]);
    all.forEach(([kink, slope], k) => {
      const reach = Math.min(LIMIT - kink, 3 / Math.abs(slope));
      ramps.line([[-LIMIT, 0], [kink, 0], [kink + reach, slope * reach]], `line-${"abc"[k]}`);
      ramps.text(kink, 0, UNITS[k], "figure-over", "middle", [0, slope < 0 ? -8 : 20]);
    });
    const both = panel(`their sum, and the ${state.target} (dotted)`, [-1.5, 2]);
    const [low, high] = [curve, target].map((values) => values[x.indexOf(at)]);
    both.line([[at, low], [at, high]], "line-c");
    both.line(x.map((each, k) => [each, target[k]]), "line-d");
    both.line(x.map((each, k) => [each, curve[k]]), "figure-boundary");
    both.text(at, (low + high) / 2, show(gap, 2), "figure-over", at > 1 ? "end" : "start", [at > 1 ? -7 : 7, 5]);
    for (const [kink] of all) both.point(kink, added(all, relu, kink), "square", "", 4);
  },

  say({ slopes, gap, at }, state) {
    const list = (values) => values.map((value) => show(value, 1)).join(", ");
    return `Kinks at ${list(units(state).map(([kink]) => kink))}: from left to right the sum has the slopes ${list(slopes)}. `
      + (gap < 0.01 ? `It follows the ${state.target}.` : `The largest gap to the ${state.target} is ${show(gap, 2)}, at x = ${show(at, 2)}.`);
  },

  table: ({ curve }, { target }, { x, targets }) => ({
    caption: `The sum and the ${target}`,
    head: ["x", "sum", target],
    rows: x.flatMap((at, k) => (k % 8 ? [] : [[show(at, 1), curve[k], targets[target][k]]])),
  }),
};
