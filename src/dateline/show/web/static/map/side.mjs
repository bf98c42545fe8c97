// Beside the map, in words, the same as on it: the key of colours, a table of places, and what was picked.

import { inWords, spanInWords } from "../view/calendar.mjs";
import { standing } from "./holding.mjs";
import { eventMark, holderMark, picture } from "./marks.mjs";
import { drawable } from "./overlays.mjs";
import { GROUPS } from "../view/groups.mjs";
import { element } from "../view/state.mjs";

const ROWS = 400;

/** The key: who is coloured how on this day, what a filling means, and which shape is which kind of event. */
export function drawKey(root, holders, theme, words) {
  const holding = holders.map((one) => row(holderMark(theme, "reported", [one]), one.name));
  const sample = [{ colour: "#5b6470", letters: "" }, { colour: "#9aa3ad", letters: "" }];
  const ways = [
    ["reported", sample.slice(0, 1)], ["claimed", sample.slice(0, 1)], ["contested", sample], ["undated", sample.slice(0, 1)], ["unknown", []],
  ].map(([status, keys]) => row(holderMark(theme, status, keys), words[status]));
  const groups = GROUPS.map((group, at) => row(eventMark(theme, GROUPS.map((_, index) => Number(index === at)), false), words[group]));
  const unsure = row(eventMark(theme, [0, 0, 1, 0, 0], true), words.unsure);
  root.replaceChildren(
    ...(holding.length ? [element("h3", {}, words.holders), element("ul", { class: "key" }, ...holding)] : []),
    element("h3", {}, words.how), element("ul", { class: "key" }, ...ways),
    element("h3", {}, words.events), element("ul", { class: "key" }, ...groups, unsure),
  );
}

function row(mark, words) {
  return element("li", {}, picture(mark), element("span", {}, words));
}

/** The table: each place in view that is held or tells of an event, with who holds it and how that stands. */
export function drawTable(body, places, day, counts, { words, language, pick }) {
  const rows = places
    .map((one) => ({ about: one.properties, told: standing(one.properties.holders, day), events: counts.get(one.properties.id) ?? 0 }))
    .filter((one) => one.events || one.told.holders.length)
    .sort((a, b) => b.events - a.events || a.about.name.localeCompare(b.about.name));
  body.replaceChildren(...rows.slice(0, ROWS).map((one) => tableRow(one, words, language, pick)));
  return rows.length;
}

function tableRow({ about, told, events }, words, language, pick) {
  const button = element("button", { type: "button", class: "link" }, about.name);
  button.addEventListener("click", () => pick(about.id));
  const where = drawable(about) ? null : element("small", {}, ` ${words.wide}`);
  const name = element("th", { scope: "row" }, button, where);
  return element("tr", {}, name, element("td", {}, ...heldBy(told, words, language)), element("td", { class: "number" }, events ? String(events) : "–"));
}

/** Who holds a place, how that stands and since when, in words. */
export function heldBy(told, words, language) {
  if (!told.holders.length) return [words.none];
  if (told.status === "unknown") return [words.unknown];
  const names = told.holders.filter((one) => one.id).flatMap((one, at) => {
    const since = one.since ? ` (${words.since} ${inWords(one.since, language, { day: "numeric", month: "short", year: "numeric" })})` : "";
    return [...(at ? [element("br")] : []), element("a", { href: `/actor/${encodeURIComponent(one.id)}` }, one.name), since];
  });
  return [...names, element("br"), element("small", { class: `status ${told.status}` }, words[told.status])];
}

/** The card of a place or of a spot: its holders, and the events of the days shown. */
export function drawCard(card, { title, href, told, events, zoom }, { words, language, close }) {
  const shut = element("button", { type: "button", class: "close", "aria-label": words.close }, "×");
  shut.addEventListener("click", close);
  const heading = element("h2", {}, href ? element("a", { href }, title) : title);
  const parts = [shut, heading];
  if (told) parts.push(element("p", { class: "held" }, ...heldBy(told, words, language)));
  if (events.length) parts.push(element("ul", { class: "events" }, ...events.map((one) => eventLine({ ...one, name: one.name === title ? "" : one.name }, words, language))));
  else parts.push(element("p", { class: "soft" }, words.noevents));
  if (zoom) {
    const button = element("button", { type: "button" }, words.closer);
    button.addEventListener("click", zoom);
    parts.push(button);
  }
  card.replaceChildren(...parts);
  card.hidden = false;
}

function eventLine({ id, type, group, earliest, latest, sources, contested, name }, words, language) {
  const days = spanInWords(earliest, latest, language, words);
  const told = [days, name, `${sources} ${sources === 1 ? words.source : words.sources}`, contested ? words.disputed : ""];
  const link = element("a", { href: `/event/${encodeURIComponent(id)}` }, type.replaceAll("-", " "));
  return element("li", { class: `group ${group}` }, link, element("small", {}, ` ${told.filter(Boolean).join(" · ")}`));
}
