// Who holds what: the spells of a place and a day in, its holders on that day and how that stands out.

/** The holders told for a day; those whose days nobody tells only where there are no others. */
export function holdersOn(spells, day) {
  const told = spells.filter((one) => one.id || one.status === "unknown");
  const dated = told.filter((one) => (one.since || one.until) && (one.since ?? "") <= day && (one.until ?? "9999") >= day);
  return dated.length ? dated : told.filter((one) => !one.since && !one.until).map((one) => ({ ...one, undated: true }));
}

/** How a place is drawn: `none`, `unknown`, `undated`, `claimed`, `reported` or `contested`, and its holders, one a side. */
export function standing(spells, day) {
  const holders = holdersOn(spells, day);
  if (!holders.length) return { status: "none", holders };
  if (holders.every((one) => one.status === "unknown")) return { status: "unknown", holders };
  if (holders[0].undated) return { status: "undated", holders };
  if (holders.some((one) => one.status === "contested")) return { status: "contested", holders };
  return { status: holders.some((one) => one.status === "reported") ? "reported" : "claimed", holders };
}

/** One holder for each side: those of one camp are drawn as one. */
export function sides(holders) {
  const found = new Map();
  for (const one of holders.filter((holder) => holder.id)) {
    const side = one.camp || one.id;
    if (!found.has(side)) found.set(side, one);
  }
  return [...found.values()].slice(0, 3);
}

/** Name, colour and letters of every holder, as the server gives them. */
export function keyOf(places) {
  const found = new Map();
  for (const { id, name, colour, letters } of places.flatMap((one) => one.properties.holders)) if (id) found.set(id, { id, name, colour, letters });
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
