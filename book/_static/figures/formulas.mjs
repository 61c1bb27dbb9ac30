// The course's formulas once more, for the figures; a test compares them with course_lib. A matrix is
// a list of rows. Rows are units and columns are examples, as in the book.
export const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
export const logOdds = (p) => Math.log(p / (1 - p));
export const bceFromLogits = (y, z) => Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z)));

// p - y for a label y of 0 or 1, without a difference of nearly equal numbers.
export const residual = (y, z) => (y ? -sigmoid(-z) : sigmoid(z));

export const sum = (values) => values.reduce((total, value) => total + value, 0);
export const dot = (a, b) => a.reduce((total, value, k) => total + value * b[k], 0);
export const transposed = (A) => A[0].map((_, j) => A.map((row) => row[j]));
export const product = (A, B) => {
  const columns = transposed(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
};
export const mapped = (A, f) => A.map((row, i) => row.map((value, j) => f(value, i, j)));

export function softmax(z) {
  const largest = Math.max(...z);
  const powers = z.map((value) => Math.exp(value - largest));
  const total = sum(powers);
  return powers.map((value) => value / total);
}

// The largest is left to log1p, so that a small rest counts.
export function logsumexp(z) {
  const first = z.indexOf(Math.max(...z));
  return z[first] + Math.log1p(sum(z.map((value, c) => (c === first ? 0 : Math.exp(value - z[first])))));
}

// The loss of class k from the logits, without a difference of large numbers.
export const crossEntropyFromLogits = (z, k) => logsumexp(z.map((value) => value - z[k]));

// An activation and its slope, by the name that course_lib gives it.
export const activations = {
  linear: [(z) => z, () => 1],
  sigmoid: [sigmoid, (z) => sigmoid(z) * sigmoid(-z)],
  tanh: [Math.tanh, (z) => 1 - Math.tanh(z) ** 2],
  relu: [(z) => Math.max(z, 0), (z) => Number(z > 0)],
};

// A network is a list of layers { W, b, act }, with b as a list. Returns Z and A of each layer.
export function forward(layers, X) {
  let A = X;
  return layers.map(({ W, b, act }) => {
    const Z = mapped(product(W, A), (value, i) => value + b[i]);
    A = mapped(Z, activations[act][0]);
    return { Z, A };
  });
}

// Cost and gradients for logits of one unit (binary cross-entropy, or squared error of their sigmoids)
// or of several (softmax, Y one-hot). The 1/m enters here, once.
export function backward(layers, X, Y, states, loss = "bce") {
  const m = Y[0].length;
  const last = states.at(-1).Z;
  const columns = transposed(last);
  const binary = last.length === 1;
  const squared = loss === "squared_error";
  const losses = binary ? last[0].map((z, j) => (squared ? residual(Y[0][j], z) ** 2 / 2 : bceFromLogits(Y[0][j], z)))
    : columns.map((z, j) => logsumexp(z) - dot(z, Y.map((row) => row[j])));
  let dZ = binary ? [last[0].map((z, j) => (residual(Y[0][j], z) / m) * (squared ? sigmoid(z) * sigmoid(-z) : 1))]
    : mapped(transposed(columns.map(softmax)), (p, i, j) => (p - Y[i][j]) / m);
  const gradients = Array(layers.length);
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    gradients[l] = { dW: product(dZ, transposed(l ? states[l - 1].A : X)), db: dZ.map(sum), dZ };
    if (l) {
      const [, slope] = activations[layers[l - 1].act];
      dZ = mapped(product(transposed(layers[l].W), dZ), (value, i, j) => value * slope(states[l - 1].Z[i][j]));
    }
  }
  return { cost: sum(losses) / m, gradients };
}

export const updated = (layers, gradients, rate) => layers.map(({ W, b, act }, l) => ({
  W: mapped(W, (value, i, j) => value - rate * gradients[l].dW[i][j]),
  b: b.map((value, i) => value - rate * gradients[l].db[i]),
  act,
}));

// A figure is a function of its state, so each count of steps asks for all steps before it: those of
// the last question are kept. `advance` makes one step's state of the one before.
export function course(advance) {
  let key;
  let states = [];
  return (start, settings, count) => {
    const now = JSON.stringify(settings);
    if (now !== key) [key, states] = [now, [start()]];
    while (states.length <= count) states.push(advance(states.at(-1), settings));
    return states.slice(0, count + 1);
  };
}

// Weights and biases of each layer, from the widths of a network.
export const parameterTerms = (layers) => layers.slice(1).map((width, k) => (layers[k] + 1) * width);
