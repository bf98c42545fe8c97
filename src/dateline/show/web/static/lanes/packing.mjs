// Where events stand on their lanes: events and an axis in, lanes with rows on which no mark covers another out.

import { later } from "../view/calendar.mjs";

const SOFT = 30; // pixels over which an end nobody tells fades
const LEAST = 11;
const GAP = 3;
const CLOSED = 5; // rows of a lane that is not opened

/** The lanes of events, those of most events first; events on no lane share the last one. */
export function lanesOf(events, rest) {
  const found = new Map();
  const none = { id: "", name: rest, events: [] };
  for (const one of events) {
    if (!one.lanes.length) none.events.push(one);
    for (const { id, name } of one.lanes) {
      if (!found.has(id)) found.set(id, { id, name, events: [] });
      found.get(id).events.push(one);
    }
  }
  const lanes = [...found.values()].sort((a, b) => b.events.length - a.events.length || a.name.localeCompare(b.name));
  return none.events.length ? [...lanes, none] : lanes;
}

/** From where to where an event reaches on the axis, and which ends are soft; null outside of it. */
export function reach({ earliest, latest }, axis) {
  const start = earliest ?? latest, end = latest ?? earliest;
  if (end < axis.first || start > axis.last) return null;
  const softStart = !earliest, softEnd = !latest;
  let from = axis.x(start) - (softStart ? SOFT : 0), until = axis.x(later(end, 1)) + (softEnd ? SOFT : 0);
  const spare = LEAST - (until - from);
  if (spare > 0) [from, until] = [from - spare / 2, until + spare / 2];
  // What goes on beyond the paper is cut at its edge: a soft end would say that the day is not told.
  const [left, right] = [axis.left - (softStart ? SOFT : 4), axis.right + (softEnd ? SOFT : 4)];
  return { from: Math.max(from, left), until: Math.min(until, right), softStart, softEnd, exact: earliest === latest };
}

/** Where the words of a mark stand: beside a point, in a bar; to the left where the paper ends. */
function words(one, wide, axis) {
  const middle = (one.from + one.until) / 2;
  const left = one.exact ? middle + 9 : one.from + (one.softStart ? 14 : 6);
  if (left + wide <= axis.right + 30) return { at: left, until: left + wide };
  const right = one.exact ? middle - 9 : one.until - 8;
  return { at: right, until: right, ended: true, from: right - wide };
}

/** Give each event of a lane the first row that is free; `wide` tells how wide its words are. What finds none is counted. */
export function pack(lane, axis, wide, open) {
  const ends = [], marks = [];
  let hidden = 0;
  const inside = lane.events.map((event) => ({ event, ...reach(event, axis) })).filter((one) => one.from !== undefined);
  const placed = inside.map((one) => ({ ...one, label: words(one, wide(one.event), axis) }));
  const start = (one) => Math.min(one.from, one.label.from ?? one.from);
  placed.sort((a, b) => start(a) - start(b) || (a.event.id < b.event.id ? -1 : 1));
  for (const one of placed) {
    let row = ends.findIndex((end) => end + GAP <= start(one));
    if (row < 0) row = ends.length;
    if (row >= CLOSED && !open) {
      hidden += 1;
      continue;
    }
    ends[row] = Math.max(one.until, one.label.until);
    marks.push({ ...one, row });
  }
  return { ...lane, marks, hidden, rows: Math.max(1, ends.length), total: inside.length };
}
