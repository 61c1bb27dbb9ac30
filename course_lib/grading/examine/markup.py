r"""
Markdown of students and graders: as a safe page, and as safe markdown for pages of others.

Both ways begin with the same parser, with raw HTML off. `rendered` makes HTML for our own
pages: formulas become MathML here, without a script, and what comes out passes an allow-list.
`clean_markdown` writes markdown again for renderers that are not ours (nbgrader's formgrader,
JupyterLab). What it writes holds whatever a renderer makes of it, because of what its text never
has, wherever it stands: ``<`` before a letter, ``](``, ``]:``, ``:/`` outside code, the name of
a TeX command that is not listed here. Nothing is deleted: what could act is shown as text.
"""

import functools
import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

MAX_STRUCTURED = 20_000
"""Longer text than this is shown line by line, without looking for markdown in it."""
MAX_FORMULA = 2_000
DEEPEST = 20
SETTLES = 6  # rounds after which text that still changes is shown line by line

LANGUAGES = ("python", "text", "bash")
_COMMANDS = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi
    pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta
    Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph hbar ell Re Im wp imath jmath
    frac dfrac tfrac cfrac binom dbinom tbinom sqrt sum prod coprod int iint iiint oint limits
    nolimits bigcup bigcap bigoplus bigotimes bigodot bigvee bigwedge lim limsup liminf max min
    sup inf arg det dim exp ln log lg gcd deg ker hom Pr sin cos tan cot sec csc arcsin arccos
    arctan sinh cosh tanh coth operatorname
    pm mp times div cdot ast star circ bullet oplus ominus otimes oslash odot dagger ddagger
    cap cup uplus setminus vee wedge land lor lnot neg top bot
    le leq leqslant ge geq geqslant lt gt ll gg ne neq equiv sim simeq approx cong propto asymp
    doteq prec succ preceq succeq subset supset subseteq supseteq in ni notin mid nmid parallel
    perp models vdash dashv not
    to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow longleftarrow
    longrightarrow longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow mapsto
    longmapsto uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow
    implies impliedby iff hookrightarrow hookleftarrow rightharpoonup leftharpoonup
    rightleftharpoons xrightarrow xleftarrow
    partial nabla infty forall exists nexists emptyset varnothing prime backslash angle triangle
    square therefore because dots ldots cdots vdots ddots dotsc dotsb
    hat widehat bar overline underline vec tilde widetilde dot ddot check breve acute grave
    mathring overrightarrow overleftarrow overbrace underbrace overset underset stackrel
    mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak mathscr boldsymbol bm text textrm
    textbf textit textsf texttt mathop displaystyle textstyle scriptstyle scriptscriptstyle
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm
    lbrace rbrace lbrack rbrack langle rangle lvert rvert lVert rVert vert Vert lfloor rfloor
    lceil rceil quad qquad thinspace bmod pmod mod phantom substack boxed hline
    begin end
"""
COMMANDS = frozenset(_COMMANDS.split())
"""The TeX commands of two letters or more that a formula may have; none loads or defines."""
ENVIRONMENTS = {
    "matrix": "", "pmatrix": "", "bmatrix": "", "Bmatrix": "", "vmatrix": "", "Vmatrix": "",
    "smallmatrix": "", "cases": "", "array": "", "split": "align*", "aligned": "align*",
    "align": "align*", "align*": "align*", "gather": "matrix", "gather*": "matrix",
    "gathered": "matrix", "equation": "matrix", "equation*": "matrix",
}  # fmt: skip
"""Environments of a formula, and as what they are drawn where the converter does not know them."""

_TAGS = """
    p br em strong s code pre ul ol li blockquote hr h3 h4 h5 h6 table thead tbody tr th td a div
    math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover
    mtable mtr mtd mstyle mphantom menclose
