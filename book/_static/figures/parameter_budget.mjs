// Chapter 8: the parameters of a network, term by term, and what the data can pay.
import { entry, oneOf, slider } from "./form.mjs";
import { parameterTerms, sum } from "./formulas.mjs";
import { ticks } from "./picture.mjs";

const many = (count) => count.toLocaleString("en");
const kept = (width) => (width ? String(width) : "no layer");

export const figure = {
  defaults: () => ({ M: 800, d: 20, c: 3, h1: 40, h2: 0, h3: 0 }),
  allowed: ({ M, d, c, h }) => ({ M: oneOf(...M), d: oneOf(...d), c: oneOf(...c), h1: oneOf(...h), h2: oneOf(...h), h3: oneOf(...h) }),
  controls: ({ M, d, c, h }) => [
    ...[1, 2, 3].map((k) => slider(`h${k}`, `hidden layer ${k}`, { values: h, format: kept })),
    slider("M", "training examples M", { values: M, format: many }),
    slider("d", "features d", { values: d, format: many }),
    slider("c", "outputs c", { values: c, format: many }),
    entry("Two equal hidden layers for the customers: units in each", () => 5, { hint: (value) => (value > 5 ? "That costs more than 160." : "One more fits.") }),
  ],

  numbers({ M, d, c, h1, h2, h3 }) {
    const layers = [d, h1, h2, h3].filter(Boolean).concat(c);
    const terms = parameterTerms(layers);
    const [count, budget, h] = [sum(terms), M / 5, Math.floor((M - 5 * c) / (5 * (d + c + 1)))];
    // As many layers as M / (d c) has binary digits.
    return { layers, terms, count, budget, fits: count <= budget, deepest: Math.floor(M / (d * c)).toString(2).length, widest: h < 1 ? [] : [d, h, c] };
  },

  draw(picture, { layers, terms, count, budget, fits, widest }) {
    const row = 46;
    const right = 1.08 * Math.max(count, budget);
    const wide = widest.length ? sum(parameterTerms(widest)) : 0;
    const bars = terms.map((term, k) => [`layer ${k + 1}: (${layers[k]} + 1) · ${layers[k + 1]} = ${many(term)}`, sum(terms.slice(0, k)), term, `bar-${"abcd"[k]}`]);
    bars.push([`widest with one hidden layer that fits: ${wide ? `${widest.join("-")}, ${many(wide)}` : "none"}`, 0, wide, "bar-pale"]);
    const panel = picture.panel({
      label: "Parameters of each layer as bars, one after the other, and the budget", title: `${layers.join("-")}: ${many(count)} parameters, ${fits ? "within the" : "over the"} budget`,
      x: [0, right], y: [0, 1], xticks: ticks(0, right, 4).map((each) => [each, many(each)]), yticks: [], xlabel: "parameters", height: row * bars.length + 92,
    });
    panel.line([[budget, 0], [budget, 1]], "line-guide");
    bars.forEach(([words, from, size, look], k) => {
      const top = 50 + row * k;
      panel.put("rect", { class: look, x: panel.px(from), y: top + 20, width: Math.max(1, panel.px(size) - panel.px(0)), height: 16 });
      panel.label(panel.px(0) + 6, top + 14, words, "figure-over", "start");
    });
    panel.text(budget, 1, `budget ${many(budget)}`, "figure-over figure-tick", budget > count / 2 ? "end" : "start", [budget > count / 2 ? -5 : 5, 12]);
  },

  say: ({ layers, terms, count, budget, fits, deepest }) => `${layers.join("-")} has ${terms.map(many).join(" + ")}${terms.length > 1 ? ` = ${many(count)}` : ""} parameters; the data pay for ${many(budget)}. `
    + (fits ? "It fits. " : `It costs ${(count / budget).toFixed(1)} times the budget. `)
    + `It has ${terms.length} ${terms.length > 1 ? "layers" : "layer"}; the depth rule allows ${deepest}.`,

  table: ({ layers, terms, count, budget }) => ({
    caption: "Parameters of each layer",
    head: ["layer", "weights", "biases", "together"],
    rows: [...terms.map((term, k) => [String(k + 1), many(layers[k] * layers[k + 1]), many(layers[k + 1]), many(term)]), ["in all", "", "", many(count)], ["budget", "", "", many(budget)]],
  }),
};
