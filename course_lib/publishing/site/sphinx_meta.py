"""What others show of a page: description, card, the site's map; and the page for no page."""

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from course_lib.publishing.site.plain_text import of_node

CARD = "card.png"
"""In ``book/_root``: the picture that goes with a link to the site."""
LONGEST = 200
_MISSING = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>No such page · {title}</title>
<style>
body {{ max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.1rem/1.6 system-ui,
sans-serif;
  color: #222; background: #fff }}
a {{ color: #0a58ca }}
@media (prefers-color-scheme: dark) {{ body {{ color: #ddd; background: #14181e }} a {{ color:
#7ab1f3 }} }}
</style>
</head>
<body>
<main>
<h1>This page does not exist</h1>
<p>The address is misspelled, or the page has moved. It may be in the book under another name.</p>
<ul>
<li><a href="{home}/book/index.html">To the first page of the book</a></li>
<li><a href="{home}/search.html">Search the book</a></li>
</ul>
</main>
</body>
</html>
"""


def describe(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give each page a description and the words of its card."""
    if doctree is None:
        return
    own = next((meta["content"] for meta in doctree.findall(nodes.meta)
                if meta.get("name") == "description"), "")  # fmt: skip
    words = own or first_words(doctree)
    title, base = of_node(app.env.titles[name]), app.config.html_baseurl.rstrip("/")
    tags = [] if own or not words else [("name", "description", words)]
    tags += [("property", "og:title", title), ("property", "og:type", "article")]
    tags += [("property", "og:site_name", app.config.project or str(app.config.html_title))]
    if words:
        tags.append(("property", "og:description", words))
    if base:  # these must be whole addresses
        tags.append(("property", "og:url", f"{base}/{name}.html"))
        tags.append(("property", "og:image", f"{base}/{CARD}"))
        tags.append(("name", "twitter:card", "summary_large_image"))
    lines = [f'<meta {kind}="{key}" content="{html.escape(value)}">' for kind, key, value in tags]
    context["metatags"] = "\n".join([context.get("metatags", ""), *lines])


def first_words(doctree: nodes.document) -> str:
    """
    Return the first paragraph of a page, cut after a sentence.

    Parameters
    ----------
    doctree : docutils.nodes.document
        The page.

    Returns
    -------
    str
        At most `LONGEST` characters; empty if the page has no paragraph.
    """
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section):
            return shortened(of_node(paragraph))
    return ""


def shortened(text: str) -> str:
    """
    Cut a text after the last sentence that fits, else after a word.

    Examples
    --------
    >>> shortened("One. Two.")
    'One. Two.'
    >>> shortened("One. " + "x" * 300)
    'One.'
    """
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    end = max(head.rfind(f"{mark} ") for mark in ".?!")
    return head[: end + 1] if end > 0 else f"{head.rpartition(' ')[0]} …"


def write_files(app: Sphinx, error: Exception | None) -> None:
    """Write the page for no page and, where the address of the site is known, its map."""
    if error or app.builder.format != "html":
        return
    base = app.config.html_baseurl.rstrip("/")
    page = _MISSING.format(title=html.escape(app.config.html_title), home=html.escape(base))
    Path(app.outdir, "404.html").write_text(page, encoding="utf-8")
    target = Path(app.outdir, "sitemap.xml")
    target.unlink(missing_ok=True)
    if base:
        target.write_text("\n".join(sitemap(base, sorted(app.env.found_docs))), encoding="utf-8")


def sitemap(base: str, names: list[str]) -> Iterator[str]:
    """Yield the lines of the map of a site."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for name in names:
        yield f"<url><loc>{html.escape(base)}/{name}.html</loc></url>"
    yield "</urlset>\n"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what is done at which step of the build."""
    app.connect("html-page-context", describe)
    app.connect("build-finished", write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
