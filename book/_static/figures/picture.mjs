// Pictures in SVG, drawn anew at each change. Concepts have one look each, by shape as well as color.
const SPACE = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const round = (value) => Math.round(value * 10) / 10;
const tick = (value) => String(Number(value.toPrecision(6))).replace("-", "−");

// Steps of 1, 2 or 5 times a power of ten, about `wanted` of them.
export function ticks(low, high, wanted = 5) {
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, k) => (first + k) * step);
}

export class Picture {
  constructor(set) {
    this.set = set;
    this.panels = [];
  }

  // `x` and `y` are [low, high]; with `axes: false` the panel is a sheet of its own units.
  panel(options) {
    const made = new Panel(options, this.set);
    this.panels.push(made.frame);
    return made;
  }
}

class Panel {
  constructor({ label, title = "", x = [0, 1], y = [0, 1], xlabel = "", ylabel = "", width = 480, height = 300, axes = true, square = false, xticks, yticks }, set) {
    const edge = axes ? { left: 58, right: 18, top: title ? 30 : 12, bottom: 46 } : { left: 4, right: 4, top: title ? 30 : 4, bottom: 4 };
    if (square) height = width - edge.left - edge.right + edge.top + edge.bottom;
    Object.assign(this, { x, y, width, height, edge, set });
    this.svg = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
    this.frame = document.createElement("div");
    this.frame.className = "figure-panel";
    this.frame.append(this.svg);
    if (title) this.label(width / 2, 19, title, "figure-title");
    if (axes) this.drawAxes(xlabel, ylabel, xticks ?? ticks(...x), yticks ?? ticks(...y, 4));
  }

  px(x) {
    const { left, right } = this.edge;
    return round(left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * (this.width - left - right));
  }

  py(y) {
    const { top, bottom } = this.edge;
    return round(this.height - bottom - ((y - this.y[0]) / (this.y[1] - this.y[0])) * (this.height - top - bottom));
  }

  put(tag, attributes, ...children) {
    const element = svg(tag, attributes, ...children);
    this.svg.append(element);
    return element;
  }

  // In pixels of the picture.
  label(px, py, text, name = "figure-text", anchor = "middle") {
    return this.put("text", { x: px, y: py, class: name, "text-anchor": anchor }, text);
  }

  drawAxes(xlabel, ylabel, xticks, yticks) {
    const { left, right, top, bottom } = this.edge;
    const [foot, end] = [this.height - bottom, this.width - right];
    this.put("path", { class: "figure-axis", d: `M${left} ${top}V${foot}H${end}` });
    // A tick is a value, or a pair of a value and the words at it.
    for (const each of xticks) {
      const [value, words] = Array.isArray(each) ? each : [each, tick(each)];
      this.put("path", { class: "figure-axis", d: `M${this.px(value)} ${foot}v4` });
      this.label(this.px(value), foot + 18, words, "figure-tick");
    }
    for (const each of yticks) {
      const [value, words] = Array.isArray(each) ? each : [each, tick(each)];
      this.put("path", { class: "figure-axis", d: `M${left} ${this.py(value)}h-4` });
      this.label(left - 7, this.py(value) + 4.5, words, "figure-tick", "end");
    }
    this.label((left + end) / 2, this.height - 8, xlabel, "figure-name");
    this.put("text", { transform: `translate(15 ${(top + foot) / 2}) rotate(-90)`, class: "figure-name", "text-anchor": "middle" }, ylabel);
  }

