"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid
    {"exercise": "sigmoid", "right": True, "name": "formula in one line", "note": "", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "stable np.where", "note": "Returns a 0-d array for a number.", "code": '''
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))
'''},
    {"exercise": "sigmoid", "right": True, "name": "loop with math.exp and two branches", "note": "Python loop over the flattened copy; a number goes through the helper alone and gives a Python float.", "code": '''
import math

def _sig_one(t):
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    e = math.exp(t)
    return e / (1.0 + e)

def sigmoid(z):
    if np.ndim(z) == 0:
        return _sig_one(float(z))
    flat = np.ravel(z)
    out = np.empty(flat.size)
    for i in range(flat.size):
        out[i] = _sig_one(float(flat[i]))
    return out.reshape(np.shape(z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "tanh formula", "note": "Exact identity; for very negative z the tiny probability comes out as 0 (absolute error below 1e-16, relative digits lost), right if seven digits are not meant relative to a value like 1e-18.", "code": '''
def sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "masks on a float array", "note": "Takes integers and lists too, gives a plain number for a plain number.", "code": '''
def sigmoid(z):
    z_arr = np.array(z, dtype=float)
    shape = z_arr.shape
    z_arr = z_arr.reshape(-1)
    p = np.zeros(z_arr.shape)
    pos = z_arr >= 0
    p[pos] = 1 / (1 + np.exp(-z_arr[pos]))
    ez = np.exp(z_arr[~pos])
    p[~pos] = ez / (1 + ez)
    p = p.reshape(shape)
    if shape == ():
        return float(p)
    return p
'''},
    {"exercise": "sigmoid", "right": True, "name": "logaddexp", "note": "", "code": '''
def sigmoid(z):
    # log p = -log(1 + e^-z)
    log_p = -np.logaddexp(0.0, -z)
    return np.exp(log_p)
'''},
    {"exercise": "sigmoid", "right": True, "name": "clipped exponent at 700", "note": "Clips the score to [-700, 700] against overflow: changes nothing visible (1e-304 in place of 0 at -1000).", "code": '''
def sigmoid(z, limit=700.0):
    z = np.clip(z, -limit, limit)
    denominator = 1.0 + np.exp(-z)
    return np.reciprocal(denominator)
'''},
    {"exercise": "sigmoid", "right": True, "name": "errstate and in place on own array", "note": "Works in place, but only on an array it made itself.", "code": '''
def sigmoid(z):
    with np.errstate(over="ignore"):
        t = np.negative(np.asarray(z, dtype=np.float64))
        t = np.exp(t)
        t = t + 1.0
        return 1.0 / t
'''},
    {"exercise": "sigmoid", "right": False, "name": "sign of exponent", "note": "Uses exp(z) in place of exp(-z): gives 1 - sigmoid(z).", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "missing brackets", "note": "Operator precedence: computes (1/1) + exp(-z) instead of 1/(1 + exp(-z)).", "code": '''
def sigmoid(z):
    return 1 / 1 + np.exp(-z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "minus in the denominator", "note": "Denominator is 1 - exp(-z) instead of 1 + exp(-z).", "code": '''
def sigmoid(z):
    return 1 / (1 - np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "exp over one plus exp", "note": "exp(z)/(1+exp(z)) is right for moderate scores but gives nan (inf/inf) for large positive scores such as 1000.", "code": '''
def sigmoid(z):
    e = np.exp(z)
    return e / (1 + e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "clips scores at five", "note": "Clips the score to [-5, 5], so large scores stop at 0.993 and 0.0067.", "code": '''
def sigmoid(z):
    z = np.clip(z, -5, 5)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "rounded like the example", "note": "Rounds the result to three decimals as the docstring example does.", "code": '''
def sigmoid(z):
    return np.round(1 / (1 + np.exp(-z)), 3)
'''},
    {"exercise": "sigmoid", "right": False, "name": "tanh without halving z", "note": "0.5*(1+tanh(z)) lacks the half inside tanh: gives sigmoid(2z), agrees at 0 only.", "code": '''
def sigmoid(z):
    return (1 + np.tanh(z)) / 2
'''},
    {"exercise": "sigmoid", "right": False, "name": "base two", "note": "Uses 2**(-z) instead of e**(-z); agrees at 0.", "code": '''
def sigmoid(z):
    return 1 / (1 + np.power(2.0, -z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "derivative instead", "note": "Returns the derivative s(1-s) of the sigmoid instead of the sigmoid.", "code": '''
def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid", "right": False, "name": "unit step", "note": "Returns a unit step (1, 0, or 0.5 at zero) instead of the smooth sigmoid.", "code": '''
def sigmoid(z):
    return np.heaviside(z, 0.5)
'''},
    {"exercise": "sigmoid", "right": False, "name": "softmax", "note": "Divides exp(z) by the sum of all exponentials (softmax), so entries influence each other and a number gives 1.", "code": '''
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "changes z in place", "note": "Values right, but works in place on the caller's array (z *= -1 and exp into z); plain floats are fine.", "code": '''
def sigmoid(z):
    if isinstance(z, np.ndarray):
        z *= -1
        np.exp(z, out=z)
        return 1 / (1 + z)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "flattens", "note": "Values right but arrays come back flattened to one dimension (and a number as an array of one entry).", "code": '''
def sigmoid(z):
    result = []
    for t in np.array(z).flatten():
        result.append(1 / (1 + np.exp(-t)))
    return np.array(result)
'''},
    {"exercise": "sigmoid", "right": False, "name": "abs of z", "note": "Uses |z| so negative scores get the probability of the positive one.", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "sigmoid", "right": False, "name": "prints", "note": "Prints the result and returns None.", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
    print(p)
'''},
    {"exercise": "sigmoid", "right": False, "name": "math.exp on arrays", "note": "Stops: math.exp takes only numbers, TypeError for arrays (and OverflowError for the number -1000).", "code": '''
import math

def sigmoid(z):
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "if on an array", "note": "Stops: `if z >= 0` on an array with several entries, ValueError (truth value is ambiguous); right for a number.", "code": '''
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "exp without np", "note": "Stops: NameError, exp was never imported.", "code": '''
def sigmoid(z):
    return 1 / (1 + exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "caret for power", "note": "Stops: TypeError, `^` (bitwise xor) used for power on floats.", "code": '''
def sigmoid(z):
    e = 2.718281828459045
    return 1 / (1 + e ^ (-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "recursion by symmetry", "note": "Stops: RecursionError, uses sigmoid(-z) = 1 - sigmoid(z) without a base case.", "code": '''
def sigmoid(z):
    return 1 - sigmoid(-z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "len of a number", "note": "Stops: for a number TypeError (len of float); for matrices it would loop over rows rightly.", "code": '''
def sigmoid(z):
    p = np.zeros(np.shape(z))
    for i in range(len(z)):
        p[i] = 1 / (1 + np.exp(-z[i]))
    return p
'''},
    {"exercise": "sigmoid", "right": False, "name": "np.e to the minus z", "note": "Stops: for a plain Python float such as -1000.0 OverflowError (Python float power overflows); right for arrays and moderate numbers.", "code": '''
def sigmoid(z):
    return 1 / (1 + np.e ** (-z))
'''},
    # ---------------------------------------------------------------- linear_forward
    {"exercise": "linear_forward", "right": True, "name": "matmul operator", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "three loops", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for i in range(n_out):
        for j in range(m):
            total = 0.0
            for k in range(n_in):
                total += W[i, k] * A_prev[k, j]
            Z[i, j] = total + b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "einsum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return np.einsum("ij,jk->ik", W, A_prev) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "bias as extra weight", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    ones = np.ones((1, A_prev.shape[1]))
    W_big = np.hstack([W, b])
    A_big = np.vstack([A_prev, ones])
    return W_big.dot(A_big)
'''},
    {"exercise": "linear_forward", "right": True, "name": "column by column", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    columns = [W @ A_prev[:, [i]] + b for i in range(A_prev.shape[1])]
    return np.concatenate(columns, axis=1)
'''},
    {"exercise": "linear_forward", "right": True, "name": "broadcast and sum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    products = W[:, :, np.newaxis] * A_prev[np.newaxis, :, :]
    return products.sum(axis=1) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "transposed product", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return (A_prev.T @ W.T + b.T).T
'''},
    {"exercise": "linear_forward", "right": True, "name": "nested comprehension", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    Z = [[float(np.sum(row * col)) + float(bias[0]) for col in A_prev.T] for row, bias in zip(W, b)]
    return np.array(Z)
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias forgotten", "note": "Forgets b.", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev)
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias subtracted", "note": "Subtracts b instead of adding it.", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev
    Z = Z - b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "first bias for all", "note": "Adds only b[0, 0], the first neuron's bias, to every neuron; right with one neuron.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b[0, 0]
'''},
    {"exercise": "linear_forward", "right": False, "name": "sums the biases", "note": "Adds the sum of all biases to every neuron.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + np.sum(b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "transposed result", "note": "Returns the scores with one row an example, shape (m, n_out).", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(A_prev.T, W.T) + b.T
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias in inner loop", "note": "Adds the bias inside the inner loop, so it enters n_in times.", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for i in range(n_out):
        for j in range(m):
            for k in range(n_in):
                Z[i, j] += W[i, k] * A_prev[k, j] + b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "assignment for accumulation", "note": "Writes = instead of += in the inner loop, so only the last input counts.", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for i in range(n_out):
        for j in range(m):
            for k in range(n_in):
                Z[i, j] = W[i, k] * A_prev[k, j]
            Z[i, j] += b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "sigmoid applied", "note": "Applies the sigmoid to the scores; returns probabilities.", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return 1 / (1 + np.exp(-Z))
'''},
    {"exercise": "linear_forward", "right": False, "name": "returns a cache", "note": "Returns a tuple (Z, cache) as another course does.", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev) + b
    cache = (A_prev, W, b)
    return Z, cache
'''},
    {"exercise": "linear_forward", "right": False, "name": "squeezed", "note": "Squeezes the result, so axes of length one (one neuron or one example) are lost.", "code": '''
def linear_forward(W, A_prev, b):
    return np.squeeze(W @ A_prev + b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "integer result array", "note": "Fills an integer array, so every score is cut to a whole number.", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]), dtype=int)
    for i in range(W.shape[0]):
        for j in range(A_prev.shape[1]):
            Z[i, j] = W[i] @ A_prev[:, j] + b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "last example missing", "note": "Off by one: loops over range(m - 1), so the last example keeps score 0.", "code": '''
def linear_forward(W, A_prev, b):
    m = A_prev.shape[1]
    Z = np.zeros((W.shape[0], m))
    for j in range(m - 1):
        Z[:, j] = W @ A_prev[:, j] + b[:, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "divided by m", "note": "Divides the product by the number of examples before adding b.", "code": '''
def linear_forward(W, A_prev, b):
    m = A_prev.shape[1]
    return W @ A_prev / m + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "normalises the inputs in place", "note": "Two mistakes at once: subtracts in place from A_prev its mean column, which changes the input array and the scores.", "code": '''
def linear_forward(W, A_prev, b):
    A_prev -= A_prev.mean(axis=1, keepdims=True)
    return W @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bracket error", "note": "Adds the bias to the weights first, W + b times A_prev, instead of to the product.", "code": '''
def linear_forward(W, A_prev, b):
    return (W + b) @ A_prev
'''},
    {"exercise": "linear_forward", "right": False, "name": "W transposed", "note": "Stops: uses W.T @ A_prev, ValueError (shape mismatch) unless W is square; a square W gives wrong values.", "code": '''
def linear_forward(W, A_prev, b):
    return np.matmul(W.T, A_prev) + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "b as out argument", "note": "Stops: np.dot(W, A_prev, b) passes b as the out argument, ValueError (with one example it would overwrite b and forget the bias).", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev, b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "star for the product", "note": "Stops: entrywise product W * A_prev, ValueError from broadcasting in most shapes; elsewhere wrong values or shape.", "code": '''
def linear_forward(W, A_prev, b):
    return W * A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "misspelled argument", "note": "Stops: NameError, writes A_Prev for A_prev.", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_Prev + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "unpacks three from a shape", "note": "Stops: ValueError, unpacks W.shape into three names.", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in, m = W.shape
    Z = np.zeros((n_out, m))
    Z[:] = W @ A_prev + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "flat bias", "note": "Stops: adds b.flatten() of shape (n_out,), which aligns with the examples: ValueError when n_out and m differ and neither is 1; when n_out equals m (or m = 1) silently wrong; right only for one neuron.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b.flatten()
'''},
    # ---------------------------------------------------------------- neuron
    {"exercise": "neuron", "right": True, "name": "calls sigmoid", "note": "Calls the student's own earlier sigmoid (taken to be right).", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x) + b)
