// The review: keys and buttons over a queue of claims; what is decided is sent behind the scenes while the next one shows.
import { post } from "./workbench.mjs";
import { outbox } from "./outbox.mjs";
import { tokens } from "./suggest.mjs";

const USUAL = { accept: "y", reject: "n", unsure: "u", flag: "f", undo: "z", next: "j", previous: "k", edit: "e", merge: "m", split: "s", add: "a", help: "?" };
const KEYS = "dateline-keys";
const DONE = "dateline-done";
const page = document.getElementById("review");
const desk = document.getElementById("item");
const queue = document.getElementById("queue");
const why = document.getElementById("why");
const saved = document.getElementById("saved");
const texts = document.getElementById("texts").dataset;
const cache = new Map();
let keys = { ...USUAL, ...JSON.parse(localStorage.getItem(KEYS) ?? "{}") };
let done = JSON.parse(sessionStorage.getItem(DONE) ?? "[]");

// --- where we are ---
const items = () => [...queue.children];
const current = () => queue.querySelector('[aria-current="true"]')?.parentElement ?? null;
const shown = () => desk.querySelector(".item");

async function show(item, keepFocus = false) {
  queue.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
  item.firstElementChild.setAttribute("aria-current", "true");
  item.scrollIntoView({ block: "nearest" });
  await load(item.dataset.id);
  if (!keepFocus) document.getElementById("main").focus({ preventScroll: true });
  for (const next of items().slice(items().indexOf(item) + 1, items().indexOf(item) + 4)) fetched(next.dataset.id);
}

async function load(id) {
  const html = await fetched(id);
  if (current()?.dataset.id !== id && current()) return;
  desk.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const address = new URL(location);
  address.searchParams.set("claim", id);
  history.replaceState(null, "", address);
}

function fetched(id) {
  if (!cache.has(id)) {
    const asked = fetch(`/review/${encodeURIComponent(id)}`).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
    cache.set(id, asked);
    asked.catch(() => cache.delete(id));
  }
  return cache.get(id);
}

async function step(by) {
  const all = items();
  const at = all.indexOf(current()) + by;
  if (all[at]) return show(all[at]);
  if (by > 0) return refill();
}

/** Go to the next claim that waits; at the end of the list, fetch more. */
async function advance() {
  const all = items();
  const next = all.slice(all.indexOf(current()) + 1).find((item) => !item.dataset.said);
  return next ? show(next) : refill();
}

async function refill() {
  await outbox.idle();
  const address = new URL(location);
  address.searchParams.delete("claim");
  const html = await fetch(address).then((answer) => answer.text());
  const fresh = new DOMParser().parseFromString(html, "text/html");
  queue.replaceChildren(...fresh.getElementById("queue").children);
  document.querySelector(".queues").replaceWith(fresh.querySelector(".queues"));
  if (document.getElementById("bulk-count")) document.getElementById("bulk-count").textContent = queue.children.length;
  desk.replaceChildren(...fresh.getElementById("item").childNodes);
  cache.clear();
  history.replaceState(null, "", address);
}

// --- decisions ---
function decide(act, about, fields = [], mark = act) {
  const pairs = [["act", act], ...about.map((id) => ["about", id]), ...fields];
  if (why.value.trim()) pairs.push(["why", why.value.trim()]);
  why.value = "";
  for (const id of about) {
    cache.delete(id);
    const item = items().find((one) => one.dataset.id === id);
    if (item) item.dataset.said = mark;
  }
  outbox.send({ about, act, fields: pairs });
}

outbox.onChange = (waiting, trouble) => {
  saved.dataset.state = trouble ? "failed" : waiting ? "saving" : "saved";
  saved.textContent = trouble ? `${saved.dataset.failed} (${waiting})` : waiting ? `${saved.dataset.saving} ${waiting} …` : saved.dataset.saved;
};
outbox.onDone = (entry, ids, error) => {
  if (error) {
    saved.dataset.state = "failed";
    saved.textContent = error;
    for (const id of entry.about) items().find((one) => one.dataset.id === id)?.removeAttribute("data-said");
    return;
  }
  for (const id of entry.about) cache.delete(id);
  if (entry.act !== "undo") remember([...done, { claims: entry.about, ids }]);
  const open = shown()?.dataset.id;
  if (entry.act !== "accept" && entry.act !== "reject" && entry.about.includes(open)) load(open);
};

