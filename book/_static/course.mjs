// A formula that is wider than its box can be scrolled with the keyboard.
function markWideFormulas() {
  for (const formula of document.querySelectorAll('mjx-container[display="true"]')) {
    if (formula.scrollWidth > formula.clientWidth) {
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
