r"""Formulas as words: for search results, descriptions and page titles, where no TeX is drawn."""

import re
import unicodedata

from docutils import nodes

_LETTERS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "varepsilon": "ε", "epsilon": "ε",
    "theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "varphi": "φ", "phi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Theta": "Θ",
    "partial": "∂", "nabla": "∇", "ell": "ℓ", "infty": "∞", "sum": "Σ", "prod": "Π", "int": "∫",
}  # fmt: skip
_SIGNS = {
    "cdot": "·", "times": "×", "odot": "⊙", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤",
    "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "~", "in": "∈",
    "to": "→", "mapsto": "↦", "Rightarrow": "⇒", "Longleftrightarrow": "⇔", "iff": "⇔",
    "dots": "…", "ldots": "…", "cdots": "…", "vdots": "…", "mid": "|", "lvert": "|", "rvert": "|",
    "lVert": "‖", "rVert": "‖", "langle": "⟨", "rangle": "⟩", "quad": " ", "qquad": " ",
    "%": "%", "_": "_", "&": "&", "#": "#", "$": "$",
    **dict.fromkeys((",", ";", ":", "!", " "), " "),
}  # fmt: skip
_NAMES = ("log", "exp", "max", "min", "tanh", "sin", "cos", "lim", "Pr", "det")
_ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304"}
_STRUCTURE = re.compile(r"\\(?:begin|end)\{\w+\*?\}(?:\{[lcr|]*\})?|\\\\(?:\[[^]]*\])?|(?<!\\)&")
_UNDERSET = re.compile(r"\\(?:underset|overset)\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
_ACCENT = re.compile(r"\\(hat|tilde|bar)\s*(?:\{\s*(\w)\s*\}|(\w))")
_FRACTION = re.compile(r"\\[dt]?frac\s*(\{[^{}]*\}|\w)\s*(\{[^{}]*\}|\w)")
_NAMED = re.compile(r"\\(?:text|mathrm|mathbf|mathcal|operatorname)\s*\{([^{}]*)\}")
_TRANSPOSED = re.compile(r"\\mathsf\s*\{?T\}?")
_MACRO = re.compile(r"\\([A-Za-z]+|.)")


def of_tex(tex: str) -> str:
    r"""
    Write a formula without TeX, as well as a line of text can.

    Parameters
    ----------
    tex : str
        The formula.

    Returns
    -------
    str
        Without a backslash or a brace.

    Examples
    --------
    >>> of_tex(r"\hat y = \sigma(W^{[1]} x) \le \tfrac{1}{2}")
    'ŷ = σ(W[1] x) ≤ 1/2'
    >>> of_tex(r"\frac{\partial \ell}{\partial z} = p - y")
    '∂ℓ/∂z = p - y'
    """
    tex = _UNDERSET.sub(" ", _STRUCTURE.sub(" ", tex))
    tex = _TRANSPOSED.sub("ᵀ", _NAMED.sub(r"\1", tex))
    tex = re.sub(r"([_^])\{(\w+)\}", r"\1\2", tex)
    tex = _ACCENT.sub(lambda found: (found[2] or found[3]) + _ACCENTS[found[1]], tex)
    for _ in range(3):  # fractions of fractions
        tex = _FRACTION.sub(lambda found: f"{_bare(found[1])}/{_bare(found[2])}", tex)
    tex = _MACRO.sub(lambda found: _word(found[1]), tex)
    tex = re.sub(r"\^\s*\{?(?=[\[(ᵀ])", "", tex)
    text = " ".join(re.sub(r"[{}\\~]", "", tex).split())
    text = re.sub(r"(?<=[∂∇(\[√‖]) (?=\S)|(?<=\S) (?=[)\],.;ᵀ‖])", "", text)
    return unicodedata.normalize("NFC", text)


def _bare(group: str) -> str:
    """Drop the braces of a numerator or denominator; keep what is long together."""
    inner = group.strip("{}").strip()
    return inner if re.fullmatch(r"(?:\\[A-Za-z]+ ?)*\S{0,6}", inner) else f"({inner})"


def _word(name: str) -> str:
    """Write one macro."""
    if name in ("mathsf", "mathrm", "mathbf", "mathcal", "text", "operatorname"):
        return ""
    if name == "sqrt":
        return "√"
    if name in _NAMES:
        return f"{name} "
    return _LETTERS.get(name, _SIGNS.get(name, " "))


def of_node(node: nodes.Node) -> str:
    """
    Return the text of a part of a page, formulas as words.

    Parameters
    ----------
    node : docutils.nodes.Node
        The part.

    Returns
    -------
    str
        One line.
    """
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: nodes.Node) -> list[str]:
    """Collect the text below a node, in order."""
    if isinstance(node, nodes.math | nodes.math_block):
        return (
            [of_tex(node.astext())]
            if isinstance(node, nodes.math)
            else [f" {of_tex(node.astext())} "]
        )
    if isinstance(node, nodes.Text):
        return [node.astext()]
    if isinstance(node, nodes.raw | nodes.comment | nodes.Invisible):
        return []
    if isinstance(node, nodes.Element) and node.get("reftype") in ("eq", "numref"):
        return []  # the number of an equation or a figure, which is not known yet
    found = [piece for child in node.children for piece in _pieces(child)]
    return found if isinstance(node, nodes.Inline) else [" ", *found, " "]