function remember(list) {
  done = list.slice(-200);
  sessionStorage.setItem(DONE, JSON.stringify(done));
}

async function undo() {
  await outbox.idle();
  const last = done.at(-1);
  remember(done.slice(0, -1));
  const ids = last ? last.ids : [];
  await outbox.send({ about: ids, act: "undo", fields: [["act", "undo"], ...ids.map((id) => ["about", id])] });
  cache.clear();
  const back = items().find((item) => last?.claims.includes(item.dataset.id));
  for (const item of items()) if (last?.claims.includes(item.dataset.id)) delete item.dataset.said;
  if (back) return show(back);
  if (last?.claims.length) return load(last.claims[0]);
  return refill();
}

// --- dialogs ---
const dialog = document.getElementById("ask");

function ask(title, ...body) {
  document.getElementById("ask-title").textContent = title;
  document.getElementById("ask-body").replaceChildren(...body);
  dialog.returnValue = "";
  dialog.showModal();
  (dialog.querySelector("#ask-body input, #ask-body select, #ask-body button") ?? document.getElementById("ask-ok")).focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok"), { once: true }));
}

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function select(options, value) {
  return make("select", {}, ...options.map((option) => make("option", { value: option, textContent: option, selected: option === value })));
}

function editor(field, cell, label) {
  const choices = document.getElementById("choices").dataset;
  const ids = cell.dataset.ids.split(" ").filter(Boolean);
  const names = cell.dataset.names.split("\t");
  if (field === "type" || field === "modality") {
    const box = select((field === "type" ? choices.types : choices.modes).split(" "), cell.dataset.text);
    box.setAttribute("aria-label", label);
    return [box, () => [["value", JSON.stringify(box.value)]]];
  }
  if (field === "time") {
    const ends = ["earliest", "latest"].map((end) => make("input", { type: "date", name: end, value: cell.dataset[end] }));
    const box = make("div", { className: "ends" }, make("label", {}, texts.from, " ", ends[0]), make("label", {}, texts.to, " ", ends[1]));
    return [box, () => ends.map((end) => [end.name, end.value])];
  }
  const box = tokens(field === "places" ? "places" : "actors", label, ids.map((id, at) => ({ id, name: names[at] ?? id })));
  return [box, () => [["value", JSON.stringify(box.ids)]]];
}

async function edit(field) {
  const row = desk.querySelector(`tr[data-field="${field}"]`);
  const label = row.querySelector("th").textContent;
  const [box, value] = editor(field, row.querySelector(".value"), label);
  const id = shown().dataset.id;
  if (await ask(label, box)) decide("change", [id], [["field", field], ...value()], "changed");
}

async function chooseField() {
  const fields = [...desk.querySelectorAll("[data-edit]")];
  let chosen = "";
  const buttons = fields.map((button, at) => {
    const name = button.closest("tr").querySelector("th").textContent;
    const pick = make("button", { type: "button", value: button.dataset.edit }, make("kbd", { textContent: String(at + 1) }), ` ${name}`);
    pick.addEventListener("click", () => ((chosen = button.dataset.edit), dialog.close("ok")));
    return pick;
  });
  const pressed = (event) => buttons[Number(event.key) - 1]?.click();
  dialog.addEventListener("keydown", pressed);
  await ask(texts.edit, make("div", { className: "choices" }, ...buttons));
  dialog.removeEventListener("keydown", pressed);
  if (chosen) await edit(chosen);
}

async function merge() {
  const things = [...desk.querySelectorAll(".fields td.value a[href^='/actor/'], .fields td.value a[href^='/place/']")];
  const options = [...new Map(things.map((link) => [link.getAttribute("href"), link.textContent])).entries()];
  if (!options.length) return;
  const box = make("select", {}, ...options.map(([href, name]) => make("option", { value: href, textContent: name })));
  const field = make("div");
  const renew = () => field.replaceChildren(tokens(box.value.startsWith("/place/") ? "places" : "actors", texts.mergeInto, []));
  box.addEventListener("change", renew);
  renew();
  const asked = ask(texts.mergeActor, make("label", {}, box), make("p", { textContent: texts.mergeInto }), field);
  if (!(await asked)) return;
  const [keep] = field.firstElementChild.ids;
  const other = decodeURIComponent(box.value.split("/").at(-1));
  if (keep && keep !== other) decide("merge", [keep], [["other", other]], "merge");
}

