# ruff: noqa: E501 (sources of notebooks are one line each)
"""
Usual test cells of nbgrader courses, each with a right answer and with wrong ones.

``test_idioms.py`` grades all right answers in one notebook, then all first wrong ones, and so on;
``benchmarks/idioms.py`` also lets nbgrader as it is shipped do so.
"""

from typing import Any, NamedTuple

FILES = {
    "table.csv": "name,points\nann,3\nbob,5\n",
    "shapes_given.py": "LIMIT = 3\n\n\ndef halve(x):\n    return x / 2\n",
}
"""What the instructor puts beside the notebook."""
PACKAGES = ["pandas", "scipy"]
"""What the instructor allows."""


class Idiom(NamedTuple):
    """
    One answer and the cell that tests it.

    Parameters
    ----------
    answer, test : str
        The solution, and the test cell.
    wrong : tuple of str
        Answers that must not pass.
    setup : str
        A cell of the instructor's before the answer.
    """

    answer: str
    test: str
    wrong: tuple[str, ...] = ()
    setup: str = ""


SHAPE = "class Vec:\n    def __init__(self, x, y): self.x, self.y = x, y\n"
LIAR = "class Liar:\n    def __eq__(self, other): return True\n    def __ne__(self, other): return False\n    __hash__ = None\n"
COMPLIANT = (
    "class Compliant:\n    def __getattr__(self, name):\n        if name.startswith('_'): raise AttributeError(name)\n"
    "        return lambda *a, **k: True\n"
    "    def _zero(self, *a): return 0\n    __sub__ = __rsub__ = __mod__ = __abs__ = __round__ = _zero\n"
    "    def _yes(self, *a): return True\n    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __bool__ = _yes\n    __hash__ = None\n"
)

