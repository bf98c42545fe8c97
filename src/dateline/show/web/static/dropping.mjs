// Reports dropped on the page, or chosen: sent to the server, which reads them while pages go on.
import { postForm, problem } from "./workbench.mjs";

const form = document.getElementById("drop");
const files = form.elements.namedItem("reports");
const told = form.querySelector("output");

async function send() {
  if (!files.files.length) return;
  told.textContent = "…";
  const answer = await postForm("/reports", form).catch(() => null);
  if (!answer?.ok) return (told.textContent = answer ? await problem(answer) : form.dataset.failed);
  told.textContent = `${form.dataset.sent} ${(await answer.json()).files}`;
  files.value = "";
  document.addEventListener("dateline:weighed", (event) => finished(event.detail), { once: true });
}

function finished(state) {
  if (!state.problems.length) return location.reload();
  const list = document.createElement("ul");
  for (const line of state.problems) list.append(Object.assign(document.createElement("li"), { textContent: line }));
  told.replaceChildren(form.dataset.left, list);
}

form.addEventListener("submit", (event) => (event.preventDefault(), send()));
for (const name of ["dragover", "dragenter"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("over"));
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  form.classList.remove("over");
  files.files = event.dataTransfer.files;
  form.scrollIntoView({ block: "center" });
  send();
});