async function split() {
  const { event, id } = shown().dataset;
  if (!event) return ask(texts.noEvent);
  if (await ask(texts.split)) decide("split", [event], [["other", id]], "split");
}

async function acceptAll(button) {
  const open = items().filter((item) => !item.dataset.said);
  if (!open.length) return;
  if (await ask(`${button.dataset.ask} (${open.length})`)) {
    decide("accept", open.map((item) => item.dataset.id));
    await refill();
  }
}

// --- keys ---
function judge(act) {
  const item = shown();
  if (!item) return;
  const id = item.dataset.id;
  decide(act, [id]);
  return advance();
}

function help() {
  const list = document.getElementById("keys");
  list.replaceChildren(
    ...Object.keys(USUAL).map((act) => {
      const title = document.querySelector(`#acts [data-act="${act}"]`).lastChild.textContent.trim();
      const field = make("input", { value: keys[act], maxLength: 1, size: 2 });
      field.addEventListener("input", () => {
        if (!field.value || /[0-9/]/.test(field.value)) return;
        keys[act] = field.value.toLowerCase();
        localStorage.setItem(KEYS, JSON.stringify(keys));
        label();
      });
      return make("li", {}, make("label", {}, field, ` ${title}`));
    }),
  );
  document.getElementById("help").showModal();
}

function label() {
  for (const button of document.querySelectorAll("#acts [data-act]")) {
    button.querySelector("kbd").textContent = keys[button.dataset.act];
  }
}

const ACTS = {
  accept: () => judge("accept"),
  reject: () => judge("reject"),
  unsure: () => judge("unsure"),
  flag: () => shown() && decide("flag", [shown().dataset.id]),
  undo,
  next: () => step(1),
  previous: () => step(-1),
  edit: () => shown() && chooseField(),
  merge: () => shown() && merge(),
  split: () => shown() && split(),
  add: () => {
    if (!shown()) return;
    const address = new URL(shown().dataset.address, location);
    address.searchParams.set("add", "yes");
    location.assign(address);
  },
  help,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  if (/^[1-9]$/.test(event.key)) {
    desk.querySelectorAll("[data-type]")[Number(event.key) - 1]?.click();
    return event.preventDefault();
  }
  const act = Object.keys(keys).find((name) => keys[name] === event.key.toLowerCase());
  if (!act) return;
  event.preventDefault();
  if (!page.hasAttribute("aria-busy")) ACTS[act]();
});

page.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.act) ACTS[button.dataset.act]();
  else if (button.dataset.edit) edit(button.dataset.edit);
  else if (button.dataset.type) {
    decide("change", [shown().dataset.id], [["field", "type"], ["value", JSON.stringify(button.dataset.type)]], "changed");
    advance();
  } else if (button.classList.contains("pick")) show(button.parentElement, true);
  else if (button.id === "accept-all") acceptAll(button);
  else if (button.id === "keys-reset") {
    keys = { ...USUAL };
    localStorage.removeItem(KEYS);
    label();
    document.getElementById("help").close();
  }
});

document.getElementById("coder").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("coder").addEventListener("change", async (event) => {
  await outbox.idle();
  const answer = await post("/who", { who: event.target.value });
  if (answer.ok) {
    remember([]);
    location.assign("/review");
  }
});

/** Decisions of before a reload are sent first, and the queue is then asked for anew: it must not offer them again. */
async function restore() {
  if (!outbox.size()) return;
  page.setAttribute("aria-busy", "true");
  outbox.onChange(outbox.size(), false);
  outbox.resume();
  await refill();
  page.removeAttribute("aria-busy");
}

label();
restore();
if (current()) for (const next of items().slice(1, 4)) fetched(next.dataset.id);
