// What every page shares: changes go with the token of this run, forms that decide, fields that complete names.
import { attachSuggestions } from "./suggest.mjs";

const token = document.querySelector('meta[name="dateline-token"]').content;

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Dateline-Token"] = token;
});
for (const name of ["htmx:afterSwap", "htmx:historyRestore"]) {
  document.addEventListener(name, () => attachSuggestions(document));
}

/** Send a change to the server; `fields` is a list of pairs or an object. The answer is a Response. */
export function post(path, fields = {}) {
  return fetch(path, { method: "POST", body: new URLSearchParams(fields), headers: { "X-Dateline-Token": token } });
}

/** Send a form with files. */
export function postForm(path, form) {
  return fetch(path, { method: "POST", body: new FormData(form), headers: { "X-Dateline-Token": token } });
}

/** What a refusal says in words. */
export async function problem(response) {
  try {
    return (await response.json()).error ?? response.statusText;
  } catch {
    return response.statusText || "the server does not answer";
  }
}

// A form that decides: it is sent as it stands, and the page is shown anew with what came of it.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-decide]");
  if (!form) return;
  event.preventDefault();
  const note = form.querySelector("output") ?? form.appendChild(document.createElement("output"));
  note.textContent = "…";
  const response = await post("/decide", [...new FormData(form, event.submitter)]).catch(() => new Response(null, { status: 503 }));
  if (response.ok) location.reload();
  else note.textContent = await problem(response);
});

// While decisions are being weighed or reports read, a line at the foot of the page says so.
const line = document.getElementById("working");
let known = Number(line?.dataset.revision ?? 0);

async function watch() {
  const state = await fetch("/status.json").then((answer) => answer.json(), () => null);
  if (!state) return setTimeout(watch, 3000);
  const busy = state.task || state.waiting;
  line.hidden = !busy && state.revision === known && !state.error;
  line.textContent = state.error || (busy ? words(state) : line.dataset.done);
  if (!busy && state.revision !== known) {
    known = state.revision;
    document.dispatchEvent(new CustomEvent("dateline:weighed", { detail: state }));
  }
  setTimeout(watch, busy ? 500 : 2500);
}

function words(state) {
  const told = line.dataset[state.task === "reading" ? "reading" : "weighing"];
  return state.total > 1 ? `${told} ${state.step} ${state.done}/${state.total}` : told;
}

if (line) watch();
attachSuggestions(document);

// "/" goes to the search, from everywhere but a field.
document.addEventListener("keydown", (event) => {
  const inField = event.target.closest("input, select, textarea, dialog");
  if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
