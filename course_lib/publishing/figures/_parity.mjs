// What a figure's script finds in states: node _parity.mjs SCRIPT, with {data, states} on stdin.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { figure } = await import(pathToFileURL(process.argv[2]));
const { data, states } = JSON.parse(readFileSync(0, "utf8"));
const allowed = figure.allowed(data);
const found = states.map((state) => {
  const foreign = Object.keys(state).filter((key) => !allowed[key]?.(state[key]));
  return { foreign, numbers: figure.numbers({ ...figure.defaults(data), ...state }, data) };
});
// JSON has no infinity and no nan.
process.stdout.write(JSON.stringify(found, (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value)));