"""
TAGS = frozenset(_TAGS.split())
_LOOK = {"mathvariant", "displaystyle", "scriptlevel"}
ATTRIBUTES = {
    "a": {"href"}, "ol": {"start"}, "div": {"class"}, "math": {"display"}, "mstyle": _LOOK,
    "mi": {"mathvariant"}, "mfrac": {"linethickness"}, "mover": {"accent"},
    "munder": {"accentunder"}, "mspace": {"width"}, "menclose": {"notation"},
    "mtd": {"columnalign"},
    "mo": {"stretchy", "fence", "form", "lspace", "rspace", "movablelimits", "minsize", "maxsize"},
    "mtable": {"columnalign", "columnspacing", "rowspacing", "displaystyle"},
}  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto"})

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OPENS_TAG = re.compile(r"<(?=[A-Za-z/!?])")
COMMAND = re.compile(r"\\([A-Za-z]{2,})")
ENVIRONMENT = re.compile(r"\\(begin|end)(?![A-Za-z])(?:\{([A-Za-z]*\*?)\})?")
UPRIGHT = re.compile(r"\\mathrm\{([A-Za-z])\}")
FORMULA = re.compile(r"[\w\s+\-/*=()\[\]{}|.,;:!?'^&\\~%\"<>·×−≤≥≠≈→∂∇∞±]*")
NEVER_RAW = re.compile(r"[\\<>&*_`\[\]$|~#@^]|:(?=/)|(?<=www)\.", re.IGNORECASE)
LINE_START = re.compile(r"^([^\w\s&(\"'])|^(\d+)([.)])")


def clean_markdown(text: str) -> str:
    """
    Write a student's markdown so that any renderer shows it and nothing in it acts.

    Parameters
    ----------
    text : str
        Markdown as it was handed in.

    Returns
    -------
    str
        Markdown with the same words. Emphasis, lists, code and formulas of known commands stay;
        tags, links and pictures are shown as they were typed. Cleaning it again changes nothing.
    """
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for _ in range(SETTLES):
        nodes = _tree(text) if len(text) <= MAX_STRUCTURED else None
        if nodes is None:
            break
        cleaned = "\n\n".join(_blocks(nodes))
        if cleaned == text:
            return text
        text = cleaned
    return _line_by_line(text)


def rendered(text: str | None) -> Markup:
    """
    Render markdown of a student or a grader as HTML in which nothing acts.

    Parameters
    ----------
    text : str or None
        Markdown.

    Returns
    -------
    Markup
        HTML of text, lists, tables, code, MathML, and links to http, https and mailto.
    """
    import nh3

    text = CONTROL.sub("", text or "")
    parser = _page_parser()
    found: dict[str, Any] = {}
    tokens = parser.parse(text, found) if len(text) <= MAX_STRUCTURED else []
    if _too_deep(tokens) or not tokens:
        return Markup("<pre>{}</pre>").format(text) if text.strip() else Markup("")
    page = nh3.clean(
        parser.renderer.render(tokens, parser.options, found),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(page)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep links that name their host, and the one class that we write."""
    if name == "href":
        return value if value.lower().startswith(("http://", "https://", "mailto:")) else None
    if name == "class":
        return value if value == "formula" else None
    return value


