// Sphinx's search finds pages; this goes on to their sections. It reads search_sections.js, made by
// course_lib/publishing/site/sphinx_search.py, and loads nothing: snippets work from the disk too.
(() => {
  "use strict";
  const { sections, weights, synonyms, homes, later } = courseSearch;
  const PER_PAGE = 3;
  const stemmer = new Stemmer();
  const escaped = (text) => text.replace(/[.*+\-?^${}()|[\]\\]/g, "\\$&");

  // The spelling of the book is American.
  const american = (word) =>
    word
      .replace(/is(ation|ations|e|es|ed|ing|er|ers)$/, (ending) =>
        word.length > 6 && !/(?:wise|noise|precise|otherwise|exercises?|raised?|promised?)$/.test(word)
          ? ending.replace("is", "iz") : ending)
      .replace(/our(s|al|ed|ing)?$/, (ending) => (/^(?:behavi|col|fav|neighb|lab)our/.test(word) ? ending.replace("our", "or") : ending));
  const words = (text) => text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
  const plain = (text) => words(text).map(american).join(" ");
  // A word is found by its stem, at the beginning of a word.
  const pattern = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}[\\p{L}\\p{N}]*`, "giu");
  const stems = (text) =>
    words(text).filter((word) => !stopwords.includes(word)).map((word) => stemmer.stemWord(word).replace(/[iy]$/, ""));

  // What was asked for, and what else it may be called: each with what it counts.
  function questions(query) {
    const asked = plain(query);
    const found = new Map([[asked, 1]]);
    for (let [name, others] of Object.entries(synonyms)) {
      name = plain(name);
      const place = new RegExp(`(?<!\\S)${escaped(name)}s?(?!\\S)`);
      if (!place.test(asked)) continue;
      const worth = asked.replace(/s$/, "") === name.replace(/s$/, "") ? 0.9 : 0.7;
      for (const other of others) {
        const text = asked.replace(place, plain(other));
        if (!found.has(text)) found.set(text, worth);
      }
    }
    return [...found];
  }

  const count = (text, expression) => (text.match(expression) ?? []).length;

  function score(section, terms, phrase, pages) {
    const [page, pageTitle, title, anchor, text, labels] = section;
    let sum = 0;
    let seen = 0;
    for (const term of terms) {
      const often = count(text, term);
      const headed = count(title, term);
      const labeled = labels.some((label) => count(label, term));
      if (often || headed || labeled) seen += 1;
      sum += (headed ? 6 : 0) + (often ? 1 + Math.min(Math.log2(often), 3) : 0) + (labeled ? 8 : 0);
      sum += anchor && count(pageTitle, term) ? 2 : 0;
    }
    if (!seen) return 0;
    const here = plain(title);
    if (terms.length > 1 && plain(text).includes(phrase)) sum += 4;
    if (here.includes(phrase)) sum += here === phrase ? 8 : 4;
    if (pages.has(page)) sum += 1;
    const home = homes[phrase] ?? homes[phrase.replace(/s$/, "")] ?? homes[`${phrase}s`];
    if (home && home[0] === page && home[1] === anchor) sum += 14;
    return sum * (seen / terms.length) ** 2 * weights[page] * (later.some((words) => title.toLowerCase().startsWith(words)) ? 0.5 : 1);
  }

  function find(query) {
    const best = new Map();
    for (const [text, worth] of questions(query)) {
      const parsed = Search._parseQuery(text);
      const pages = new Set(Search._performSearch(...parsed).map((result) => result[0]));
      const terms = stems(text).map(pattern);
      if (!terms.length) continue;
      for (const section of sections) {
        const points = worth * score(section, terms, text, pages);
        if (points > (best.get(section)?.points ?? 0)) best.set(section, { section, points, terms });
      }
    }
    const all = [...best.values()].sort((a, b) => b.points - a.points);
    const least = (all[0]?.points ?? 0) / 20;
    // Chapters first: the best place in one leads, if it is not far behind.
    const first = all.findIndex(({ section, points }) => weights[section[0]] === 1 && points > all[0].points / 2);
    if (first > 0) all.unshift(...all.splice(first, 1));
    const taken = {};
    return all.filter(({ section, points }) => {
      taken[section[0]] = (taken[section[0]] ?? 0) + 1;
      return points > least && taken[section[0]] <= (weights[section[0]] < 0.3 ? 1 : PER_PAGE);
    });
  }

  // The words around the first find, which is marked.
  function snippet(text, terms) {
    const starts = terms.map((term) => text.search(term)).filter((start) => start >= 0);
    let from = Math.max(0, Math.min(...(starts.length ? starts : [0])) - 80);
    if (from > 0) from = text.indexOf(" ", from) + 1;
    let piece = text.slice(from, from + 220);
    if (from + 220 < text.length) piece = `${piece.slice(0, piece.lastIndexOf(" "))} …`;
    const shown = document.createElement("p");
    shown.className = "context";
    shown.append(from > 0 ? "… " : "");
    const any = new RegExp(terms.map((term) => term.source).join("|"), "giu");
    let end = 0;
    for (const found of piece.matchAll(any)) {
      shown.append(piece.slice(end, found.index));
      shown.appendChild(document.createElement("mark")).textContent = found[0];
      end = found.index + found[0].length;
    }
    shown.append(piece.slice(end));
    return shown;
  }

  function show({ section, terms }) {
    const [page, pageTitle, title, anchor, text] = section;
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = page + DOCUMENTATION_OPTIONS.LINK_SUFFIX + (anchor ? `#${anchor}` : "");
    link.textContent = anchor ? `${pageTitle} › ${title}` : pageTitle;
    if (text) item.append(snippet(text, terms));
    return item;
  }

  Search.query = (query) => {
    const found = find(query);
    Search.output.append(...found.map(show));
    Search.stopPulse();
    Search.title.innerText = "Search results";
    Search.status.setAttribute("role", "status");
    const pages = new Set(found.map(({ section }) => section[0])).size;
    Search.status.innerText = found.length
      ? `${found.length} ${found.length > 1 ? "places" : "place"} on ${pages} ${pages > 1 ? "pages" : "page"}.`
      : "Nothing found. Try another word, or look into the glossary.";
  };
})();