  // In the units of the axes. Points outside are kept out by the frame.
  line(points, name) {
    const drawn = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y)).map(([x, y]) => `${this.px(x)} ${this.py(clamp(y, this.y))}`);
    return drawn.length ? this.put("path", { class: `figure-line ${name}`, d: `M${drawn.join("L")}` }) : undefined;
  }

  function(f, name, n = 160) {
    const [low, high] = this.x;
    return this.line(Array.from({ length: n + 1 }, (_, k) => low + ((high - low) * k) / n).map((x) => [x, f(x)]), name);
  }

  // A dot for class 0, a cross for class 1, as everywhere in the book; `shape` says it for others.
  point(x, y, shape, name = "", radius = 5) {
    const [cx, cy] = [this.px(clamp(x, this.x)), this.py(clamp(y, this.y))];
    if (shape === "dot") return this.put("circle", { cx, cy, r: radius, class: `figure-dot ${name}` });
    if (shape === "ring") return this.put("circle", { cx, cy, r: radius, class: `figure-ring ${name}` });
    if (shape === "square") return this.put("rect", { x: cx - radius, y: cy - radius, width: 2 * radius, height: 2 * radius, class: `figure-dot ${name}` });
    return this.put("path", { d: `M${cx - radius} ${cy - radius}l${2 * radius} ${2 * radius}m0 ${-2 * radius}l${-2 * radius} ${2 * radius}`, class: `figure-cross ${name}` });
  }

  points(X, Y, radius) {
    Y.forEach((y, k) => this.point(X[0][k], X[1][k], y ? "cross" : "dot", y ? "class-1" : "class-0", radius));
  }

  text(x, y, words, name = "figure-text", anchor = "middle", [dx, dy] = [0, 0]) {
    return this.label(this.px(clamp(x, this.x)) + dx, this.py(clamp(y, this.y)) + dy, words, name, anchor);
  }

  box(x0, y0, x1, y1, name) {
    const [left, right] = [this.px(Math.min(x0, x1)), this.px(Math.max(x0, x1))];
    const [top, foot] = [this.py(Math.max(y0, y1)), this.py(Math.min(y0, y1))];
    return this.put("rect", { x: left, y: top, width: Math.max(0, round(right - left)), height: Math.max(0, round(foot - top)), class: name });
  }

  // Shades of p over the plane, and the line where p is `level`.
  regions(p, n = 60, level = 0.5) {
    const grid = this.grid(p, n);
    this.shade(grid, level);
    this.contour(grid, level, "figure-boundary");
    return grid;
  }

  grid(f, n = 60) {
    return Array.from({ length: n + 1 }, (_, j) => Array.from({ length: n + 1 }, (_, i) =>
      f(this.x[0] + ((this.x[1] - this.x[0]) * i) / n, this.y[0] + ((this.y[1] - this.y[0]) * j) / n)));
  }

  // The color says how large p is; hatched is where it exceeds `level`.
  shade(grid, level = 0.5) {
    const [zero, one] = ["--class-0", "--class-1"].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name));
    this.sheet(grid, "figure-hatch", (p) => [one, Number(p > level)]);
    this.sheet(grid, "", (p) => [p > 0.5 ? one : zero, Math.min(0.43, 0.8 * Math.abs(p - 0.5) + 0.03)]);
  }

  // A canvas below the drawing: a color and how dense it is, for each value of a grid.
  sheet(grid, className, look) {
    const n = grid.length;
    const { left, right, top, bottom } = this.edge;
    const part = (length, whole) => `${(100 * length) / whole}%`;
    const canvas = Object.assign(document.createElement("canvas"), { className, width: n, height: n, ariaHidden: "true" });
    Object.assign(canvas.style, {
      left: part(left, this.width), width: part(this.width - left - right, this.width),
      top: part(top, this.height), height: part(this.height - top - bottom, this.height),
    });
    const drawing = canvas.getContext("2d");
    grid.forEach((row, j) => row.forEach((value, i) => {
      [drawing.fillStyle, drawing.globalAlpha] = look(value);
      drawing.fillRect(i, n - 1 - j, 1, 1);
    }));
    this.frame.prepend(canvas);
  }

  // Where the values on a grid cross a level, square by square.
  contour(grid, level, name) {
    const n = grid.length - 1;
    const at = (i, j) => [this.px(this.x[0] + ((this.x[1] - this.x[0]) * i) / n), this.py(this.y[0] + ((this.y[1] - this.y[0]) * j) / n)];
    let d = "";
    for (let j = 0; j < n; j += 1) {
      for (let i = 0; i < n; i += 1) {
        const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
        const crossings = corners.flatMap(([a, b], k) => {
          const [c, e] = corners[(k + 1) % 4];
          const [u, v] = [grid[b][a] - level, grid[e][c] - level];
          return u > 0 === v > 0 ? [] : [at(a + ((c - a) * u) / (u - v), b + ((e - b) * u) / (u - v))];
        });
        for (let k = 0; k + 1 < crossings.length; k += 2) d += `M${crossings[k].join(" ")}L${crossings[k + 1].join(" ")}`;
      }
    }
    return d ? this.put("path", { class: `figure-line ${name}`, d }) : undefined;
  }

  // What a click on an element changes; the same can always be reached by a control.
  click(element, changes) {
    element.classList.add("figure-hot");
    element.addEventListener("click", () => this.set(changes));
  }
}

export const clamp = (value, [low, high]) => Math.min(Math.max(value, Math.min(low, high)), Math.max(low, high));
