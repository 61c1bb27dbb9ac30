// Chapter 6: four logits, their powers, their shares and the gradient, as bars.
import { between, choice, entry, oneOf, show, slider, term, whole } from "./form.mjs";
import { crossEntropyFromLogits, logsumexp, sum } from "./formulas.mjs";

const CLASSES = [1, 2, 3, 4];
const HEAT = [0.1, 0.2, 0.5, 1, 2, 5];

export const figure = {
  playground: () => ({ data: "three clouds", depth: 0 }),
  defaults: () => ({ z1: 2, z2: 1, z3: 0.1, z4: -1, shift: 0, T: 1, truth: 2, way: "stable" }),
  allowed: () => ({ ...Object.fromEntries(CLASSES.map((c) => [`z${c}`, between(-5, 5)])), shift: whole(-800, 800), T: oneOf(...HEAT), truth: oneOf(...CLASSES), way: oneOf("naive", "stable") }),
  controls: () => [
    ...CLASSES.map((c) => slider(`z${c}`, `logit ${c}`, { min: -5, max: 5, step: 0.1 })),
    slider("shift", "added to all", { min: -800, max: 800, step: 1 }),
    slider("T", "temperature T", { values: HEAT, format: (T) => show(T, 1) }),
    choice("truth", "true class", CLASSES.map((c) => [c, c])),
    choice("way", "powers", [["naive", "as defined"], ["stable", "largest logit M subtracted"]]),
    entry("As defined, a power becomes ∞ at the logit", () => Math.log(Number.MAX_VALUE), { tolerance: 0.5 }),
  ],

  numbers({ shift, T, truth, way, ...logits }) {
    const z = CLASSES.map((c) => (logits[`z${c}`] + shift) / T);
    const powers = z.map((value) => Math.exp(value - (way === "stable" ? Math.max(...z) : 0)));
    const p = powers.map((power) => power / sum(powers));
    const gradient = p.map((share, c) => (c + 1 === truth ? -sum(p.toSpliced(c, 1)) : share));
    return { z, powers, p, gradient, logsumexp: logsumexp(z), loss: crossEntropyFromLogits(z, truth - 1) };
  },

  draw(picture, { z, powers, p, gradient }, { truth, way }) {
    const bars = (title, values, low, high) => {
      const space = (high - low) / 4;
      const panel = picture.panel({ title, label: title, x: [0.4, 4.6], y: [low && low - space, high + space], height: 210, xlabel: "class", yticks: [0], xticks: CLASSES.map((c) => [c, c === truth ? `${c} (true)` : c]) });
      values.forEach((value, c) => {
        const height = Math.min(value || 0, high);
        panel.box(c + 0.65, 0, c + 1.35, height, c + 1 === truth ? "bar-b" : "bar-a");
        panel.text(c + 1, height, show(value), "", "middle", [0, height < 0 ? 17 : -5]);
      });
      return panel;
    };
    bars("Logits z / T", z, Math.min(0, ...z), Math.max(0, ...z));
    bars(way === "stable" ? "Powers eᶻ⁻ᴹ" : "Powers eᶻ", powers, 0, Math.min(Math.max(...powers), 1e308) || 1);
    bars("Probabilities p, label y (frame)", p, 0, 1).box(truth - 0.48, 0, truth + 0.48, 1, "figure-ring");
    bars("Gradient p − y (nats)", gradient, -1, 1);
  },

  say({ z, powers, p, logsumexp: soft, loss }, { truth, shift }) {
    const total = sum(powers);
    if (!total || total === Infinity) return `In the computer the powers add up to ${show(total)}: their shares are no probabilities.`;
    const [k, sub] = [truth - 1, " ₁₂₃₄"[truth]];
    return `p${sub} = ${show(p[k])}. The loss is logsumexp(z) − z${sub} = ${show(soft)} − ${term(z[k])} = ${show(loss)} nats. ${shift ? `Adding ${show(shift)} to all changes neither` : "The numbers p − y add up to 0"}.`;
  },

  table: ({ z, powers, p, gradient }) => ({
    caption: "From the logits to the gradient",
    head: ["class", "logit", "power", "p", "p − y (nats)"],
    rows: z.map((value, c) => [`${c + 1}`, value, powers[c], p[c], gradient[c]]),
  }),
};
