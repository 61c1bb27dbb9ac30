// Figures that a reader moves. Each is a module of its own, loaded when its place comes near.
import { Form } from "./form.mjs";

async function begin(host) {
  const name = host.dataset.figure;
  const data = host.querySelector("script.figure-data");
  try {
    const { figure } = await import(`./${name}.mjs`);
    new Form(host, name, figure, data ? JSON.parse(data.textContent) : {});
  } catch (problem) {
    console.warn(`The printed figure stays: ${problem.message}`);
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    begin(target);
  }
}, { rootMargin: "600px" });

// The one that the address names is there at once, and in view.
const named = location.hash.slice(1).split("?")[0];
for (const host of document.querySelectorAll("figure.interactive")) {
  if (host.dataset.figure === named) begin(host).then(() => host.scrollIntoView());
  else near.observe(host);
}
