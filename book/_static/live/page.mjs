// What exercises and cells of a page share.
import { make } from "../element.mjs";
export { make };

// Ctrl+Enter runs the code of a field.
export function runs(event, run) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  run();
}

// One Python for all that runs on the page.
let python;
export function load() {
  python ??= import("./python.mjs").then(({ Python }) => new Python());
  return python;
}

export const late = ({ where, seconds }) => `Stopped after ${seconds} seconds ${where ?? ""}`.trim();

export function printed(output) {
  return make("pre", { textContent: output.trimEnd(), tabIndex: 0 });
}