'''},
    {"exercise": "neuron", "right": True, "name": "self-contained sum", "note": "", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x) + b
    p = 1.0 / (1.0 + np.exp(-z))
    return p
'''},
    {"exercise": "neuron", "right": True, "name": "zip loop and math", "note": "Python float; safe at large scores.", "code": '''
import math

def neuron(w, x, b):
    z = float(b)
    for wi, xi in zip(w, x):
        z += float(wi) * float(xi)
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "neuron", "right": True, "name": "as a layer of one", "note": "Calls the earlier linear_forward and sigmoid (taken to be right); .item() makes a plain number.", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w.reshape(1, -1), x.reshape(-1, 1), np.array([[b]]))
    return sigmoid(Z).item()
'''},
    {"exercise": "neuron", "right": True, "name": "einsum and tanh", "note": "", "code": '''
def neuron(w, x, b):
    z = np.einsum("i,i->", w, x) + b
    return float(0.5 + 0.5 * np.tanh(z / 2))
'''},
    {"exercise": "neuron", "right": True, "name": "appended bias weight", "note": "", "code": '''
def neuron(w, x, b):
    w_ext = np.append(w, b)
    x_ext = np.append(x, 1.0)
    return 1 / (1 + np.exp(-(w_ext @ x_ext)))
'''},
    {"exercise": "neuron", "right": True, "name": "nested helpers", "note": "", "code": '''
def neuron(w, x, b=0.0):
    def score():
        return sum(w[i] * x[i] for i in range(len(w))) + b

    def squeeze(t):
        return np.exp(-np.logaddexp(0, -t))

    return float(squeeze(score()))
'''},
    {"exercise": "neuron", "right": False, "name": "no bias", "note": "Forgets b; right when b is 0.", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "bias with each product", "note": "Adds b inside the sum, so it counts n times; right when b is 0.", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x + b)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "returns the score", "note": "Returns the score w.x + b without the sigmoid.", "code": '''
def neuron(w, x, b):
    return float(w @ x + b)
'''},
    {"exercise": "neuron", "right": False, "name": "array of one entry", "note": "Returns an array of shape (1,) instead of a number.", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x, keepdims=True) + b
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "two features only", "note": "Hard-codes two features, ignores the third and later ones.", "code": '''
def neuron(w, x, b):
    z = w[0] * x[0] + w[1] * x[1] + b
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "minus b in the exponent", "note": "Bracket lost in the exponent: exp(-w.x + b), so the bias has the wrong sign.", "code": '''
def neuron(w, x, b):
    return 1 / (1 + np.exp(-np.dot(w, x) + b))
