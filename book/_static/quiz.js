// A quiz that asks for a number: the field appears where scripts run, and says whether it is right.
function read(text) {
  const plain = text.trim().replace("−", "-").replace(/^([-+]?\d*),(\d+)$/, "$1.$2");
  const fraction = plain.match(/^([-+]?\d+)\s*\/\s*(\d+)$/);
  if (fraction) {
    return Number(fraction[1]) / Number(fraction[2]);
  }
  return plain === "" ? NaN : Number(plain);
}

for (const form of document.querySelectorAll(".quiz-number")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = read(form.querySelector("input").value);
    const off = Math.abs(answer - Number(form.dataset.number));
    const right = off <= Number(form.dataset.tolerance) * (1 + 1e-9);
    form.dataset.verdict = Number.isNaN(answer) ? "" : right ? "right" : "wrong";
    form.querySelector("output").textContent = Number.isNaN(answer)
      ? "Type a number, such as 3, -0.5 or 1/4."
      : right ? "✓ Right." : "✗ Not quite.";
    if (right) {
      form.nextElementSibling.open = true;
    }
  });
}
