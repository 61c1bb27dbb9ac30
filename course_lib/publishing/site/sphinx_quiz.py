r"""The `quiz` directive: a self-check question with feedback for each option.

A chapter writes::

    :::{quiz} What is $\sigma(0)$?
    - [ ] 0

      Then $e^{-0}$ would have to be infinite. What is it?

    - [x] One half

      $e^{-0} = 1$, so $\sigma(0) = 1/2$.
    :::

The title is the question; text, a formula or a figure before the list belongs to
it. The first paragraph of an item is the option, marked ``[x]`` right or ``[ ]``
wrong. What follows it (indented, after an empty line) is the feedback, which each
option needs. Each option becomes a ``details`` element: it opens by mouse, touch
and keyboard, is read out by screen readers, and needs no script.
"""

from string import ascii_uppercase
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

MARKS = {"[x] ": ("right", "Right."), "[ ] ": ("wrong", "Not quite.")}


class Quiz(SphinxDirective):
    """One question, its options and the feedback of each."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the question as one container of HTML elements."""
        inlines, messages = self.state.inline_text(self.arguments[0], self.lineno)
        body = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, body)
        options = body.pop() if body.children else None
        if not isinstance(options, nodes.bullet_list):
            raise self.error("quiz: the options are missing. End with a list of [x] and [ ] items.")
        parts = [self._option(*pair) for pair in zip(ascii_uppercase, options, strict=False)]
        if not any(verdict == "right" for verdict, _ in parts):
            raise self.error("quiz: no option is marked [x].")
        quiz = nodes.container(classes=["quiz"])
        quiz += nodes.paragraph("", "", *inlines, classes=["quiz-question"])
        quiz += [*messages, *body.children]
        for _, children in parts:
            quiz += children
        return [quiz]

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
            _html(f'<details class="quiz-option quiz-{verdict}"><summary>'),
            nodes.inline("", letter, classes=["quiz-letter"]),
            label,
            _html('</summary><div class="quiz-feedback">'),
            lead,
            *feedback,
            _html("</div></details>"),
        ]


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("quiz", Quiz)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
