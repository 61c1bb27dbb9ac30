// A formula that is wider than its box scrolls in there, by keyboard too.
function markWideFormulas() {
  for (const formula of document.querySelectorAll("mjx-container")) {
    formula.classList.remove("wide-formula");
    const block = formula.parentElement.closest("p, li, dd, td, th, div, figcaption, summary");
    const wide = formula.hasAttribute("display")
      ? formula.scrollWidth > formula.clientWidth
      : formula.firstElementChild.getBoundingClientRect().right > block.getBoundingClientRect().right + 1;
    formula.classList.toggle("wide-formula", wide);
    if (wide) {
      formula.tabIndex = 0;
    } else {
      formula.removeAttribute("tabindex");
    }
  }
}

window.addEventListener("load", async () => {
  await window.MathJax?.startup?.promise;
  markWideFormulas();
  window.addEventListener("resize", markWideFormulas);
  document.addEventListener("toggle", markWideFormulas, true);
});

// Paper is white, also for a reader who likes dark pages.
const root = document.documentElement;
let screenTheme;
window.addEventListener("beforeprint", () => {
  screenTheme = root.dataset.theme;
  root.dataset.theme = "light";
});
window.addEventListener("afterprint", () => {
  root.dataset.theme = screenTheme;
});