'''},
    {"exercise": "neuron", "right": False, "name": "sigmoid of each product", "note": "Squashes every product w_i x_i alone and adds the sigmoids instead of squashing the sum.", "code": '''
def neuron(w, x, b):
    total = 0
    for i in range(len(w)):
        total = total + 1 / (1 + np.exp(-(w[i] * x[i])))
    return total + b
'''},
    {"exercise": "neuron", "right": False, "name": "mean of products", "note": "Uses the mean of the products w_i x_i instead of their sum.", "code": '''
def neuron(w, x, b):
    z = np.mean(w * x) + b
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "yes or no", "note": "Returns the thresholded label 1.0 or 0.0 instead of the probability.", "code": '''
def neuron(w, x, b):
    p = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
    return 1.0 if p > 0.5 else 0.0
'''},
    {"exercise": "neuron", "right": False, "name": "probability of label 0", "note": "Returns 1 - p, the probability of label 0.", "code": '''
def neuron(w, x, b):
    p = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
    return 1 - p
'''},
    {"exercise": "neuron", "right": False, "name": "text result", "note": "Returns a formatted string with three decimals; float() of it hides the type but digits are lost.", "code": '''
def neuron(w, x, b):
    p = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
    return f"{p:.3f}"
'''},
    {"exercise": "neuron", "right": False, "name": "w times x in place", "note": "Probability right, but `w *= x` changes the caller's weights.", "code": '''
def neuron(w, x, b):
    w *= x
    z = w.sum() + b
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "first feature skipped", "note": "Off by one: loop starts at 1, so the first feature is skipped.", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(1, len(w)):
        z = z + w[i] * x[i]
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "bias after the sigmoid", "note": "Adds b to the probability instead of to the score; right when b is 0.", "code": '''
def neuron(w, x, b):
    return 1 / (1 + np.exp(-np.dot(w, x))) + b
'''},
    {"exercise": "neuron", "right": False, "name": "whole number score", "note": "Converts the score to int before the sigmoid, cutting its fraction.", "code": '''
def neuron(w, x, b):
    z = int(np.dot(w, x) + b)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "sigmiod", "note": "Stops: NameError, misspells sigmoid as sigmiod.", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x) + b
    return sigmiod(z)
