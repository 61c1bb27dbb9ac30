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

for (const host of document.querySelectorAll("figure.interactive")) near.observe(host);
