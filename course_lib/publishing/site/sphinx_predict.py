"""The `predict` and `revealed` directives: a question, and all that answers it in one fold.

A chapter writes::

    :::{predict} The squared error instead. Are its gradients larger or smaller?
    :answer: at most one quarter

    Look at the two formulas first.
    :::

    (cells, figures and text that answer)

    :::{revealed}
    :::

Everything between the two stands in a ``details`` element. ``:answer:`` is a phrase of the fold
that gives the answer away: `course_lib.publishing.gates.spoilers` looks that it is not in view.
"""

from html import escape
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from course_lib.publishing.site.raw import raw_html

LOGGER = logging.getLogger(__name__)


class Question(nodes.container):
    """A question whose answer follows it, up to the next `End`."""


class End(nodes.Element):
    """Where an answer ends."""


class Predict(SphinxDirective):
    """The question, and text that helps to find the answer."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = {"answer": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the question."""
        if "answer" not in self.options:
            raise self.error("predict: :answer: is missing, a phrase that gives the answer away.")
        inlines, messages = self.state.inline_text(self.arguments[0], self.lineno)
        node = Question(classes=["predict"], answer=self.options["answer"].strip())
        node.source, node.line = self.get_source_info()
        node += nodes.paragraph("", "Predict, then reveal", classes=["predict-title"])
        node += nodes.paragraph("", "", *inlines, classes=["predict-question"])
        node += messages
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class Revealed(SphinxDirective):
    """The end of an answer."""

    def run(self) -> list[nodes.Node]:
        """Return the mark."""
        return [End()]


class FoldAnswers(SphinxTransform):
    """Move what follows a question into its fold."""

    default_priority = 510

    def apply(self, **_: Any) -> None:
        """Change the page."""
        for node in list(self.document.findall(Question)):
            self._fold(node)
        for mark in list(self.document.findall(End)):
            LOGGER.warning("revealed: no predict before it in this section", location=mark)
            mark.parent.remove(mark)

    def _fold(self, node: Question) -> None:
        """Fold the answer of one question."""
        parent = node.parent
        first = parent.index(node) + 1
        following = list(parent[first:])
        length = next((n for n, each in enumerate(following) if isinstance(each, End)), 0)
        answer = following[:length]
        if not answer or any(isinstance(each, nodes.section | Question) for each in answer):
            LOGGER.warning("predict: no revealed after its answer in this section", location=node)
            return
        del parent[first : first + length + 1]
        phrase = escape(node.attributes.pop("answer"))
        node += raw_html(f'<details class="predict-answer" data-answer="{phrase}">')
        node += raw_html('<summary>Reveal</summary><div class="predict-revealed">')
        node += answer
        node += raw_html("</div></details>")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    app.add_node(Question, html=(_open, _close))
    app.add_directive("predict", Predict)
    app.add_directive("revealed", Revealed)
    app.add_transform(FoldAnswers)
    app.add_css_file("questions.css")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _open(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "div"))


def _close(translator: Any, node: nodes.Element) -> None:
    translator.body.append("</div>\n")