'''},
    {"exercise": "neuron", "right": False, "name": "vectors into the layer function", "note": "Stops: passes plain vectors to linear_forward and indexes the resulting number with [0, 0], IndexError.", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w, x, b)
    P = sigmoid(Z)
    return P[0, 0]
'''},
    {"exercise": "neuron", "right": False, "name": "helper without return", "note": "Stops: the helper for the score has no return, so -None gives a TypeError.", "code": '''
def score(w, x, b):
    z = np.dot(w, x) + b

def neuron(w, x, b):
    z = score(w, x, b)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "loops over a number", "note": "Stops: `for i in len(w)`, TypeError ('int' object is not iterable).", "code": '''
def neuron(w, x, b):
    z = b
    for i in len(w):
        z += w[i] * x[i]
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "calls the weights", "note": "Stops: writes w(x) for a product, TypeError ('numpy.ndarray' object is not callable).", "code": '''
def neuron(w, x, b):
    z = w(x) + b
    return 1 / (1 + np.exp(-z))
'''},
    # ---------------------------------------------------------------- bernoulli_pmf
    {"exercise": "bernoulli_pmf", "right": True, "name": "arithmetic", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "np.where", "note": "A 0-d array for two numbers, as np.where gives.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.equal(y, 1), p, np.subtract(1, p))
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "powers", "note": "0**0 is 1 in Python and NumPy, so p = 0 and p = 1 are right too.", "code": '''
def bernoulli_pmf(y, p):
    return p ** y * (1.0 - p) ** (1.0 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "abs of distance", "note": "|p - (1 - y)| equals the pmf for labels 0 and 1.", "code": '''
def bernoulli_pmf(y, p):
    return np.abs(p - (1 - y))
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "broadcast, mask, copy", "note": "Takes lists as well; gives np.float64 for two numbers.", "code": '''
def bernoulli_pmf(y, p):
    yy, pp = np.broadcast_arrays(np.asarray(y), np.asarray(p, dtype=float))
    out = pp.copy()
    zero = yy == 0
    out[zero] = 1 - out[zero]
    return out[()]
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "vectorized helper", "note": "", "code": '''
def _one(y, p):
    if y == 1:
        return float(p)
    return 1.0 - float(p)

def bernoulli_pmf(y, p):
    return np.vectorize(_one, otypes=[float])(y, p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "scalar branch and loop", "note": "Python float for two numbers; loop over broadcast pairs otherwise.", "code": '''
def bernoulli_pmf(y, p):
    if np.ndim(y) == 0 and np.ndim(p) == 0:
        return p if y == 1 else 1 - p
    pairs = np.broadcast(y, p)
    values = [pi if yi == 1 else 1.0 - pi for yi, pi in pairs]
    return np.array(values, dtype=float).reshape(pairs.shape)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "one minus miss", "note": "1 - |y - p|: right to an absolute 1e-16; for y = 1 and a p as tiny as 1e-12 relative digits are lost, which matters only if seven digits are meant relative.", "code": '''
def bernoulli_pmf(y, p):
    miss = np.abs(y - p)
    return 1 - miss
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "swapped branches", "note": "Branches swapped: 1 - p for label 1 and p for label 0.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y == 1, 1 - p, p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "only label one", "note": "Returns y * p, so label 0 always gets 0.", "code": '''
def bernoulli_pmf(y, p):
    return y * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "product of the two terms", "note": "Multiplies the two terms y*p and (1-y)*(1-p) instead of adding them: always 0.", "code": '''
def bernoulli_pmf(y, p):
    return (y * p) * ((1 - y) * (1 - p))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "brackets lost", "note": "Brackets lost: y*p + 1 - y*1 - p, gives 0 for label 1 and 1 - p for label 0.", "code": '''
def bernoulli_pmf(y, p):
    return y * p + 1 - y * 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "negative for zero", "note": "Gives p - 1 instead of 1 - p for label 0 (wrong sign).", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (p - 1)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "log-likelihood", "note": "Returns the logarithm of the probability, y log p + (1-y) log(1-p).", "code": '''
def bernoulli_pmf(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "product over all entries", "note": "Multiplies the probabilities of all entries into one number (joint likelihood).", "code": '''
def bernoulli_pmf(y, p):
    each = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
    return np.prod(each)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "swapped arguments in helper call", "note": "Swaps the roles of y and p: looks whether p is 1 and returns y or 1 - y.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.asarray(p) == 1, y, 1 - np.asarray(y))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "writes into p", "note": "Two numbers and equal shapes right, but it overwrites the caller's array p where the label is 0.", "code": '''
def bernoulli_pmf(y, p):
    if isinstance(p, np.ndarray) and np.shape(y) == np.shape(p):
        p[y == 0] = 1 - p[y == 0]
        return p
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "one decision for all", "note": "Uses np.all(y == 1) to decide once for the whole array; right for numbers and for equal labels 1, or all 0.", "code": '''
def bernoulli_pmf(y, p):
    if np.all(y == 1):
        return p * np.ones(np.shape(y))
    return (1 - p) * np.ones(np.shape(y))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "integer array from labels", "note": "np.zeros_like(y) takes over the integer type of whole-number labels, so the probabilities are cut to 0 (and so also for the numbers 1 and 0.8 of the example); right for float labels of the full shape.", "code": '''
def bernoulli_pmf(y, p):
    out = np.zeros_like(y)
    out[...] = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "threshold first", "note": "Compares the label with the prediction (p > 0.5) and returns 1.0 or 0.0 for hit or miss.", "code": '''
def bernoulli_pmf(y, p):
    guess = np.asarray(p) > 0.5
    return 1.0 * (guess == (np.asarray(y) == 1))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "one minus y p", "note": "Uses 1 - y*p for label 0 by formula y*p + (1-y)*(1 - y*p), which gives 1 for label 0.", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (1 - y * p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "if on arrays", "note": "Stops: `if y == 1` on an array with several entries, ValueError (truth value ambiguous); right when y is a number.", "code": '''
def bernoulli_pmf(y, p):
    if y == 1:
        return p
    else:
        return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "caret power", "note": "Stops: TypeError, `^` used for power on floats.", "code": '''
def bernoulli_pmf(y, p):
    return (p ^ y) * ((1 - p) ^ (1 - y))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "zip over numbers", "note": "Stops: zip(y, p) with a number, TypeError (not iterable); one-dimensional arrays of equal length would be right.", "code": '''
def bernoulli_pmf(y, p):
    return np.array([pi if yi == 1 else 1 - pi for yi, pi in zip(y, p)])
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "shape of a number", "note": "Stops: p.shape on a Python float, AttributeError; a number y with an array p also stops on y.flat.", "code": '''
def bernoulli_pmf(y, p):
    out = np.zeros(p.shape)
    for i, label in enumerate(y.flat):
        out.flat[i] = p.flat[i] if label == 1 else 1 - p.flat[i]
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "missing else then rounding", "note": "Stops: the helper returns nothing for label 0, so None meets a float in the sum, TypeError; right for label 1 alone.", "code": '''
def _prob(y, p):
    if y == 1:
        return p

def bernoulli_pmf(y, p):
    if np.ndim(y) == 0 and np.ndim(p) == 0:
        return _prob(y, p) + 0.0
    y, p = np.broadcast_arrays(y, p)
    return np.array([_prob(a, c) + 0.0 for a, c in zip(y.ravel(), p.ravel())]).reshape(y.shape)
'''},
    # ---------------------------------------------------------------- predict
    {"exercise": "predict", "right": True, "name": "compare and astype", "note": "", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": True, "name": "np.where floats", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "double loop", "note": "", "code": '''
def predict(P, threshold=0.5):
    rows, cols = P.shape
    Y_hat = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            if P[i, j] > threshold:
                Y_hat[i, j] = 1.0
    return Y_hat
'''},
    {"exercise": "predict", "right": True, "name": "heaviside", "note": "heaviside(0, 0) = 0, so ties give 0.", "code": '''
def predict(P, threshold=0.5):
    return np.heaviside(P - threshold, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "mask kept before writing", "note": "", "code": '''
def predict(P, threshold=0.5):
    labels = np.array(P, dtype=float)
    yes = labels > threshold
    labels[yes] = 1
    labels[~yes] = 0
    return labels
'''},
    {"exercise": "predict", "right": True, "name": "integer labels", "note": "Reading: the values count, not the type; returns integers 0 and 1 with the right shape.", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(int)
'''},
    {"exercise": "predict", "right": True, "name": "one minus not larger", "note": "", "code": '''
def predict(P, threshold=0.5):
    return 1.0 - (P <= threshold)
'''},
    {"exercise": "predict", "right": True, "name": "nested comprehension with sign", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.array([[max(0.0, float(np.sign(p - threshold))) for p in row] for row in P])
'''},
    {"exercise": "predict", "right": False, "name": "tie gives one", "note": "Uses >=, so a tie gives 1.", "code": '''
def predict(P, threshold=0.5):
    return (P >= threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "wrong side", "note": "Uses <, so the labels are inverted (a tie gives 0).", "code": '''
def predict(P, threshold=0.5):
    return np.where(P < threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "rounds", "note": "Uses np.round(P) and ignores the threshold; right for the default (0.5 rounds to even 0).", "code": '''
def predict(P, threshold=0.5):
    return np.round(P)
'''},
    {"exercise": "predict", "right": False, "name": "one half hard-coded", "note": "Sets threshold = 0.5 inside the function, so the argument is ignored.", "code": '''
def predict(P, threshold=0.5):
    threshold = 0.5
    return 1.0 * (P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "default zero", "note": "Default threshold is 0 instead of 0.5; right when the threshold is given.", "code": '''
def predict(P, threshold=0):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "booleans", "note": "Returns a boolean array True/False, not the numbers 1.0 and 0.0 (equal by value; judgement on the type).", "code": '''
def predict(P, threshold=0.5):
    return P > threshold
'''},
    {"exercise": "predict", "right": False, "name": "overwrites P", "note": "Labels right, but written into the caller's array P.", "code": '''
def predict(P, threshold=0.5):
    yes = P > threshold
    P[yes] = 1.0
    P[~yes] = 0.0
    return P
'''},
    {"exercise": "predict", "right": False, "name": "first row only", "note": "Loops over the first row only and returns shape (1, m); two rows lose the second.", "code": '''
def predict(P, threshold=0.5):
    out = np.zeros((1, P.shape[1]))
    for j in range(P.shape[1]):
        out[0, j] = 1.0 if P[0, j] > threshold else 0.0
    return out
'''},
    {"exercise": "predict", "right": False, "name": "minus one and one", "note": "Returns labels -1 and 1 instead of 0 and 1.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, 1.0, -1.0)
'''},
    {"exercise": "predict", "right": False, "name": "keeps the probabilities", "note": "Sets entries up to the threshold to 0 but leaves the larger probabilities as they are instead of 1.", "code": '''
def predict(P, threshold=0.5):
    return P * (P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "floor division", "note": "Uses P // threshold: ties give 1, and small thresholds give 2, 3, ...", "code": '''
def predict(P, threshold=0.5):
    return P // threshold
'''},
    {"exercise": "predict", "right": False, "name": "list of lists", "note": "Returns a nested Python list instead of an array.", "code": '''
def predict(P, threshold=0.5):
    return [[1.0 if p > threshold else 0.0 for p in row] for row in P]
'''},
    {"exercise": "predict", "right": False, "name": "one hot of the largest", "note": "Sets 1 only at the largest probability (argmax) of each row.", "code": '''
def predict(P, threshold=0.5):
    out = np.zeros(P.shape)
    for i in range(P.shape[0]):
        out[i, np.argmax(P[i])] = 1.0
    return out
'''},
    {"exercise": "predict", "right": False, "name": "near ties count as ties", "note": "Treats probabilities within 0.01 of the threshold as ties, so slightly larger ones get 0.", "code": '''
def predict(P, threshold=0.5):
    return (P - threshold > 0.01).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "loses the row", "note": "Flattens: the result has shape (m,) instead of (1, m).", "code": '''
def predict(P, threshold=0.5):
    labels = []
    for p in P.ravel():
        labels.append(1.0 if p > threshold else 0.0)
    return np.array(labels)
'''},
    {"exercise": "predict", "right": False, "name": "if on the whole array", "note": "Stops: `if P > threshold` with several entries, ValueError (truth value ambiguous).", "code": '''
def predict(P, threshold=0.5):
    if P > threshold:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "predict", "right": False, "name": "np.float", "note": "Stops: np.float no longer exists, AttributeError.", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(np.float)
'''},
    {"exercise": "predict", "right": False, "name": "treshold", "note": "Stops: NameError, misspells threshold in the body.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > treshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "int of an array", "note": "Stops: int(P > threshold) on an array, TypeError.", "code": '''
def predict(P, threshold=0.5):
    return int(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "rows and columns swapped", "note": "Stops: indexes P[j, i] with the axes swapped, IndexError when m exceeds the rows (a square P would be right).", "code": '''
def predict(P, threshold=0.5):
    out = np.zeros(P.shape)
    n, m = P.shape
    for i in range(n):
        for j in range(m):
            if P[j, i] > threshold:
                out[j, i] = 1.0
    return out
'''},
    # ---------------------------------------------------------------- accuracy
    {"exercise": "accuracy", "right": True, "name": "mean of equality", "note": "", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": True, "name": "counting loop", "note": "", "code": '''
def accuracy(Y_pred, Y):
    right = 0
    m = Y.shape[1]
    for i in range(m):
        if Y_pred[0, i] == Y[0, i]:
            right += 1
    return right / m
'''},
    {"exercise": "accuracy", "right": True, "name": "one minus mean distance", "note": "Right because labels are 0 or 1.", "code": '''
def accuracy(Y_pred, Y):
    return float(1 - np.abs(Y_pred - Y).mean())
'''},
    {"exercise": "accuracy", "right": True, "name": "true positives and negatives", "note": "", "code": '''
def accuracy(Y_pred, Y):
    tp = np.sum((Y_pred == 1) & (Y == 1))
    tn = np.sum((Y_pred == 0) & (Y == 0))
    return (tp + tn) / Y.size
'''},
    {"exercise": "accuracy", "right": True, "name": "dot products", "note": "", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    hits = np.dot(Y_pred, Y.T) + np.dot(1 - Y_pred, (1 - Y).T)
    return hits.item() / m
'''},
    {"exercise": "accuracy", "right": True, "name": "comprehension over zip", "note": "", "code": '''
def accuracy(Y_pred, Y):
    hits = [1 if a == t else 0 for a, t in zip(Y_pred.ravel(), Y.ravel())]
    return sum(hits) / len(hits)
'''},
    {"exercise": "accuracy", "right": True, "name": "count_nonzero", "note": "", "code": '''
def accuracy(Y_pred, Y):
    wrong = np.count_nonzero(Y_pred != Y)
    total = np.shape(Y)[1]
    return (total - wrong) / total
'''},
    {"exercise": "accuracy", "right": True, "name": "squared distance", "note": "Right because labels are 0 or 1.", "code": '''
def accuracy(Y_pred, Y):
    difference = np.asarray(Y_pred, dtype=float) - np.asarray(Y, dtype=float)
    return 1.0 - np.einsum("ij,ij->", difference, difference) / difference.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "percent", "note": "Returns a percentage, 100 times too large.", "code": '''
def accuracy(Y_pred, Y):
    return 100 * np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "count not fraction", "note": "Returns the number of right answers, not divided by m.", "code": '''
def accuracy(Y_pred, Y):
    return float(np.sum(Y_pred == Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "divides by the rows", "note": "Divides by Y.shape[0] = 1 (the number of rows) instead of the number of columns.", "code": '''
def accuracy(Y_pred, Y):
    m = len(Y)
    return np.sum(Y_pred == Y) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "error rate", "note": "Returns the fraction of wrong answers.", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred != Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "true positives only", "note": "Sums Y_pred*Y, so right zeros do not count.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred * Y) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "signed differences", "note": "1 - mean(Y_pred - Y) without absolute value: errors of both kinds cancel, can exceed 1.", "code": '''
def accuracy(Y_pred, Y):
    return 1 - np.mean(Y_pred - Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "mean along axis 1", "note": "mean(axis=1) returns an array of shape (1,) instead of a number.", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y, axis=1)
'''},
    {"exercise": "accuracy", "right": False, "name": "integer division", "note": "Integer division: 0 unless all are right.", "code": '''
def accuracy(Y_pred, Y):
    equal = int(np.sum(Y_pred == Y))
    return equal // Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "recall", "note": "Divides the true positives by the number of positives (recall) instead of counting all equal labels.", "code": '''
def accuracy(Y_pred, Y):
    tp = np.sum((Y_pred == 1) & (Y == 1))
    return tp / max(np.sum(Y == 1), 1)
'''},
    {"exercise": "accuracy", "right": False, "name": "all or nothing", "note": "Returns 1.0 only when all labels agree, else 0.0.", "code": '''
def accuracy(Y_pred, Y):
    return 1.0 if np.array_equal(Y_pred, Y) else 0.0
'''},
    {"exercise": "accuracy", "right": False, "name": "returns after the first", "note": "The return stands inside the loop, so only the first example is counted (0 or 1/m).", "code": '''
def accuracy(Y_pred, Y):
    count = 0
    m = Y.shape[1]
    for i in range(m):
        if Y_pred[0, i] == Y[0, i]:
            count += 1
        return count / m
'''},
    {"exercise": "accuracy", "right": False, "name": "subtracts in place", "note": "Value right, but `Y_pred -= Y` changes the caller's predictions.", "code": '''
def accuracy(Y_pred, Y):
    Y_pred -= Y
    return float(np.mean(Y_pred == 0))
'''},
    {"exercise": "accuracy", "right": False, "name": "m minus one", "note": "Divides by m - 1; infinite or nan for one example.", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return np.sum(Y_pred == Y) / (m - 1)
'''},
    {"exercise": "accuracy", "right": False, "name": "compares the shares of ones", "note": "Compares the numbers of ones, 1 - |mean(Y_pred) - mean(Y)|, not label by label.", "code": '''
def accuracy(Y_pred, Y):
    return 1 - abs(np.mean(Y_pred) - np.mean(Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "builtin sum", "note": "Built-in sum adds the rows only, so the result is an array of shape (m,) with entries 0 or 1/m.", "code": '''
def accuracy(Y_pred, Y):
    return sum(Y_pred == Y) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "if on arrays", "note": "Stops: `if Y_pred == Y` on arrays, ValueError (truth value ambiguous); works for one example.", "code": '''
def accuracy(Y_pred, Y):
    count = 0
    if Y_pred == Y:
        count += 1
    return count / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "indexes rows", "note": "Stops: Y_pred[i] with i up to m-1 on an array with one row, IndexError (and for one example it compares a row).", "code": '''
def accuracy(Y_pred, Y):
    hits = 0
    for i in range(Y.shape[1]):
        hits += np.sum(Y_pred[i] == Y[i])
    return hits / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "text plus number", "note": "Stops: adds a string and a number, TypeError.", "code": '''
def accuracy(Y_pred, Y):
    acc = float(np.mean(Y_pred == Y))
    print("The accuracy is " + acc)
    return acc
'''},
    {"exercise": "accuracy", "right": False, "name": "sklearn's name", "note": "Stops: calls accuracy_score without any import, NameError.", "code": '''
def accuracy(Y_pred, Y):
    return accuracy_score(Y, Y_pred)
'''},
    {"exercise": "accuracy", "right": False, "name": "shadowed function", "note": "Stops: the local name accuracy is used on the right side before it has a value, UnboundLocalError.", "code": '''
def accuracy(Y_pred, Y):
    for i in range(Y.shape[1]):
        if Y_pred[0, i] == Y[0, i]:
            accuracy = accuracy + 1
    return accuracy / Y.shape[1]
'''},
    # ---------------------------------------------------------------- decision_boundary_line
    {"exercise": "decision_boundary_line", "right": True, "name": "check then divide", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("The line is vertical and has no slope.")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "unpacked weights", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w
    if w2 != 0:
        slope = -(w1 / w2)
        intercept = -(b / w2)
        return (slope, intercept)
    raise ValueError(f"vertical line at w1 = {w1}: w2 is 0, there is no slope")
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "python floats and ZeroDivisionError", "note": "Converts to Python floats so that the division itself notices the zero.", "code": '''
def decision_boundary_line(w, b):
    try:
        slope = -float(w[0]) / float(w[1])
        intercept = -float(b) / float(w[1])
    except ZeroDivisionError:
        raise ValueError("w[1] is zero, so the boundary is a vertical line") from None
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "two points", "note": "Intercept from a helper that solves for x2 at x1 = 0; 'vertical' in the text.", "code": '''
def decision_boundary_line(w, b):
    if not w[1]:
        raise ValueError("This boundary is vertical; slope undefined.")

    def x2(x1):
        return (-b - w[0] * x1) / w[1]

    intercept = x2(0.0)
    slope = -w[0] / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "vector then tuple", "note": "", "code": '''
def decision_boundary_line(w, b):
    if float(w[1]) == 0.0:
        raise ValueError("Cannot write x2 as a function of x1: the line is vertical, w2 = 0")
    result = np.array([w[0], b], dtype=float) / (-w[1])
    return tuple(float(v) for v in result)
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "text about no slope", "note": "The error text says 'no slope because w2 is zero' without the word vertical: a reasonable reading of 'whose text says so, in words of your own'.", "code": '''
def decision_boundary_line(w, b):
    w1 = w[0]
    w2 = w[1]
    if w2 == 0:
        raise ValueError("no slope, because w2 is zero")
    slope = np.divide(-w1, w2)
    intercept = np.divide(-b, w2)
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "own subclass", "note": "Raises a subclass of ValueError, which counts as a ValueError.", "code": '''
class VerticalLineError(ValueError):
    pass

def decision_boundary_line(w, b):
    if w[1] == 0:
        raise VerticalLineError("the decision boundary is a vertical line")
    factor = -1 / w[1]
    return float(factor * w[0]), float(factor * b)
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "slope sign", "note": "Slope without the minus: w1/w2.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept sign", "note": "Intercept without the minus: b/w2; right when b is 0.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "weights swapped in slope", "note": "Slope is -w2/w1 (weights swapped), the intercept is right.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    slope = -w[1] / w[0]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "x1 intercept", "note": "Intercept divides by w1: gives the crossing with the x1 axis, -b/w1.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    slope = -w[0] / w[1]
    intercept = -b / w[0]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept not divided", "note": "Intercept is -b, not divided by w2; right when w2 is 1.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "wrong order", "note": "Returns (intercept, slope) instead of (slope, intercept).", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line, no slope")
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return intercept, slope
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "no error raised", "note": "No check for w2 = 0: NumPy divides and gives infinity or nan with a warning instead of a ValueError.", "code": '''
def decision_boundary_line(w, b):
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "except that never fires", "note": "Waits for ZeroDivisionError, but NumPy numbers give infinity with a warning, so no ValueError comes.", "code": '''
def decision_boundary_line(w, b):
    try:
        return -w[0] / w[1], -b / w[1]
    except ZeroDivisionError:
        raise ValueError("the line is vertical")
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "error without text", "note": "Raises ValueError with an empty text.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "other exception", "note": "Raises ZeroDivisionError instead of ValueError for a vertical line.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ZeroDivisionError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "returns the error", "note": "Returns a ValueError object instead of raising it.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        return ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "tolerance", "note": "Raises already when |w2| < 0.01, though the text says exactly 0.", "code": '''
def decision_boundary_line(w, b):
    if abs(w[1]) < 0.01:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "checks the wrong weight", "note": "Tests w[0] instead of w[1]: raises for a horizontal line (slope 0) and not for a vertical one.", "code": '''
def decision_boundary_line(w, b):
    if w[0] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "any zero weight", "note": "Raises when any of the two weights is 0, so horizontal lines (slope 0) also raise.", "code": '''
def decision_boundary_line(w, b):
    if np.any(w == 0):
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "divides w in place", "note": "Values right, but it divides the caller's weights in place (float weights).", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    last = float(w[1])
    w /= -last
    return w[0], -b / last
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "prints the message", "note": "Prints the message and returns None for a vertical line instead of raising.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        print("ValueError: the line is vertical")
        return None
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "counts from one", "note": "Stops: counts the weights from 1, w[2] gives IndexError.", "code": '''
def decision_boundary_line(w, b):
    if w[2] == 0:
        raise ValueError("the line is vertical")
    return -w[1] / w[2], -b / w[2]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "raises a string", "note": "Stops: right for sloped lines, but `raise \"...\"` gives TypeError (exceptions must derive from BaseException) for vertical ones.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise "the line is vertical"
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "expects a row matrix", "note": "Stops: indexes w as a (1, 2) matrix, w[0, 1], IndexError for a vector.", "code": '''
def decision_boundary_line(w, b):
    if w[0, 1] == 0:
        raise ValueError("the line is vertical")
    return -w[0, 0] / w[0, 1], -b / w[0, 1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "ValueErorr", "note": "Stops: for a vertical line NameError, the name ValueError is misspelled; sloped lines right.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueErorr("the line is vertical")
    slope = -w[0] / w[1]
    return slope, -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept only in one branch", "note": "Stops: intercept is set only when b > 0, UnboundLocalError for other biases.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    slope = -w[0] / w[1]
    if b > 0:
        intercept = -b / w[1]
    return slope, intercept
'''},
]
