// Units and networks, drawn on a panel of picture.mjs.
import { svg } from "./picture.mjs";

// The line w · x + b = 0 of a unit; its name stands where the unit says yes, moved along by `slide`.
export function unitLine(panel, [w1, w2], b, look, name, slide = 0) {
  const size = Math.hypot(w1, w2);
  const logit = (x1, x2) => w1 * x1 + w2 * x2 + b;
  // Of a straight line the contour needs the corners alone.
  const drawn = panel.contour(panel.y.map((x2) => panel.x.map((x1) => logit(x1, x2))), 0, look);
  if (!drawn || !name) return;
  const [x1, x2] = [panel.x, panel.y].map(([low, high]) => (low + high) / 2);
  const [dx, dy, away] = [w1 / size, -w2 / size, logit(x1, x2) / size];
  const [px, py] = [panel.px(x1 - away * dx) - slide * dy, panel.py(x2 + away * dy) + slide * dx];
  panel.put("path", { class: `figure-line ${look}`, d: `M${px} ${py}l${14 * dx} ${14 * dy}` });
  panel.label(px + 24 * dx, py + 24 * dy + 5, name, "figure-over");
}

// From left to right: columns of nodes { name, above, below, bias, look, words }, and edges
// [column, from, to, look, weight] to the next column.
export function drawNetwork(panel, columns, edges) {
  const top = panel.edge.top;
  const place = (c, k) => [(panel.width * (c + 0.5)) / columns.length, top + ((panel.height - top) * (k + 0.5)) / columns[c].length];
  for (const [c, from, to, look] of edges) panel.put("path", { class: `figure-line ${look}`, d: `M${place(c, from)}L${place(c + 1, to)}` });
  for (const [c, from, to, , weight = ""] of edges) {
    const [[x, y], [u, v]] = [place(c, from), place(c + 1, to)];
    panel.label((2 * x + u) / 3, (2 * y + v) / 3 + 5, weight, "figure-over figure-tick");
  }
  columns.forEach((nodes, c) => nodes.forEach(({ name, above = "", below = "", bias = "", look = "", words = "" }, k) => {
    const [x, y] = place(c, k);
    panel.put("circle", { cx: x, cy: y, r: 15, class: `figure-node ${look}` }, svg("title", {}, words));
    panel.label(x, y + 5, name, "figure-still");
    panel.label(x, y - 20, above, "figure-over");
    panel.label(x, y + 31, below || bias, `figure-over ${below ? "figure-gradient" : "figure-quiet"}`);
  }));
}