def _basic_parser() -> "MarkdownIt":
    """Make a parser of markdown and formulas, without HTML, pictures and definitions of links."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.amsmath import amsmath_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    dollars = {"double_inline": True, "allow_labels": False, "allow_digits": False}
    parser.use(dollarmath_plugin, **dollars).use(amsmath_plugin)
    return parser.disable(["html_block", "html_inline", "reference", "image"])


@functools.cache
def _parser() -> "MarkdownIt":
    """Make the parser of what is stored; links stay text there."""
    return _basic_parser().disable(["autolink", "link"])


@functools.cache
def _page_parser() -> "MarkdownIt":
    """Make the parser of our own pages, which also have links and tables."""
    parser = _basic_parser().enable(["table", "strikethrough"])
    for kind in ("math_inline", "math_inline_double", "math_block", "amsmath"):
        parser.add_render_rule(kind, _render_formula)
    parser.add_render_rule("heading_open", _render_heading)
    parser.add_render_rule("heading_close", _render_heading)
    return parser


def _render_formula(renderer: Any, tokens: Sequence[Any], index: int, *_: Any) -> str:
    token = tokens[index]
    if token.type == "math_inline":
        return mathml(token.content, display=False)
    return f'<div class="formula">{mathml(token.content, display=True)}</div>'


def _render_heading(renderer: Any, tokens: Sequence[Any], index: int, *_: Any) -> str:
    """Put a heading below those of the page."""
    token = tokens[index]
    return f"<{'/' if token.nesting < 0 else ''}h{min(6, int(token.tag[1]) + 2)}>"


def mathml(formula: str, display: bool) -> str:
    """
    Convert a formula to MathML.

    Parameters
    ----------
    formula : str
        TeX without dollars.
    display : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        MathML; the formula as code if it is too long, unknown or wrong.
    """
    from latex2mathml.converter import convert

    as_typed = f"<code>{escape(formula)}</code>"
    if len(formula) > MAX_FORMULA or not _is_inert(formula):
        return as_typed
    try:
        return str(convert(_drawable(formula), display="block" if display else "inline"))
    except Exception:  # a formula that is wrong in whatever way is shown as it was typed
        return as_typed


def _drawable(formula: str) -> str:
    """Write environments and single upright letters as the converter and browsers know them."""
    known = {name: other or name for name, other in ENVIRONMENTS.items()}
    formula = ENVIRONMENT.sub(lambda m: f"\\{m[1]}{{{known[m[2]]}}}", formula)
    return UPRIGHT.sub(r"\\text{\1}", formula)


def _is_inert(formula: str) -> bool:
    """Tell whether a formula has known commands alone, its braces and environments in pairs."""
    if not all(name in COMMANDS for name in COMMAND.findall(formula)):
        return False
    opened: list[str | None] = []
    for step, name in ENVIRONMENT.findall(formula):
        if name not in ENVIRONMENTS or (step == "end" and (not opened or opened.pop() != name)):
            return False
        if step == "begin":
            opened.append(name)
    depths = [0]
    for brace in re.findall(r"(?<!\\)(?:\\\\)*([{}])", formula):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    return not opened and depths[-1] == 0 and min(depths) == 0


def _tree(text: str) -> "list[SyntaxTreeNode] | None":
    """Parse; None if blocks are nested so deep that the parser leaves out what is within."""
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(text)
    return None if _too_deep(tokens) else SyntaxTreeNode(tokens).children


def _too_deep(tokens: "list[Token]") -> bool:
    return any(token.level >= DEEPEST - 2 for token in tokens)


def _blocks(nodes: list["SyntaxTreeNode"]) -> Iterator[str]:
    """Write blocks as markdown; what stands within lists and quotes is made flat, but lists."""
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            yield from _list(node)
        elif node.type == "blockquote":
            for block in _blocks(node.children):
                fenced = block.startswith("```")
                yield block if fenced else "\n".join(f"> {line}" for line in block.split("\n"))
        elif node.type in ("fence", "code_block"):
            yield _fence(node)
        elif node.type in ("math_block", "amsmath"):
            delimited = f"$${node.content}$$" if node.type == "math_block" else node.content
            yield _formula(node.content, node.type) or _lines(_escaped(delimited))
        elif node.type == "hr":
            yield "---"
        elif node.type == "heading":
            title = _one_line(_inline(node.children[0].children))
            yield f"**{title}**" if title and not set(title) & set("*`$") else _lines(title)
        elif node.type == "paragraph":
            yield _lines(_inline(node.children[0].children))


def _list(node: "SyntaxTreeNode") -> Iterator[str]:
    """Write a list, one line an item; anything but text and lists in an item follows it."""
    lines: list[str] = []
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    for item in node.children:
        mark = "- " if number is None else f"{number}. "
        after: list[str] = []
        texts: list[str] = []
        for child in item.children:
            if child.type == "paragraph" and not after and not texts:
                texts.append(_one_line(_inline(child.children[0].children)))
            elif child.type in ("bullet_list", "ordered_list") and texts and not after:
                for block in _list(child):
                    inner = not block.startswith(("```", "$$", "\\", "> "))
                    (texts if inner and not after else after).append(block)
            else:
                after.extend(_blocks([child]))
        head, *nested = texts or [""]
        lines.append(f"{mark}{_lines(head)}".rstrip())
        for block in nested:
            lines.extend(f"{' ' * len(mark)}{line}" for line in block.split("\n"))
        if after:
            yield "\n".join(lines)
            yield from after
            lines = []
        number = None if number is None else min(number + 1, 999_999_999)
    if lines:
        yield "\n".join(lines)


def _fence(node: "SyntaxTreeNode") -> str:
    """Write a block of code; a language that does more than color it is the first line of it."""
    info = node.info.strip() if node.type == "fence" else ""
    language = info if info in LANGUAGES else ""
    code = f"{info}\n{node.content}" if info and not language else node.content
    code = _inert_code(CONTROL.sub("", code)).rstrip("\n")
    longest = max([2, *(len(run) for run in re.findall("`+", code))])
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{code}\n{marks}"


def _inert_code(code: str) -> str:
    """Part by a space what would be a tag, a link or a command if it were no code."""
    code = OPENS_TAG.sub("< ", code)
    code = code.replace("](", "] (").replace("]:", "] :")
    return _parted(code)


def _parted(text: str) -> str:
    """Part the backslash from the names of commands that are not listed."""
    unlisted = COMMANDS - {"begin", "end"}
    return COMMAND.sub(lambda m: m[0] if m[1] in unlisted else f"\\ {m[1]}", text)


def _formula(content: str, kind: str) -> str | None:
    """Write a formula on one line, or None if it is to be shown as text."""
    content = " ".join(content.split())
    if not content or len(content) > MAX_FORMULA or not FORMULA.fullmatch(content):
        return None
    if not _is_inert(content) or "$" in content:
        return None
    stars = ENVIRONMENT.sub(lambda m: m[0].replace("*", "\0"), content)
    content = stars.replace("*", r"\ast ").replace("\0", "*")
    content = content.replace("<", r"\lt ").replace(">", r"\gt ").replace("~~", "~ ~")
    content = content.replace("](", "] (").replace("]:", "] :")
    content = " ".join(re.sub(r"&(?=\S)", "& ", content).split())
    if content.endswith("\\") or content.startswith(("^", "_")):
        return None
    if kind == "amsmath":
        return content
    block = kind != "math_inline" or "\\begin" in content
    return f"$${content}$$" if block else f"${content}$"


def _inline(nodes: list["SyntaxTreeNode"]) -> str:
    """Write what stands in a line; text that was split is one text again before it is escaped."""
    written: list[str] = []
    text = ""
    for position, node in enumerate(nodes):
        before = text or (written[-1] if written else "")
        after = nodes[position + 1] if position + 1 < len(nodes) else None
        piece = _marked(node, before, after)
        if piece is None:
            text += _plain(node)
            continue
        if text:
            written.append(_escaped(text))
            text = ""
        if piece.startswith("$") and written and written[-1].endswith("$"):
            written.append(" ")
        written.append(piece)
    return "".join([*written, _escaped(text)])


def _marked(node: "SyntaxTreeNode", before: str, after: "SyntaxTreeNode | None") -> str | None:
    """Write a node that is more than text, or give None if it shall be text."""
    if node.type in ("math_inline", "math_inline_double"):
        return _formula(node.content, node.type)
    if node.type == "softbreak":
        return "\n"
    if node.type == "hardbreak":
        return "  \n"
    if node.type == "code_inline":
        code = _inert_code(" ".join(node.content.split()))
        raw = code and not set(code) & set("`$\\") and not before.endswith("`")
        return f"`{code}`" if raw else None
    if node.type in ("em", "strong"):
        if not all(child.type == "text" for child in node.children):
            return None
        words = "".join(child.content for child in node.children)
        begins = not before or before[-1].isspace()
        ends = after is None or after.type == "softbreak" or _plain(after)[:1].isspace()
        opens = words[:1].isalnum() or (begins and words[:1].strip())
        closes = words[-1:].isalnum() or (ends and words[-1:].strip())
        if not opens or not closes or before.endswith("*"):
            return None
        mark = "*" if node.type == "em" else "**"
        return f"{mark}{_escaped(words)}{mark}"
    return None


def _plain(node: "SyntaxTreeNode") -> str:
    """Give a node as it was typed."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    inner = "".join(_plain(child) for child in node.children) if node.children else node.content
    return f"{node.markup}{inner}{node.markup}" if node.type != "text" else inner


def _escaped(text: str) -> str:
    """Write text so that no renderer sees more than text in it."""
    text = _parted(re.sub(r"\s+", " ", CONTROL.sub("", text)))
    return NEVER_RAW.sub(lambda m: f"&#{ord(m[0])};", text)


def _lines(text: str) -> str:
    """Keep every line from beginning a block."""
    lines = (line.strip() if not line.endswith("  ") else f"{line.strip()}  "
             for line in text.strip().split("\n"))  # fmt: skip
    return "\n".join(LINE_START.sub(_started, line) for line in lines if line.strip())


def _started(match: re.Match[str]) -> str:
    if match[1]:
        return match[1] if match[1] in "`$*" else f"&#{ord(match[1])};"
    return f"{match[2]}&#{ord(match[3])};"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line_by_line(text: str) -> str:
    """Show text line by line; what looks like markdown is text."""
    decoded = CONTROL.sub("", html.unescape(text))
    paragraphs = re.split(r"\n\s*\n", decoded)
    shown = ("  \n".join(_lines(_escaped(line.strip())) for line in paragraph.split("\n"))
             for paragraph in paragraphs)  # fmt: skip
    return "\n\n".join(filter(None, (each.strip() for each in shown)))
