// Chapter 8: costs by width, training time and penalty, measured once by course_lib.
import { choice, entry, oneOf, show, slider } from "./form.mjs";
import { parameterTerms, sum } from "./formulas.mjs";

const log = Math.log10;
const smallest = (costs) => costs.indexOf(Math.min(...costs));

export const figure = {
  playground: ({ h }) => ({ data: "spirals", depth: 1, width: Math.min(h, 8), activation: "relu" }),
  defaults: () => ({ h: 40, epochs: 300, strength: 0 }),
  allowed: ({ widths, strengths, epochs, every }) => ({
    h: oneOf(...widths), epochs: (value) => value >= 0 && value <= epochs && value % every === 0, strength: oneOf(...strengths),
  }),
  controls: ({ widths, strengths, epochs, every, validation }) => [
    slider("epochs", "stop after epoch", { min: 0, max: epochs, step: every }),
    slider("h", "hidden units h", { values: widths, format: String }),
    choice("strength", "penalty λ", strengths.map((each) => [each, String(each)])),
    entry("Without a penalty the widest network is best up to epoch", () => {
      const times = validation[0][0].map((_, time) => time);
      return every * Math.max(...times.filter((time) => smallest(validation.map(([free]) => free[time])) === widths.length - 1));
    }, { hint: () => "Up to where does the ring stay at the widest?" }),
  ],

  numbers({ h, epochs, strength }, { widths, strengths, every, features, segments, customers, ...parts }) {
    const [own, which, time] = [widths.indexOf(h), strengths.indexOf(strength), epochs / every];
    const [train, validation, test] = ["train", "validation", "test"].map((name) => parts[name].map((costs) => costs[which][time]));
    return {
      train, validation, test, best: widths[smallest(validation)], course: [parts.train, parts.test].map((costs) => costs[own][which]),
      parameters: widths.map((each) => sum(parameterTerms([features, each, segments]))), budget: customers / 5,
    };
  },

  draw(picture, { train, test, best, course, parameters, budget }, { h, epochs }, { widths, bayes, every, epochs: last }) {
    const y = [0, 1.3];
    const at = parameters.map(log);
    const [own, top] = [h, best].map((each) => widths.indexOf(each));
    const floor = (panel, [left, right]) => {
      panel.line([[left, bayes], [right, bayes]], "line-d line-thin");
      panel.text(left, bayes, "Bayes cost", "figure-over figure-tick", "start", [6, 16]);
    };
    const wide = picture.panel({ label: "Training and test cost of all widths at the stop", title: `all widths, after ${epochs} epochs`, x: [at[0] - 0.1, at.at(-1) + 0.1], y, xlabel: "hidden units", ylabel: "cost (nats)", xticks: at.map((each, k) => [each, String(widths[k])]) });
    floor(wide, wide.x);
    wide.line([[log(budget), 0], [log(budget), 1.3]], "line-guide");
    wide.text(log(budget), 0, "budget", "figure-over figure-tick", "start", [5, -8]);
    wide.line(at.map((each, k) => [each, train[k]]), "line-b");
    wide.line(at.map((each, k) => [each, test[k]]), "line-a");
    wide.point(at[own], test[own], "dot", "ink-a");
    wide.point(at[top], test[top], "ring", "", 10);
    const long = picture.panel({ label: `Training and test cost of ${h} units over the epochs`, title: `h = ${h}: on the way`, x: [0, last], y, xlabel: "epoch", ylabel: "cost (nats)" });
    floor(long, long.x);
    long.line([[epochs, 0], [epochs, 1.3]], "line-guide");
    course.forEach((costs, k) => long.line(costs.map((cost, time) => [time * every, cost]), `line-${"ba"[k]}`));
    long.point(epochs, course[1][epochs / every], "dot", "ink-a");
    for (const [panel, right, above, below] of [[wide, at.at(-1), test, train], [long, last, course[1], course[0]]]) {
      panel.text(right, above.at(-1), "test", "figure-over", "end", [0, -14]);
      panel.text(right, below.at(-1), "training", "figure-over", "end", [0, below.at(-1) < 0.25 ? -18 : 19]);
    }
  },

  say: ({ train, test, best }, { h, epochs, strength }, { widths, bayes }) => `After ${epochs} epochs ${strength ? `with λ = ${strength}` : "without a penalty"}, h = ${h}: training ${show(train[widths.indexOf(h)])}, test ${show(test[widths.indexOf(h)])} nats. `
    + `By the validation cost h = ${best} is best (the ring); its test cost is ${show(test[widths.indexOf(best)])}. The Bayes cost is ${show(bayes)}.`,

  table: ({ train, validation, test, parameters }, { epochs }, { widths }) => ({
    caption: `Costs after ${epochs} epochs, in nats`,
    head: ["hidden units", "parameters", "training", "validation", "test"],
    rows: widths.map((h, k) => [String(h), String(parameters[k]), train[k], validation[k], test[k]]),
  }),
};