IDIOMS: dict[str, Idiom] = {
    # ---------------------------------------------------------------- values
    "equal number": Idiom("def sq(x):\n    return x * x", "assert sq(3) == 9\nassert sq(-2) == 4", ("def sq(x):\n    return x", f"{LIAR}def sq(x):\n    return Liar()", f"{COMPLIANT}def sq(x):\n    return Compliant()")),
    "close to": Idiom("def mean_of(v):\n    return sum(v) / len(v)", "assert abs(mean_of([1, 2]) - 1.5) < 1e-9", ("def mean_of(v):\n    return 0.0", f"{COMPLIANT}def mean_of(v):\n    return Compliant()")),
    "np.isclose": Idiom("def root(x):\n    return x ** 0.5", "assert np.isclose(root(2), 1.41421356)", ("def root(x):\n    return x / 2", f"{COMPLIANT}def root(x):\n    return Compliant()")),
    "np.testing": Idiom("def twice(a):\n    return 2 * a", "np.testing.assert_allclose(twice(np.arange(3.0)), [0, 2, 4])\nnp.testing.assert_array_equal(twice(np.ones(2)), [2, 2])", ("def twice(a):\n    return a", f"{LIAR}def twice(a):\n    return Liar()", "def twice(a):\n    class A(np.ndarray):\n        def __eq__(self, o): return np.ones(3, bool)\n    return np.zeros(3).view(A)")),
    "np.testing.assert_equal": Idiom("def dims(a):\n    return a.shape", "np.testing.assert_equal(dims(np.ones((2, 3))), (2, 3))", ("def dims(a):\n    return (3, 2)", f"{LIAR}def dims(a):\n    return Liar()")),
    "math.isclose": Idiom("def third(x):\n    return x / 3", "import math\nassert not math.isclose(third(1), 0.33)\nassert math.isclose(third(1), 1 / 3)", ("def third(x):\n    return 0", f"{COMPLIANT}def third(x):\n    return Compliant()")),
    "isinstance float": Idiom("def half(x):\n    return x / 2", "assert isinstance(half(1), float)\nassert type(half(3)) is float", ("def half(x):\n    return str(x)", "class half(float):\n    def __new__(cls, x): return float.__new__(cls, x / 2)", "def half(x):\n    class L:\n        __class__ = float\n    return L()")),
    "string methods": Idiom("def greet(n):\n    return f'Hello, {n}!'", "assert greet('Ann') == 'Hello, Ann!'\nassert greet('Bo').startswith('Hello')\nassert 'Bo' in greet('Bo')", ("def greet(n):\n    return n", f"{COMPLIANT}def greet(n):\n    return Compliant()", "class S(str):\n    def __eq__(self, o): return True\n    def startswith(self, o): return True\n    def __contains__(self, o): return True\n    __hash__ = str.__hash__\ndef greet(n):\n    return S('x')")),
    "tuple unpacked": Idiom("def divide(a, b):\n    return a // b, a % b", "q, r = divide(7, 2)\nassert (q, r) == (3, 1)", ("def divide(a, b):\n    return b, a", "def divide(a, b):\n    return a")),
    "None": Idiom("def nothing():\n    pass", "assert nothing() is None", ("def nothing():\n    return 0", f"{LIAR}def nothing():\n    return Liar()")),
    "complex": Idiom("def turn(z):\n    return z * 1j", "assert turn(1 + 0j) == 1j\nassert turn(2).imag == 2", ("def turn(z):\n    return z",)),
    "truth": Idiom("def is_even(n):\n    return n % 2 == 0", "assert is_even(2)\nassert not is_even(3)\nassert is_even(4) is True", ("def is_even(n):\n    return True", f"{LIAR}def is_even(n):\n    return Liar()")),
    "dict": Idiom("def count(w):\n    return {c: w.count(c) for c in w}", "assert count('aab') == {'a': 2, 'b': 1}\nassert count('')== {}\nassert sorted(count('ba').items()) == [('a', 1), ('b', 1)]", ("def count(w):\n    return {}", "def count(w):\n    class D(dict):\n        def __eq__(self, o): return True\n        def items(self): return [('a', 1), ('b', 1)]\n    return D()")),
    "nested dict": Idiom("def tree_of():\n    return {'a': {'b': [1, (2, 3)]}, 3: None}", "assert tree_of()['a']['b'][1] == (2, 3)\nassert tree_of() == {'a': {'b': [1, (2, 3)]}, 3: None}", ("def tree_of():\n    return {}",)),
    "set": Idiom("def letters(w):\n    return set(w)", "assert letters('aab') == {'a', 'b'}\nassert 'a' in letters('a') and len(letters('aa')) == 1\nassert isinstance(letters(''), set)", ("def letters(w):\n    return list(w)", f"{LIAR}def letters(w):\n    return Liar()")),
    "frozenset and bytes": Idiom("def pack(w):\n    return frozenset(w), w.encode()", "assert pack('ab') == (frozenset('ab'), b'ab')", ("def pack(w):\n    return set(w), w",)),
    "dates": Idiom("import datetime\ndef later(d, n):\n    return d + datetime.timedelta(days=n)", "import datetime\nassert later(datetime.date(2024, 2, 28), 2) == datetime.date(2024, 3, 1)\nassert later(datetime.datetime(2024, 1, 1, 5), 1).hour == 5", ("def later(d, n):\n    return d",)),
    "exact numbers": Idiom("from fractions import Fraction\nfrom decimal import Decimal\ndef exact(a, b):\n    return Fraction(a, b), Decimal(a) / Decimal(b)", "from fractions import Fraction\nfrom decimal import Decimal\nassert exact(1, 4) == (Fraction(1, 4), Decimal('0.25'))", ("def exact(a, b):\n    return a / b, a / b + 1",)),
    "deque, Counter, defaultdict": Idiom("from collections import deque, Counter, defaultdict\ndef gather(w):\n    d = defaultdict(list)\n    for c in w: d[c].append(1)\n    return deque(w, 2), Counter(w), d", "from collections import deque, Counter\nlast, counted, grouped = gather('aab')\nassert last == deque('ab') and counted.most_common(1) == [('a', 2)]\nassert grouped['a'] == [1, 1] and isinstance(counted, Counter)", ("def gather(w):\n    return [], {}, {}",)),
    "namedtuple": Idiom("from collections import namedtuple\nPair = namedtuple('Pair', 'left right')\ndef pair(a, b):\n    return Pair(a, b)", "assert pair(1, 2).left == 1 and pair(1, 2) == (1, 2)\nassert Pair(3, 4).right == 4 and Pair._fields == ('left', 'right')", ("def pair(a, b):\n    return (a, b)",)),
    "string arrays": Idiom("def upper(a):\n    return np.char.upper(a)", "assert (upper(np.array(['a', 'b'])) == np.array(['A', 'B'])).all()\nassert upper(np.array(['x'])).tolist() == ['X']", ("def upper(a):\n    return a",)),
    "dtype and shape": Idiom("def grid(n):\n    return np.zeros((n, n), dtype=int)", "assert grid(2).shape == (2, 2) and grid(1).dtype == int\nassert isinstance(grid(1), np.ndarray) and np.issubdtype(grid(1).dtype, np.integer)", ("def grid(n):\n    return np.zeros((n, n))", "def grid(n):\n    return [[0] * n] * n")),
    "boolean array": Idiom("def above(a, t):\n    return a > t", "assert above(np.array([1, 5]), 2).tolist() == [False, True]\nassert (above(np.ones(3), 0)).all()", ("def above(a, t):\n    return a",)),
    "bytes of an answer": Idiom("capital = 'Oslo'", "import hashlib\nassert hashlib.sha1(capital.lower().encode()).hexdigest() == hashlib.sha1(b'oslo').hexdigest()", ("capital = 'Bergen'",)),
    "variable": Idiom("total = sum(range(5))\nlabels = ['a', 'b']", "assert total == 10 and isinstance(total, int)\nassert len(labels) == 2 and labels[0] == 'a'", ("total = 9\nlabels = []", f"{LIAR}total = labels = Liar()")),
    "name in globals": Idiom("answer_42 = 42", "assert 'answer_42' in globals()\nassert 'answer_42' in dir()\nassert globals().get('answer_42') == 42", ("answer_41 = 41",)),
    "name or NameError": Idiom("finished = True", "try:\n    finished\nexcept NameError:\n    raise AssertionError('finished is not defined')\nassert finished", ("started = True",)),
    "eval of names": Idiom("p1, p2 = 1, 2", "for name, want in [('p1', 1), ('p2', 2)]:\n    assert eval(name) == want", ("p1 = p2 = 1",)),
    # ---------------------------------------------------------------- functions
    "docstring": Idiom("def documented():\n    'Say nothing.'", "assert documented.__doc__\nassert 'nothing' in documented.__doc__.lower()", ("def documented():\n    pass",)),
    "callable": Idiom("def act():\n    return 1", "assert callable(act)\nassert act.__name__ == 'act'", ("act = 1",)),
    "signature": Idiom("def scale(x, by=2, *, up=True) -> float:\n    return x * by", "import inspect\ns = inspect.signature(scale)\nassert list(s.parameters) == ['x', 'by', 'up'] and s.parameters['by'].default == 2\nassert s.return_annotation is float and scale.__defaults__ == (2,)", ("def scale(x):\n    return 2 * x",)),
    "annotations": Idiom("def typed(a: int, b: str) -> bool:\n    return True", "assert typed.__annotations__ == {'a': int, 'b': str, 'return': bool}", ("def typed(a, b):\n    return True",)),
    "inspect.isfunction": Idiom("def plain_one():\n    yield 1", "import inspect, types\nassert inspect.isfunction(plain_one) and isinstance(plain_one, types.FunctionType)\nassert inspect.isgeneratorfunction(plain_one)", ("plain_one = 3", "class plain_one: pass")),
    "source text": Idiom("def no_loop(n):\n    return n * (n + 1) // 2", "import inspect\nassert no_loop(4) == 10\nassert 'for' not in inspect.getsource(no_loop)", ("def no_loop(n):\n    t = 0\n    for k in range(n + 1): t += k\n    return t",)),
    "code object": Idiom("def three(a, b, c):\n    return a", "assert three.__code__.co_argcount == 3\nassert three.__code__.co_varnames[:2] == ('a', 'b')", ("def three(*a):\n    return a",)),
    "lambda": Idiom("plus = lambda a, b: a + b", "assert plus(1, 2) == 3\nassert plus.__name__ == '<lambda>'", ("def plus(a, b):\n    return a + b",)),
    "expected exception": Idiom("def check_age(a):\n    if a < 0: raise ValueError('negative age')\n    return a", "try:\n    check_age(-1)\nexcept ValueError as error:\n    assert 'negative' in str(error) and error.args[0] == 'negative age'\nelse:\n    raise AssertionError('no error')", ("def check_age(a):\n    return a", "def check_age(a):\n    raise KeyError('negative age')")),
    "pytest.raises": Idiom("def lookup(d, k):\n    if k not in d: raise KeyError(k)\n    return d[k]", "import pytest\nwith pytest.raises(KeyError) as info:\n    lookup({}, 'a')\nassert info.value.args[0] == 'a'\nwith pytest.raises(KeyError, match='b'):\n    lookup({}, 'b')", ("def lookup(d, k):\n    return d.get(k)",)),
    "pytest.approx": Idiom("def tenth(x):\n    return x / 10", "import pytest\nassert tenth(3) == pytest.approx(0.3)", ("def tenth(x):\n    return x", f"{COMPLIANT}def tenth(x):\n    return Compliant()")),
    "own assertion": Idiom("def positive(x):\n    assert x > 0, 'x must be positive'\n    return x", "caught = False\ntry:\n    positive(-1)\nexcept AssertionError as e:\n    caught = 'positive' in str(e)\nassert caught", ("def positive(x):\n    return x",)),
    "own exception class": Idiom("class TooLow(Exception):\n    def __init__(self, need):\n        super().__init__(f'need {need}')\n        self.need = need\ndef draw_money(have, want):\n    if want > have: raise TooLow(want - have)", "try:\n    draw_money(1, 3)\n    assert False\nexcept TooLow as e:\n    assert e.need == 2 and str(e) == 'need 2'\nassert issubclass(TooLow, Exception)", ("class TooLow(Exception): pass\ndef draw_money(have, want):\n    raise ValueError(2)",)),
    "warnings": Idiom("import warnings\ndef old():\n    warnings.warn('use new', DeprecationWarning)\n    return 1", "import warnings\nwith warnings.catch_warnings(record=True) as heard:\n    warnings.simplefilter('always')\n    assert old() == 1\nassert heard and issubclass(heard[-1].category, DeprecationWarning)", ("def old():\n    return 1",)),
    "SystemExit": Idiom("import sys\ndef leave_now():\n    sys.exit(2)", "try:\n    leave_now()\n    assert False\nexcept SystemExit:\n    pass", ("def leave_now():\n    return 2",)),
    "callback": Idiom("def apply(f, x):\n    return f(f(x))", "assert apply(lambda v: v + 3, 7) == 13\nassert apply(abs, -2) == 2\nassert apply(np.sqrt, 16.0) == 2", ("def apply(f, x):\n    return f(x)",)),
    "callback with keywords": Idiom("def call_it(f):\n    return f(1, scale=3)", "assert call_it(lambda x, scale=1: x * scale) == 3", ("def call_it(f):\n    return f(1)",)),
    "callback that raises": Idiom("def safe(f):\n    try:\n        return f()\n    except KeyError:\n        return 'none'", "def bad():\n    raise KeyError('x')\nassert safe(bad) == 'none' and safe(lambda: 3) == 3", ("def safe(f):\n    return f()",)),
    "sort key": Idiom("def by_length(w):\n    return len(w)", "assert sorted(['ccc', 'a', 'bb'], key=by_length) == ['a', 'bb', 'ccc']\nassert max(['a', 'bb'], key=by_length) == 'bb'", ("def by_length(w):\n    return -len(w)",)),
    "map, filter, reduce": Idiom("def add3(x):\n    return x + 3\ndef odd(x):\n    return x % 2 == 1\ndef mul(a, b):\n    return a * b", "from functools import reduce, partial\nassert list(map(add3, [1, 2])) == [4, 5] and list(filter(odd, range(5))) == [1, 3]\nassert reduce(mul, [2, 3, 4]) == 24 and partial(mul, 3)(4) == 12", ("def add3(x):\n    return x\ndef odd(x):\n    return True\ndef mul(a, b):\n    return a",)),
    "np.vectorize": Idiom("def clip1(x):\n    return 1 if x > 1 else x", "assert np.vectorize(clip1)([0.5, 3]).tolist() == [0.5, 1.0]\nassert np.apply_along_axis(sum, 0, np.ones((2, 2))).tolist() == [2, 2]", ("def clip1(x):\n    return x",)),
    "scipy": Idiom("def parabola(x):\n    return (x - 2) ** 2", "from scipy import optimize, integrate\nassert abs(optimize.minimize_scalar(parabola).x - 2) < 1e-4\nassert abs(integrate.quad(parabola, 0, 3)[0] - 3) < 1e-9", ("def parabola(x):\n    return x ** 2",)),
    "closure": Idiom("def counter():\n    n = 0\n    def step():\n        nonlocal n\n        n += 1\n        return n\n    return step", "a, b = counter(), counter()\nassert (a(), a(), b()) == (1, 2, 1)", ("def counter():\n    return lambda: 1",)),
    "decorator": Idiom("import functools\ndef doubled(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n        return 2 * f(*a, **k)\n    return inner", "@doubled\ndef add_up(a, b=1):\n    'Add.'\n    return a + b\nassert add_up(1, b=2) == 6 and add_up.__name__ == 'add_up' and add_up.__doc__ == 'Add.'", ("def doubled(f):\n    return f",)),
    "functions in a list": Idiom("ops = [lambda x: x + 1, lambda x: x * 10]", "assert [f(2) for f in ops] == [3, 20]", ("ops = [abs, abs]",)),
    "generator": Idiom("def countdown(n):\n    while n: \n        yield n\n        n -= 1", "import types\nassert list(countdown(3)) == [3, 2, 1]\nassert isinstance(countdown(2), types.GeneratorType)\ng = countdown(1)\nassert next(g) == 1\ntry:\n    next(g)\n    assert False\nexcept StopIteration:\n    pass", ("def countdown(n):\n    return [n]",)),
    "endless generator": Idiom("def evens():\n    n = 0\n    while True:\n        yield n\n        n += 2", "from itertools import islice\nassert list(islice(evens(), 3)) == [0, 2, 4]\nfor k, e in zip(range(2), evens()):\n    assert e == 2 * k", ("def evens():\n    yield 0",)),
    "memory of calls": Idiom("calls_made = 0\ndef counted():\n    global calls_made\n    calls_made += 1", "counted(); counted()\nassert calls_made == 2", ("calls_made = 0\ndef counted():\n    pass",)),
    "cache": Idiom("import functools\n@functools.lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)", "assert fib(50) == 12586269025\nassert fib.cache_info().hits > 10", ("def fib(n):\n    a, b = 0, 1\n    for _ in range(n): a, b = b, a + b\n    return a",)),
    # ---------------------------------------------------------------- changes
    "list sorted in place": Idiom("def sort_it(v):\n    v.sort()", "v = [3, 1, 2]\nassert sort_it(v) is None\nassert v == [1, 2, 3]", ("def sort_it(v):\n    return sorted(v)", "def sort_it(v):\n    pass")),
    "array in place": Idiom("def clear_it(a):\n    a[a < 0] = 0", "a = np.array([1.0, -1.0])\nclear_it(a)\nassert a.tolist() == [1, 0]", ("def clear_it(a):\n    return a",)),
    "pop returns and removes": Idiom("def pop_last(v):\n    return v.pop()", "v = [1, 2]\nassert pop_last(v) == 2 and v == [1]", ("def pop_last(v):\n    return v[-1]",)),
    "dict filled": Idiom("def remember(d, k, v):\n    d[k] = v\n    return d", "d = {}\nassert remember(d, 'a', 1) is d and d == {'a': 1}", ("def remember(d, k, v):\n    return {k: v}",)),
    "set filled": Idiom("def note(s, x):\n    s.add(x)", "s = {1}\nnote(s, 2)\nassert s == {1, 2}", ("def note(s, x):\n    pass",)),
    "input left alone": Idiom("def ordered(v):\n    return sorted(v)", "v = [2, 1]\nassert ordered(v) == [1, 2]\nassert v == [2, 1], 'the input was changed'\nassert ordered(v) is not v", ("def ordered(v):\n    v.sort()\n    return v",)),
    # ---------------------------------------------------------------- classes
    "attributes and methods": Idiom("class Account:\n    def __init__(self, owner, money=0):\n        self.owner, self.money = owner, money\n    def add(self, n):\n        self.money += n\n        return self", "acc = Account('Ann')\nacc.add(3).add(4)\nassert acc.money == 7 and acc.owner == 'Ann'\nassert hasattr(acc, 'add') and not hasattr(acc, 'remove')\nacc.money = 1\nassert acc.add(1).money == 2\nassert isinstance(acc, Account) and type(acc) is Account and acc.__class__.__name__ == 'Account'", ("class Account:\n    def __init__(self, owner, money=0):\n        self.owner, self.money = owner, money\n    def add(self, n):\n        return self", f"{COMPLIANT}class Account(Compliant):\n    def __init__(self, *a): pass")),
    "instance dict": Idiom("class Box:\n    def __init__(self, w): self.w = w", "assert Box(3).__dict__ == {'w': 3} and vars(Box(1)) == {'w': 1}", ("class Box:\n    def __init__(self, w): self.v = w",)),
    "operators": Idiom(f"{SHAPE}    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)\n    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)\n    def __mul__(self, k): return Vec(k * self.x, k * self.y)\n    __rmul__ = __mul__\n    def __neg__(self): return Vec(-self.x, -self.y)\n    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5\n    def __bool__(self): return bool(self.x or self.y)\n    def __repr__(self): return f'Vec({{self.x}}, {{self.y}})'".replace("{{", "{").replace("}}", "}"), "a, b = Vec(1, 2), Vec(3, 4)\nassert a + b == Vec(4, 6) and (a + b).x == 4\nassert a * 2 == 2 * a == Vec(2, 4) and -a != a\nassert abs(Vec(3, 4)) == 5 and not Vec(0, 0) and bool(a)\nassert repr(a) == 'Vec(1, 2)' and f'{a}' == str(a) == 'Vec(1, 2)'", (f"{SHAPE}    def __add__(self, o): return self", f"{SHAPE}    def __eq__(self, o): return True\n    def __add__(self, o): return self")),
    "compared with plain data": Idiom("class Money:\n    def __init__(self, n): self.n = n\n    def __eq__(self, o): return self.n == getattr(o, 'n', o)\n    def __lt__(self, o): return self.n < getattr(o, 'n', o)", "assert Money(3) == 3 and Money(3) == Money(3) and Money(3) != 4\nassert Money(2) < 3", ("class Money:\n    def __init__(self, n): self.n = n",)),
    "container": Idiom("class Stack:\n    def __init__(self): self.v = []\n    def push(self, x): self.v.append(x)\n    def pop(self):\n        if not self.v: raise IndexError('empty')\n        return self.v.pop()\n    def __len__(self): return len(self.v)\n    def __iter__(self): return iter(self.v)\n    def __contains__(self, x): return x in self.v\n    def __getitem__(self, k): return self.v[k]", "s = Stack()\nassert len(s) == 0 and not s\ns.push(1); s.push(2)\nassert len(s) == 2 and list(s) == [1, 2] and 2 in s and 5 not in s and s[0] == 1\nassert [x for x in s] == [1, 2] and s.pop() == 2\ns.pop()\ntry:\n    s.pop()\n    assert False\nexcept IndexError:\n    pass", ("class Stack:\n    def __init__(self): self.v = []\n    def push(self, x): pass\n    def pop(self): return None\n    def __len__(self): return 0",)),
    "inheritance": Idiom("class Animal:\n    def __init__(self, name): self.name = name\n    def speak(self): raise NotImplementedError\nclass Dog(Animal):\n    def speak(self): return 'Woof'", "d = Dog('Rex')\nassert issubclass(Dog, Animal) and isinstance(d, Animal) and Dog.__bases__ == (Animal,)\nassert d.speak() == 'Woof' and d.name == 'Rex'\ntry:\n    Animal('x').speak()\n    assert False\nexcept NotImplementedError:\n    pass", ("class Animal:\n    def __init__(self, name): self.name = name\n    def speak(self): return 'Woof'\nclass Dog:\n    def __init__(self, name): self.name = name\n    def speak(self): return 'Woof'",)),
    "abstract class": Idiom("from abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n    def area(self): ...\nclass Square(Shape):\n    def __init__(self, a): self.a = a\n    def area(self): return self.a ** 2", "try:\n    Shape()\n    raise AssertionError('Shape is not abstract')\nexcept TypeError:\n    pass\nassert Square(3).area() == 9 and issubclass(Square, Shape)", ("class Shape:\n    pass\nclass Square(Shape):\n    def __init__(self, a): self.a = a\n    def area(self): return self.a ** 2",)),
    "class attributes": Idiom("class Robot:\n    made = 0\n    def __init__(self): Robot.made += 1\n    @classmethod\n    def create(cls): return cls()\n    @staticmethod\n    def laws(): return 3", "r = Robot.create()\nRobot()\nassert Robot.made == 2 and r.made == 2 and Robot.laws() == 3 and isinstance(r, Robot)\nassert hasattr(Robot, 'laws') and callable(Robot.laws)", ("class Robot:\n    made = 0\n    @classmethod\n    def create(cls): return cls()\n    @staticmethod\n    def laws(): return 3",)),
    "property": Idiom("class Temp:\n    def __init__(self, c): self.c = c\n    @property\n    def f(self): return self.c * 9 / 5 + 32\n    @f.setter\n    def f(self, v):\n        if v < -459: raise ValueError('too cold')\n        self.c = (v - 32) * 5 / 9", "t = Temp(100)\nassert t.f == 212\nt.f = 32\nassert abs(t.c) < 1e-9\ntry:\n    t.f = -500\n    assert False\nexcept ValueError:\n    pass", ("class Temp:\n    def __init__(self, c): self.c = c; self.f = 212",)),
    "dataclass": Idiom("from dataclasses import dataclass, field\n@dataclass(order=True)\nclass Item:\n    price: float\n    name: str = 'x'\n    tags: list = field(default_factory=list)", "import dataclasses\nassert Item(1.0) == Item(1.0, 'x') and Item(1.0) < Item(2.0)\nassert dataclasses.is_dataclass(Item) and [f.name for f in dataclasses.fields(Item)] == ['price', 'name', 'tags']\nassert repr(Item(2.0)) == \"Item(price=2.0, name='x', tags=[])\"", ("class Item:\n    def __init__(self, price, name='x'): self.price = price",)),
    "enum": Idiom("import enum\nclass Color(enum.Enum):\n    RED = 1\n    BLUE = 2\ndef favorite():\n    return Color.BLUE", "assert Color.RED.value == 1 and Color(2) is Color.BLUE and favorite() == Color.BLUE\nassert [c.name for c in Color] == ['RED', 'BLUE'] and len(Color) == 2 and Color['RED'] in Color\nassert isinstance(favorite(), Color)", ("class Color:\n    RED = 1\n    BLUE = 2\ndef favorite():\n    return 2",)),
    "sorting objects": Idiom("import functools\n@functools.total_ordering\nclass Card:\n    def __init__(self, n): self.n = n\n    def __lt__(self, o): return self.n < o.n\n    def __eq__(self, o): return self.n == o.n\n    def __hash__(self): return hash(self.n)", "cards = [Card(3), Card(1), Card(2)]\nassert [c.n for c in sorted(cards)] == [1, 2, 3] and max(cards).n == 3\nassert len({Card(1), Card(1), Card(2)}) == 2 and Card(2) in cards and Card(1) <= Card(1)", ("class Card:\n    def __init__(self, n): self.n = n\n    def __lt__(self, o): return False",)),
    "context manager": Idiom("class Opened:\n    def __enter__(self):\n        self.state = 'open'\n        return self\n    def __exit__(self, kind, error, trace):\n        self.state = kind.__name__ if kind else 'closed'\n        return kind is KeyError", "with Opened() as o:\n    assert o.state == 'open'\nassert o.state == 'closed'\nwith Opened() as o:\n    raise KeyError('x')\nassert o.state == 'KeyError'", ("class Opened:\n    def __enter__(self): return self\n    def __exit__(self, *a): pass",)),
    "callable object": Idiom("class Poly:\n    def __init__(self, *c): self.c = c\n    def __call__(self, x): return sum(a * x ** k for k, a in enumerate(self.c))", "p = Poly(1, 2)\nassert callable(p) and p(3) == 7 and list(map(p, [0, 1])) == [1, 3]", ("class Poly:\n    def __init__(self, *c): self.c = c",)),
    "copy of an object": Idiom("class Bag:\n    def __init__(self): self.v = []", "import copy\nb = Bag()\nc = copy.deepcopy(b)\nb.v.append(1)\nassert len(c.v) == 0 and c is not b", ("class Bag:\n    v = []",)),
    "list of an object changed": Idiom("class Cart:\n    def __init__(self): self.items, self.prices = [], {}\n    def total(self): return sum(self.prices[i] for i in self.items)", "c = Cart()\nc.prices['a'] = 2\nc.items.append('a')\nc.items.append('a')\nassert c.total() == 4 and c.items == ['a', 'a']", ("class Cart:\n    def __init__(self): self.items, self.prices = [], {}\n    def total(self): return 2",)),
    "objects in a list": Idiom("class Pt:\n    def __init__(self, x): self.x = x\ndef points(n):\n    return [Pt(k) for k in range(n)]", "ps = points(3)\nassert [p.x for p in ps] == [0, 1, 2] and all(isinstance(p, Pt) for p in ps)\nassert len({id(p) for p in ps}) == 3", ("class Pt: pass\ndef points(n):\n    return [Pt()] * n",)),
    "linked list": Idiom("class Nd:\n    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt\ndef reverse(head):\n    before = None\n    while head:\n        head.nxt, before, head = before, head, head.nxt\n    return before", "h = reverse(Nd(1, Nd(2, Nd(3))))\nseen = []\nwhile h is not None:\n    seen.append(h.v)\n    h = h.nxt\nassert seen == [3, 2, 1]", ("class Nd:\n    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt\ndef reverse(head):\n    return head",)),
    "class of the instructor": Idiom("def length(node):\n    return 0 if node is None else 1 + length(node.next)\ndef insert(node, value):\n    node.next = Node(value, node.next)\n    return node", "n = Node(1, Node(2))\nassert length(n) == 2 and length(None) == 0\nassert insert(n, 9) is n and n.next.value == 9 and length(n) == 3", ("def length(node):\n    return 2\ndef insert(node, value):\n    return node",), setup="class Node:\n    def __init__(self, value, next=None):\n        self.value, self.next = value, next"),
    "object that stands in": Idiom("def total_area(shapes):\n    return sum(s.area() * s.count for s in shapes)", "class Fake:\n    count = 2\n    def area(self): return 5\nassert total_area([Fake(), Fake()]) == 20", ("def total_area(shapes):\n    return 0",)),
    "mock": Idiom("def save(db, row):\n    db.insert('rows', row)\n    return db.commit()", "from unittest.mock import Mock\ndb = Mock()\ndb.commit.return_value = 'done'\nassert save(db, 3) == 'done'\ndb.insert.assert_called_once_with('rows', 3)", ("def save(db, row):\n    return db.commit()", "def save(db, row):\n    db.insert.assert_called_once_with = lambda *a: None\n    return db.commit()")),
    # ---------------------------------------------------------------- what is around a call
    "redirect_stdout": Idiom("def hello():\n    print('Hello')\n    print('World', end='!')", "import io\nfrom contextlib import redirect_stdout\nout = io.StringIO()\nwith redirect_stdout(out):\n    hello()\nassert out.getvalue() == 'Hello\\nWorld!'", ("def hello():\n    return 'Hello'",)),
    "sys.stdout": Idiom("def shout(w):\n    print(w.upper())", "import io, sys\nold, sys.stdout = sys.stdout, io.StringIO()\ntry:\n    shout('hey')\n    said = sys.stdout.getvalue()\nfinally:\n    sys.stdout = old\nassert said.strip() == 'HEY'", ("def shout(w):\n    print(w)",)),
    "capture_output": Idiom("def line(n):\n    print('-' * n)", "from IPython.utils.capture import capture_output\nwith capture_output() as c:\n    line(3)\nassert c.stdout == '---\\n'", ("def line(n):\n    pass",)),
    "%%capture": Idiom("def star():\n    print('*')", "%%capture said\nstar()", ()),
    "print patched": Idiom("def announce(n):\n    print('Player', n)", "from unittest.mock import patch\nwith patch('builtins.print') as p:\n    announce(2)\np.assert_called_once_with('Player', 2)", ("def announce(n):\n    print(n)",)),
    "input patched": Idiom("def ask():\n    return int(input('age? ')) + 1", "from unittest.mock import patch\nwith patch('builtins.input', return_value='5'):\n    assert ask() == 6\nwith patch('builtins.input', side_effect=['7']):\n    assert ask() == 8", ("def ask():\n    return 6",)),
    "stdin patched": Idiom("def two_lines():\n    return input() + input()", "import io, sys\nold, sys.stdin = sys.stdin, io.StringIO('a\\nb\\n')\ntry:\n    assert two_lines() == 'ab'\nfinally:\n    sys.stdin = old", ("def two_lines():\n    return 'ba'",)),
    "random patched": Idiom("import random\ndef roll():\n    return random.randint(1, 6) + random.randint(1, 6)", "from unittest.mock import patch\nwith patch('random.randint', return_value=6):\n    assert roll() == 12", ("import random\ndef roll():\n    return random.randint(1, 6)",)),
    "random.seed": Idiom("import random\ndef shuffled(v):\n    v = list(v)\n    random.shuffle(v)\n    return v", "import random\nrandom.seed(1)\na = shuffled(range(9))\nrandom.seed(1)\nwant = list(range(9))\nrandom.shuffle(want)\nassert a == want", ("def shuffled(v):\n    return list(v)[::-1]",)),
    "np.random.seed": Idiom("def noise(n):\n    return np.random.normal(size=n)", "np.random.seed(3)\na = noise(4)\nnp.random.seed(3)\nassert np.allclose(a, np.random.normal(size=4))\nnp.random.seed(3)\nassert not np.allclose(noise(4), noise(4))", ("def noise(n):\n    return np.zeros(n)", "def noise(n):\n    np.random.seed(0)\n    return np.random.normal(size=n)")),
    "RandomState passed": Idiom("def draw(rng):\n    return rng.randint(0, 100, 5)", "assert draw(np.random.RandomState(4)).tolist() == np.random.RandomState(4).randint(0, 100, 5).tolist()", ("def draw(rng):\n    return np.arange(5)",)),
    "helper deleted": Idiom("def helper_sq(n):\n    return n * n\ndef sum_sq(n):\n    return sum(helper_sq(k) for k in range(n + 1))", "kept = helper_sq\ndel helper_sq\ntry:\n    sum_sq(2)\nexcept NameError:\n    pass\nelse:\n    raise AssertionError('does not use helper_sq')\nfinally:\n    helper_sq = kept\nassert sum_sq(2) == 5", ("def helper_sq(n):\n    return n * n\ndef sum_sq(n):\n    return sum(k * k for k in range(n + 1))",)),
    "helper replaced": Idiom("def tax(x):\n    return 0.2 * x\ndef gross(x):\n    return x + tax(x)", "before, tax = tax, lambda x: 1\nassert gross(10) == 11\ntax = before\nassert gross(10) == 12", ("def tax(x):\n    return 0.2 * x\ndef gross(x):\n    return 1.2 * x",)),
    "helper patched": Idiom("def fetch():\n    return 'real'\ndef show_it():\n    return fetch().upper()", "from unittest.mock import patch\nwith patch('__main__.fetch', return_value='fake') as m:\n    assert show_it() == 'FAKE'\nm.assert_called_once()\nassert show_it() == 'REAL'", ("def fetch():\n    return 'real'\ndef show_it():\n    return 'REAL'",)),
    "constant rebound": Idiom("RATE = 3\ndef price(n):\n    return n * RATE", "assert price(2) == 6\nRATE = 5\nassert price(2) == 10", ("RATE = 3\ndef price(n):\n    return 3 * n",)),
    "object kept for the next cell": Idiom("class Tally:\n    def __init__(self): self.n = 0\n    def up(self): self.n += 1; return self.n", "tally = Tally()\nassert tally.up() == 1", ("class Tally:\n    def __init__(self): self.n = 5\n    def up(self): return 0",)),
    "and used there": Idiom("pass", "assert tally.up() == 2\nassert tally.n == 2", ()),
    # ---------------------------------------------------------------- files, figures, tables
    "file written by the answer": Idiom("with open('out.txt', 'w') as f:\n    f.write('a\\nb\\n')", "import os\nassert os.path.exists('out.txt')\nwith open('out.txt') as f:\n    assert f.read().splitlines() == ['a', 'b']", ("pass",)),
    "file written by a call": Idiom("import json\ndef store(d, path):\n    with open(path, 'w') as f: json.dump(d, f)", "import json\nfrom pathlib import Path\nstore({'a': 1}, 'd.json')\nassert json.loads(Path('d.json').read_text()) == {'a': 1}", ("def store(d, path):\n    pass",)),
    "file written by the test": Idiom("def words(path):\n    with open(path) as f: return len(f.read().split())", "with open('in.txt', 'w') as f:\n    f.write('a b c')\nassert words('in.txt') == 3", ("def words(path):\n    return 2",)),
    "missing file": Idiom("def read_or_none(p):\n    try:\n        return open(p).read()\n    except FileNotFoundError:\n        return None\ndef read_it(p):\n    return open(p).read()", "assert read_or_none('nowhere.txt') is None\ntry:\n    read_it('nowhere.txt')\n    assert False\nexcept FileNotFoundError:\n    pass", ("def read_or_none(p):\n    return ''\ndef read_it(p):\n    return ''",)),
    "data file given": Idiom("import csv\ndef best():\n    with open('table.csv') as f: rows = list(csv.DictReader(f))\n    return max(rows, key=lambda r: int(r['points']))['name']", "import csv\nwith open('table.csv') as f:\n    rows = list(csv.DictReader(f))\nassert best() == rows[-1]['name'] == 'bob'", ("def best():\n    return 'ann'",)),
    "module given": Idiom("import shapes_given\ndef quarter(x):\n    return shapes_given.halve(shapes_given.halve(x))", "from shapes_given import halve, LIMIT\nassert quarter(8) == halve(halve(8)) == 2 and LIMIT == 3", ("import shapes_given\nshapes_given.halve = lambda x: x\ndef quarter(x):\n    return x",)),
    "axes of pyplot": Idiom("import matplotlib.pyplot as plt\ndef plot_it():\n    plt.plot([1, 2], [3, 4], color='red', label='a')\n    plt.title('T')\n    plt.xlabel('x')\n    plt.legend()", "import matplotlib.pyplot as plt\nplt.close('all')\nplot_it()\nax = plt.gca()\nassert ax.get_title() == 'T' and ax.get_xlabel() == 'x' and len(ax.lines) == 1\nassert ax.lines[0].get_color() == 'red' and ax.lines[0].get_xdata().tolist() == [1, 2]\nassert ax.get_legend() is not None and len(plt.get_fignums()) == 1", ("def plot_it():\n    pass",)),
    "axes returned": Idiom("import matplotlib.pyplot as plt\ndef make_fig():\n    fig, ax = plt.subplots()\n    ax.bar(['a', 'b'], [1, 2])\n    ax.set_ylabel('n')\n    return fig, ax", "import matplotlib.pyplot as plt\nfig, ax = make_fig()\nassert isinstance(ax, plt.Axes) and isinstance(fig, plt.Figure)\nassert ax.get_ylabel() == 'n' and [p.get_height() for p in ax.patches] == [1, 2]", ("def make_fig():\n    return None, None",)),
    "axes passed": Idiom("def draw_on(ax):\n    ax.scatter([1], [2])\n    ax.set_title('S')", "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\ndraw_on(ax)\nassert ax.get_title() == 'S' and len(ax.collections) == 1", ("def draw_on(ax):\n    pass",)),
    "data frame": Idiom("import pandas as pd\ndef adults(df):\n    return df[df['age'] >= 18].reset_index(drop=True)", "import pandas as pd\ndf = pd.DataFrame({'name': ['a', 'b'], 'age': [17, 18]})\nout = adults(df)\npd.testing.assert_frame_equal(out, pd.DataFrame({'name': ['b'], 'age': [18]}))\nassert out.equals(pd.DataFrame({'name': ['b'], 'age': [18]})) and list(out.columns) == ['name', 'age'] and out.shape == (1, 2)\nassert isinstance(out, pd.DataFrame) and len(df) == 2", ("import pandas as pd\ndef adults(df):\n    return df", f"{COMPLIANT}def adults(df):\n    return Compliant()", "import pandas as pd\nclass F(pd.DataFrame):\n    def equals(self, o): return True\ndef adults(df):\n    return F(df)")),
    "series and groups": Idiom("import pandas as pd\ndef means(df):\n    return df.groupby('g')['v'].mean()\nframe = pd.DataFrame({'g': ['a', 'a', 'b'], 'v': [1, 3, 5]})", "import pandas as pd\ngot = means(frame)\nassert got['a'] == 2 and got.index.tolist() == ['a', 'b'] and got.name == 'v'\npd.testing.assert_series_equal(got, frame.groupby('g')['v'].mean())", ("import pandas as pd\ndef means(df):\n    return df['v']\nframe = pd.DataFrame({'g': ['a', 'a', 'b'], 'v': [1, 3, 5]})",)),
    "frame changed in place": Idiom("import pandas as pd\ndef add_sum(df):\n    df['s'] = df['a'] + df['b']", "import pandas as pd\ndf = pd.DataFrame({'a': [1], 'b': [2]})\nadd_sum(df)\nassert df['s'].tolist() == [3]", ("def add_sum(df):\n    return df",)),
    # ---------------------------------------------------------------- ways of testing
    "loop over cases": Idiom("def grade_of(p):\n    return 'A' if p > 90 else 'B' if p > 80 else 'C'", "for p, want in [(95, 'A'), (85, 'B'), (10, 'C')]:\n    got = grade_of(p)\n    assert got == want, f'grade_of({p}) gives {got}'", ("def grade_of(p):\n    return 'A'",)),
    "unittest": Idiom("def inc(x):\n    return x + 1", "import unittest\ntc = unittest.TestCase()\ntc.assertEqual(inc(1), 2)\ntc.assertAlmostEqual(inc(0.1), 1.1)\ntc.assertIsInstance(inc(1), int)\nwith tc.assertRaises(TypeError):\n    inc('a')", ("def inc(x):\n    return x", f"{LIAR}def inc(x):\n    return Liar()")),
    "unittest suite": Idiom("def dec(x):\n    return x - 1", "import io, unittest\nclass TestDec(unittest.TestCase):\n    def test_one(self): self.assertEqual(dec(1), 0)\n    def test_two(self): self.assertTrue(dec(5) == 4)\nresult = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestDec))\nassert result.wasSuccessful()", ("def dec(x):\n    return x",)),
    "helper of the instructor": Idiom("def area_of(r):\n    return 3.14159265 * r * r", "assert near(area_of(1), 3.14159265)\nassert near(area_of(2), 12.5663706)", ("def area_of(r):\n    return r", f"{COMPLIANT}def area_of(r):\n    return Compliant()", "def near(a, b):\n    return True\ndef area_of(r):\n    return r"), setup="def near(a, b, tol=1e-6):\n    return abs(a - b) < tol"),
    "partial credit": Idiom("def cube(x):\n    return x ** 3", "points = 0\nif cube(2) == 8: points += 0.5\nif cube(-1) == -1: points += 0.5\npoints", ("def cube(x):\n    return None",)),
    "time": Idiom("def fast(n):\n    return n * (n - 1) // 2", "import time\nstart = time.perf_counter()\nassert fast(10 ** 6) == 499999500000\nassert time.perf_counter() - start < 5", ("def fast(n):\n    return n",)),
    "%timeit and magics": Idiom("def cheap():\n    return 1", "%matplotlib inline\n%time cheap()\nassert cheap() == 1", ("def cheap():\n    return 2",)),
    "regular expression": Idiom("import re\ndef find_year(s):\n    return re.search(r'\\d{4}', s)", "m = find_year('in 1999!')\nassert m and m.group() == '1999' and m.span() == (3, 7)\nassert find_year('none') is None", ("import re\ndef find_year(s):\n    return re.search(r'\\d', s)",)),
    "matrix": Idiom("def solve(A, b):\n    return np.linalg.solve(A, b)", "A, b = np.array([[2.0, 0], [0, 4]]), np.array([2.0, 8])\nx = solve(A, b)\nassert np.allclose(A @ x, b) and x.shape == b.shape\nassert np.linalg.norm(A @ x - b) < 1e-9", ("def solve(A, b):\n    return b", f"{COMPLIANT}def solve(A, b):\n    return Compliant()")),
}  # fmt: skip


