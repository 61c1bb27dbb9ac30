r"""The `quiz` directive: a self-check question with feedback.

A chapter writes::

    :::{quiz} What is $\sigma(0)$?
    - [ ] 0

      Then $e^{-0}$ would have to be infinite. What is it?

    - [x] One half

      $e^{-0} = 1$, so $\sigma(0) = 1/2$.
    :::

    :::{quiz} How many numbers does a 4-3-1 network learn?
    :serves: o2
    :number: 19

    $4 \cdot 3 + 3$ in the first layer, $3 \cdot 1 + 1$ in the second.
    :::

The title is the question; text, a formula or a figure before the list belongs to
it. The first paragraph of an item is the option, marked ``[x]`` right or ``[ ]``
wrong. What follows it (indented, after an empty line) is the feedback, which each
option needs. Each option becomes a ``details`` element: it opens by mouse, touch
and keyboard, is read out by screen readers, and needs no script. Options are put in
the order of their hashes, so that no place is right more often than another.

In a chapter ``:serves:`` names the objectives that the question is for. The traceability page
finds what is missing, and `course_lib.publishing.site.sphinx_map` shows them to the reader.

With ``:number:`` the reader types the answer. It is right within ``:tolerance:``, or half a
unit of the last printed digit; the content is the explanation. Without a script it unfolds.

Questions are numbered on their page. Behind the last one stands the key, for paper alone.
"""

from decimal import Decimal, InvalidOperation
from hashlib import sha256
from html import escape
from string import ascii_uppercase
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from course_lib.publishing.derived.questions import digest_of
from course_lib.publishing.site.raw import raw_html

MARKS = {"[x] ": ("right", "Right."), "[ ] ": ("wrong", "Not quite.")}


class Quiz(SphinxDirective):
    """One question with its options and their feedback, or with a number to type."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = {
        "serves": directives.unchanged_required,
        "number": directives.unchanged_required,
        "tolerance": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the question as one container of HTML elements."""
        inlines, messages = self.state.inline_text(self.arguments[0], self.lineno)
        body = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, body)
        quiz = nodes.container(classes=["quiz"], ids=[f"quiz-{digest_of(self.arguments[0])}"])
        quiz += nodes.paragraph("", "", *inlines, classes=["quiz-question"])
        quiz += messages
        if "number" in self.options:
            quiz["key"] = self.options["number"]
            quiz += self._number(body)
        else:
            quiz["key"], parts = self._choice(body)
            quiz += parts
        return [quiz]

    def _choice(self, body: nodes.Element) -> tuple[str, list[nodes.Node]]:
        """Return the letters of the right options, and the question's text and options."""
        options = body.pop() if body.children else None
        if not isinstance(options, nodes.bullet_list):
            raise self.error("quiz: the options are missing. End with a list of [x] and [ ] items.")
        items = sorted(options, key=lambda item: _hash(self.arguments[0], item.astext()[4:]))
        pairs = list(zip(ascii_uppercase, items, strict=False))
        parts = [self._option(letter, item) for letter, item in pairs]
        right = [letter for letter, (verdict, _) in zip(ascii_uppercase, parts, strict=False)
                 if verdict == "right"]  # fmt: skip
        if not right:
            raise self.error("quiz: no option is marked [x].")
        return " ".join(right), [*body.children, *(node for _, part in parts for node in part)]

    def _option(self, letter: str, item: nodes.Element) -> tuple[str, list[nodes.Node]]:
        """Turn a list item into its verdict and a ``details`` element."""
        option, *feedback = item.children
        start = option.children[0] if option.children else nodes.Text("")
        mark = str(start)[:4]
        if not isinstance(start, nodes.Text) or mark not in MARKS:
            raise self.error(f"quiz: an option starts with [x] or [ ], not {option.astext()!r}.")
        if not feedback:
            raise self.error(f"quiz: the option {option.astext()!r} has no feedback.")
        verdict, words = MARKS[mark]
        label = nodes.inline("", "", nodes.Text(start[4:]), *option.children[1:])
        lead = nodes.paragraph("", "", nodes.strong("", words), classes=["quiz-verdict"])
        return verdict, [
            raw_html(f'<details class="quiz-option quiz-{verdict}"><summary>'),
            nodes.inline("", letter, classes=["quiz-letter"]),
            label,
            raw_html('</summary><div class="quiz-feedback">'),
            lead,
            *feedback,
            raw_html("</div></details>"),
        ]

    def _number(self, body: nodes.Element) -> list[nodes.Node]:
        """Return a field for the number, and a ``details`` element with the explanation."""
        number = self.options["number"].strip()
        tolerance = self.options.get("tolerance", "").strip()
        for name, text in (("number", number), ("tolerance", tolerance or "0")):
            if not _is_decimal(text):
                raise self.error(f"quiz: {name}: {text!r} is no number such as 19 or 0.25.")
        if not body.children:
            raise self.error("quiz: the explanation of the number is missing.")
        allowed = Decimal(tolerance) if tolerance else _half(number)
        return [
            raw_html(
                f'<form class="quiz-number" data-number="{escape(number)}" '
                f'data-tolerance="{allowed}" hidden><label>Your answer '
                '<input type="text" inputmode="decimal" autocomplete="off"></label> '
                '<button type="submit">Check</button> <output role="status"></output></form>'
            ),
            raw_html('<details class="quiz-option quiz-right"><summary>Show the answer</summary>'),
            raw_html('<div class="quiz-feedback">'),
            nodes.paragraph("", "", nodes.strong("", f"{number}."), classes=["quiz-verdict"]),
            *body.children,
            raw_html("</div></details>"),
        ]


class NumberQuizzes(SphinxTransform):
    """Number the questions of a page, and put their key behind the last."""

    default_priority = 500

    def apply(self, **_: Any) -> None:
        """Change the page."""
        found = [node for node in self.document.findall(nodes.container) if "key" in node]
        for number, quiz in enumerate(found, 1):
            quiz[0].insert(0, nodes.inline("", f"{number}. "))
        if found:
            key = ", ".join(f"{n}: {quiz.attributes.pop('key')}" for n, quiz in enumerate(found, 1))
            last = found[-1]
            answers = nodes.paragraph("", f"Answers. {key}.", classes=["quiz-key"])
            last.parent.insert(last.parent.index(last) + 1, answers)


def _hash(question: str, option: str) -> str:
    return sha256(f"{question}\0{option}".encode()).hexdigest()


def _half(number: str) -> Decimal:
    """Return half a unit of the last printed digit."""
    exponent = Decimal(number).as_tuple().exponent
    return Decimal((0, (5,), int(exponent) - 1))


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("quiz", Quiz)
    app.add_transform(NumberQuizzes)
    app.add_js_file("quiz.js", loading_method="defer")
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
