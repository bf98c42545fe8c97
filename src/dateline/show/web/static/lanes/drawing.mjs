// The lanes as SVG: packed lanes and an axis in, elements out; every mark is a link to its event.

import { later, spanInWords } from "../view/calendar.mjs";
import { GROUPS, SHAPES, drawnGroup } from "../view/groups.mjs";

const SVG = "http://www.w3.org/2000/svg";
export const ROW = 18, HEAD = 30, PAD = 7, NAME = 15;

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** How high a lane is; on narrow paper its name stands above its rows. */
export const heightOf = (lane, narrow) => lane.rows * ROW + PAD * 2 + (narrow ? NAME : 0);

/** Gradients for bars whose ends nobody tells. */
export function gradients() {
  const ends = [["soft-shut", [0, 1, 1]], ["shut-soft", [1, 1, 0]], ["soft-soft", [0, 1, 0]]];
  return svg("defs", {}, ...GROUPS.flatMap((group) => ends.map(([name, stops]) =>
    svg("linearGradient", { id: `${group}-${name}` }, ...stops.map((opacity, at) => svg("stop", { offset: at / 2, class: group, "stop-opacity": opacity }))))));
}

/** Ticks: a line down and words above. */
export function ticks(axis, bottom, language) {
  return svg("g", { class: "ticks", "aria-hidden": "true" }, ...axis.ticks(language).flatMap(({ words, x }) => [
    svg("line", { x1: x, x2: x, y1: HEAD - 6, y2: bottom }),
    svg("text", { x: x + 3, y: HEAD - 12 }, words),
  ]));
}

/** One lane: a line, its name, and its marks. */
export function laneGroup(lane, top, axis, { width, narrow, words, language, href, open, labels }) {
  const shift = top + PAD + (narrow ? NAME : 0);
  const count = `${lane.total}`;
  const name = svg("text", { x: 10, y: narrow ? top + 16 : top + PAD + 13, class: "lane-name" }, fitting(lane.name, narrow ? width - 80 : axis.left - 52));
  const title = lane.id ? svg("a", { href: href(lane.id) }, name) : name;
  const number = svg("text", { x: narrow ? width - 10 : axis.left - 14, y: narrow ? top + 16 : top + PAD + 13, class: "count" }, count);
  const more = lane.hidden || open ? opener(lane, narrow ? width - 34 : 10, narrow ? top + 16 : top + PAD + 30, open, words, narrow) : null;
  return svg("g", { class: "lane", role: "group", "aria-label": `${lane.name}: ${lane.total}` },
    svg("line", { x1: 0, x2: width, y1: top, y2: top, class: "rule" }), title, number, more,
    ...lane.marks.map((one) => markLink(one, shift + one.row * ROW, { words, language, labels })));
}

function opener(lane, x, y, open, words, ended) {
  const text = open ? words.fewer : words.more.replace("{count}", lane.hidden);
  return svg("text", { x, y, "text-anchor": ended ? "end" : null, class: "opener", role: "button", tabindex: 0, "data-lane": lane.id, "aria-expanded": String(open) }, text);
}

function fitting(name, width) {
  const most = Math.floor(width / 7);
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

function markLink(one, y, { words, language, labels }) {
  const { event } = one, group = drawnGroup(event.group), type = event.type.replaceAll("-", " ");
  const days = spanInWords(event.earliest, event.latest, language, words);
  const said = `${type}, ${days}, ${event.sources} ${event.sources === 1 ? words.source : words.sources}${event.contested ? `, ${words.disputed}` : ""}`;
  const label = labels ? svg("text", { x: one.label.at, y: y + 12, "text-anchor": one.label.ended ? "end" : null }, type) : null;
  return svg("a", { href: `/event/${encodeURIComponent(event.id)}`, class: `mark ${group}${event.contested ? " contested" : ""}`, tabindex: -1, "aria-label": said, "data-first": event.earliest ?? event.latest, "data-last": event.latest ?? event.earliest },
    svg("title", {}, said), one.exact ? point(one, y, group) : bar(one, y, group), label);
}

function point({ from, until }, y, group) {
  const x = (from + until) / 2, middle = y + 8, size = 5;
  if (SHAPES[group]) return svg("polygon", { points: SHAPES[group].map(([right, down]) => `${(x + right * size).toFixed(1)},${(middle + down * size).toFixed(1)}`).join(" ") });
  if (group === "deal") return svg("rect", { x: x - size * 0.6, y: middle - size, width: size * 1.2, height: size * 2, rx: size * 0.6 });
  return svg("circle", { cx: x, cy: middle, r: size });
}

/** A pale bar on a firm line, both fading where an end is not told. */
function bar({ from, until, softStart, softEnd }, y, group) {
  const ends = `${softStart ? "soft" : "shut"}-${softEnd ? "soft" : "shut"}`;
  const parts = [[y + 1, 14, "pale"], [y + 12.5, 2.5, "firm"]].map(([top, height, looks]) => {
    const part = svg("rect", { x: from, y: top, width: until - from, height, class: looks });
    if (ends !== "shut-shut") part.style.fill = `url(#${group}-${ends})`;
    return part;
  });
  return svg("g", {}, ...parts);
}

/** The band of one day, for the slider. */
export function cursor(day, axis, bottom) {
  return svg("rect", { class: "cursor", x: axis.x(day), width: Math.max(2, axis.x(later(day, 1)) - axis.x(day)), y: HEAD - 6, height: bottom - HEAD + 6 });
}