def key_of(name: str) -> str:
    """Give the grade_id of an idiom's answer; its test cell has ``-visible`` behind it."""
    return "".join(c if c.isalnum() else "_" for c in name)


def cells(choose: Any, known: dict[str, Idiom] = IDIOMS) -> list[dict[str, Any]]:
    """
    Make the cells of a notebook.

    Parameters
    ----------
    choose : callable
        Gives the source of an idiom's answer.
    known : dict
        The idioms.

    Returns
    -------
    list of dict
        Cells as nbgrader has them; one point for each test.
    """
    made = [code("setup", "import numpy as np")]
    for name, idiom in known.items():
        key = key_of(name)
        if idiom.setup:
            made.append(code(f"{key}-setup", idiom.setup))
        made.append(code(key, choose(idiom), grade=False, solution=True, locked=False))
        made.append(
            code(f"{key}-visible", idiom.test, grade=True, solution=False, locked=True, points=1)
        )
    return made


def code(key: str, source: str, **graded: Any) -> dict[str, Any]:
    """Make a code cell."""
    about = {"schema_version": 3, "task": False, "grade_id": key} | graded
    return {
        "cell_type": "code", "id": key[:60], "metadata": {"nbgrader": about} if graded else {},
        "source": source, "outputs": [], "execution_count": None,
    }  # fmt: skip
