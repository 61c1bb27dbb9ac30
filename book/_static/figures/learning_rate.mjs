// Chapter 3: descent on a parabola, by learning rate and curvature.
import { between, choice, entry, oneOf, show, slider, steps, whole } from "./form.mjs";
import { clamp } from "./picture.mjs";

const LAST = 20;
const SPAN = 1.5;

function word(factor) {
  const size = Math.abs(factor);
  if (size > 1) return "each lands on the other side and higher: it diverges";
  if (size === 1) return "it swings for ever and gets no lower";
  if (factor < 0) return "it swings from side to side, and arrives";
  return factor > 0.85 ? "it crawls" : "it arrives";
}

export const figure = {
  defaults: () => ({ rate: 2, a: 0.1, steps: 10 }),
  allowed: () => ({ rate: between(0.5, 25), a: oneOf(0.1, 0.2, 0.4), steps: whole(0, LAST) }),
  controls: () => [
    slider("rate", "learning rate α", { min: 0.5, max: 25, step: 0.5 }),
    choice("a", "curvature a", [0.1, 0.2, 0.4].map((a) => [a, show(a, 1)])),
    steps("steps", { many: 5, last: LAST, perFrame: 1, wait: 150 }),
    entry("It swings, and arrives, at rates above:", (_, { a }) => 1 / a, { hint: () => "Which rate lands on 0 with one step?" }),
    entry("The smallest rate at which it no longer arrives:", (_, { a }) => 2 / a, { hint: () => "After many steps, is w nearer to 0 than at the start?" }),
  ],

  numbers({ rate, a, steps: count }) {
    const path = [1];
    while (path.length <= count) path.push(path.at(-1) - rate * (a * path.at(-1)));
    return { path };
  },

  draw(picture, { path }, { a, steps: count }) {
    const cost = (w) => (a * w * w) / 2;
    const valley = picture.panel({ title: "The valley", label: `A parabola of curvature ${a} with ${count} steps on it`, x: [-SPAN, SPAN], y: [0, cost(SPAN)], xlabel: "weight w", ylabel: "cost J" });
    valley.function(cost, "line-thin");
    const time = picture.panel({ title: "Step by step", label: "The weight after each step", x: [0, LAST], y: [-SPAN, SPAN], xlabel: "step k", ylabel: "weight w" });
    time.line([[0, 0], [LAST, 0]], "line-guide");
    // What leaves the picture is drawn up to its edge.
    const gone = path.findIndex((w) => Math.abs(w) > SPAN);
    const seen = (gone < 0 ? path : path.slice(0, gone + 1)).map((w) => clamp(w, [-SPAN, SPAN]));
    for (const [panel, place] of [[valley, (w) => [w, cost(w)]], [time, (w, k) => [k, w]]]) {
      panel.line(seen.map(place), "line-b");
      seen.map(place).forEach(([x, y], k) => { if (k !== gone) panel.point(x, y, "dot", "ink-b", 4); });
    }
  },

  say: ({ path }, { rate, a, steps: count }) => `Rate ${show(rate, 1)}: each step multiplies w by ${show(1 - rate * a, 2)}; ${word(1 - rate * a)}. After ${count} steps w = ${show(path.at(-1))}.`,

  table: ({ path }, { a, rate }) => ({
    caption: `Steps with the rate ${show(rate, 1)}`,
    head: ["step", "weight w", "cost J"],
    rows: path.map((w, k) => [String(k), w, (a * w * w) / 2]),
  }),
};
