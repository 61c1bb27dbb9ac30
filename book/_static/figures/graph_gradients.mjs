// Chapter 3: e = a b (b + 5) as a graph; the reader finds its gradients from the last node to the first.
import { entry, show, slider, term, whole } from "./form.mjs";
import { sum } from "./formulas.mjs";

const ORDER = ["e", "d", "c", "b", "a"];
const PLACES = { a: [0, 1.5, "a"], b: [0, 0, "b"], c: [2, 1.5, "×"], d: [2, 0, "+5"], e: [4, 0.75, "×"] };
// What comes back to a node: over each of its arrows an upstream gradient and a local derivative.
const coming = ({ arrows, gradients }, name) => arrows.filter(([start]) => start === name).map(([, end, local]) => ({ end, local, upstream: gradients[end], sent: gradients[end] * local }));

export const figure = {
  defaults: () => ({ a: 2, b: 5, done: 1 }),
  allowed: () => ({ a: whole(-9, 9), b: whole(-9, 9), done: whole(1, 5) }),
  controls: () => [
    ...["a", "b"].map((name) => slider(name, name, { min: -9, max: 9, step: 1 })),
    slider("done", "gradients shown", { min: 1, max: 5, step: 1 }),
    entry("Gradient at the question mark:", ({ gradients }, { done }) => gradients[ORDER[done]], {
      when: ({ done }) => done < 5,
      next: ({ done }) => ({ done: done + 1 }),
      hint: () => "On each dashed arrow multiply upstream and local; then add.",
    }),
  ],

  numbers({ a, b }) {
    const [c, d] = [a * b, b + 5];
    const found = { values: { a, b, c, d, e: c * d }, arrows: [["a", "c", b], ["b", "c", a], ["b", "d", 1], ["c", "e", d], ["d", "e", c]], gradients: { e: 1 } };
    for (const name of ORDER.slice(1)) found.gradients[name] = sum(coming(found, name).map(({ sent }) => sent));
    return found;
  },

  draw(picture, { values, arrows, gradients }, { done }) {
    const panel = picture.panel({ label: "Graph of e = a · b · (b + 5) with values, gradients and local derivatives", axes: false, x: [-0.5, 4.5], y: [-0.75, 2.2], height: 250 });
    for (const [start, end, local] of arrows) {
      const [[x, y], [u, v]] = [PLACES[start], PLACES[end]];
      panel.line([[x, y], [u, v]], start === ORDER[done] ? "line-c" : "line-thin");
      panel.text((x + u) / 2, (y + v) / 2, show(local), "figure-over", "middle", [0, -7]);
    }
    ORDER.forEach((name, k) => {
      const [x, y, sign] = PLACES[name];
      const write = (words, dy, look) => panel.text(x, y, words, look, "middle", [0, dy]);
      panel.point(x, y, "dot", "bar-pale", 19);
      write(sign, 5);
      write(`${name} = ${show(values[name])}`, -26);
      if (k <= done) write(k < done ? show(gradients[name]) : "?", 37, "figure-gradient");
    });
  },

  say(found, { done }) {
    const [before, now] = [ORDER[done - 1], ORDER[done]];
    const how = coming(found, before).map(({ upstream, local }) => `${term(upstream)} · ${term(local)} `).join("+ ");
    const next = coming(found, now).map(({ upstream, local, end }) => `from ${end} upstream ${show(upstream)}, local ${show(local)}`);
    return `e = ${show(found.values.e)}. ∂e/∂${before} = ${how && `${how}= `}${show(found.gradients[before])}. `
      + (now ? `Next ∂e/∂${now}: ${next.join("; ")}.` : "Multiply along a path, add over the paths.");
  },

  table: (found, { done }) => ({
    caption: "From the last node to the first",
    head: ["node", "value", "local derivatives", "gradient"],
    rows: ORDER.map((name, k) => [name, found.values[name], coming(found, name).map(({ local, end }) => `of ${end}: ${show(local)}`).join(", "), k < done ? found.gradients[name] : "?"]),
  }),
};
