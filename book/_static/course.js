// What a page does beside being read: wide things scroll by keyboard too and show that they do, paper
// is white, the errata can be filtered. No module: the page may be read from the disk.
(() => {
  "use strict";
  const root = document.documentElement;

  // The theme marks in the contents of the page where the reader is. Without contents it would follow
  // every link of the page, and stop at one that holds the state of a figure.
  if (document.getElementById("pst-page-toc-nav")) document.body.dataset.bsTarget = "#pst-page-toc-nav";
  else delete document.body.dataset.bsSpy;

  // Marks what is wider than its box; the mark goes where its end is in view.
  function mark(box, name, wide) {
    box.classList.toggle(name, wide);
    if (wide) {
      box.tabIndex = 0;
      const atEnd = () => box.classList.toggle("at-end", box.scrollLeft + box.clientWidth >= box.scrollWidth - 2);
      atEnd();
      if (!box.dataset.watched) {
        box.dataset.watched = "true";
        box.addEventListener("scroll", atEnd, { passive: true });
      }
    } else if (box.matches("mjx-container")) {
      box.removeAttribute("tabindex");
    }
  }

  // A formula that is a little too wide is made smaller, hardly below the size of the text around it.
  const SMALLEST = 0.8;
  function fit(formula) {
    formula.dataset.size ??= formula.style.fontSize;
    formula.style.fontSize = formula.dataset.size;
    const ratio = formula.clientWidth / formula.scrollWidth;
    if (ratio < 1 && ratio >= SMALLEST) {
      formula.style.fontSize = `${Math.floor(10 * parseFloat(formula.dataset.size) * ratio - 1) / 10}%`;
    }
  }

  const SCROLLING = { "wide-code": ".bd-article pre", "wide-drawing": ".drawing", "wide-table": ".pst-scrollable-table-container" };

  function markWide() {
    for (const formula of document.querySelectorAll("mjx-container")) {
      if (formula.hasAttribute("display")) fit(formula);
      formula.classList.remove("wide-formula");
      const block = formula.parentElement.closest("p, li, dd, td, th, div, figcaption, summary");
      const wide = formula.hasAttribute("display")
        ? formula.scrollWidth > formula.clientWidth
        : formula.firstElementChild.getBoundingClientRect().right > block.getBoundingClientRect().right + 1;
      mark(formula, "wide-formula", wide);
      // For paper, where the style sheet makes what is too wide as small as it must be.
      const inner = formula.firstElementChild.getBoundingClientRect().width;
      if (formula.hasAttribute("display") && inner) {
        formula.style.setProperty("--width", inner / parseFloat(getComputedStyle(formula).fontSize));
      }
    }
    for (const [name, boxes] of Object.entries(SCROLLING)) {
      for (const box of document.querySelectorAll(boxes)) mark(box, name, box.scrollWidth > box.clientWidth + 1);
    }
  }

  // A link leads to its place also after formulas above it have grown, unless the reader has moved on.
  let hasMoved = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    window.addEventListener(kind, () => { hasMoved = true; }, { once: true, passive: true });
  }

  window.addEventListener("load", async () => {
    await window.MathJax?.startup?.promise;
    markWide();
    if (!hasMoved) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    window.addEventListener("resize", markWide);
    document.addEventListener("toggle", markWide, true);
  });

  // Paper is white, also for a reader who likes dark pages.
  let screenTheme;
  window.addEventListener("beforeprint", () => {
    screenTheme = root.dataset.theme;
    root.dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    root.dataset.theme = screenTheme;
  });

  // The errata are all there, under headings; buttons leave those of one kind.
  const list = document.querySelector("[data-errata-filter]");
  if (list) {
    const entries = [...document.querySelectorAll(".erratum")];
    const status = Object.assign(document.createElement("p"), { className: "errata-status" });
    status.setAttribute("role", "status");
    const choose = (kind) => {
      let left = 0;
      for (const entry of entries) {
        entry.hidden = kind !== "all" && !entry.classList.contains(`erratum-${kind}`);
        left += !entry.hidden;
      }
      for (const section of document.querySelectorAll("article section")) {
        if (section.querySelector(".erratum") && section.parentElement.closest("section")) {
          section.hidden = !section.querySelector(".erratum:not([hidden])");
        }
      }
      for (const button of list.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
      }
      status.textContent = `${left} of ${entries.length} are shown.`;
    };
    for (const kind of ["all", ...JSON.parse(list.dataset.errataFilter)]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: kind });
      button.dataset.kind = kind;
      button.addEventListener("click", () => choose(kind));
      list.append(button);
    }
    list.after(status);
    choose("all");
    // Who comes by a link to one erratum sees it.
    window.addEventListener("hashchange", () => {
      if (document.getElementById(location.hash.slice(1))?.closest("[hidden]")) choose("all");
    });
  }
})();
