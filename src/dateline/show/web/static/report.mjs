// A report's text: what is marked is switched here and kept in the address; a claim in the margin lights its words; and
// words the machine missed become a claim.
import { tokens } from "./suggest.mjs";
import { post, problem } from "./workbench.mjs";

const report = document.getElementById("report");

document.getElementById("layers").addEventListener("change", (event) => {
  const hidden = [...event.currentTarget.elements].filter((box) => !box.checked).map((box) => box.name);
  report.dataset.hide = hidden.join(" ");
  const address = new URL(location);
  address.searchParams.set("hide", hidden.join(","));
  history.replaceState(null, "", address);
});

function light(item, on) {
  for (const words of report.querySelectorAll(`.m[data-ids~="${CSS.escape(item.dataset.claim)}"]`)) {
    words.classList.toggle("lit", on);
  }
}
for (const item of report.querySelectorAll(".margin [data-claim]")) {
  for (const name of ["pointerenter", "focusin"]) item.addEventListener(name, () => light(item, true));
  for (const name of ["pointerleave", "focusout"]) item.addEventListener(name, () => light(item, false));
}

// --- a claim that was missed ---
const dialog = document.getElementById("add");
const form = dialog?.querySelector("form");
const roles = {};

/** Where a chosen stretch begins, in characters of the report: the segment's start and what stands before it there. */
function startOf(range) {
  const node = range.startContainer;
  const segment = (node.nodeType === 3 ? node.parentElement : node).closest?.("[data-start]");
  if (!segment) {
    const first = node.childNodes[range.startOffset];
    const inner = first?.matches?.("[data-start]") ? first : first?.querySelector?.("[data-start]");
    return Number(inner?.dataset.start ?? -1);
  }
  const before = document.createRange();
  before.setStart(segment, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return Number(segment.dataset.start) + [...before.toString()].length;
}

function open() {
  const chosen = getSelection();
  const words = chosen.toString().trim();
  const sentence = location.hash && document.getElementById(location.hash.slice(1));
  form.elements.quote.value = words || sentence?.innerText.trim() || "";
  form.elements.start.value = words && chosen.rangeCount ? startOf(chosen.getRangeAt(0)) : sentence?.querySelector("[data-start]")?.dataset.start ?? -1;
  for (const place of form.querySelectorAll("[data-role]")) {
    roles[place.dataset.role] = tokens(place.dataset.kind, place.dataset.label, []);
    place.replaceChildren(roles[place.dataset.role]);
  }
  dialog.showModal();
  form.elements[words ? "type" : "quote"].focus();
}

form?.addEventListener("submit", async (event) => {
  if (event.submitter?.value === "cancel") return;
  event.preventDefault();
  const fields = [["act", "add"], ["document", report.dataset.document], ...new FormData(form)];
  for (const [role, box] of Object.entries(roles)) fields.push(...box.ids.map((id) => [role, id]));
  const answer = await post("/decide", fields).catch(() => null);
  if (answer?.ok) {
    form.querySelector("output").textContent = form.dataset.saved;
    document.addEventListener("dateline:weighed", () => location.reload(), { once: true });
  } else form.querySelector("output").textContent = answer ? await problem(answer) : form.dataset.failed;
});

document.getElementById("add-claim")?.addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  if (event.key === "a" && dialog && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea, dialog")) {
    event.preventDefault();
    open();
  }
});
if (dialog && new URLSearchParams(location.search).has("add")) open();
