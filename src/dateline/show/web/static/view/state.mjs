// What a page shows, in its address: changes in, the query string kept up to date; the back button walks through it.

const VIEW = new Set(["on", "bbox", "days", "names", "pick", "lang", "theme"]);

/** One value of the address, or `usual`. */
export function get(name, usual = "") {
  return new URLSearchParams(location.search).get(name) ?? usual;
}

/** Change values of the address; an empty one goes out. With `push` the back button comes back to what was before. */
export function put(changes, { push = false } = {}) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  const address = addressOf(location.pathname, query);
  if (address === location.pathname + location.search) return;
  history[push ? "pushState" : "replaceState"](null, "", address);
}

/** The filters of the address, which lists obey too, with `changes`: what data is asked with. */
export function asking(path, changes = {}) {
  const query = new URLSearchParams(location.search);
  for (const name of VIEW) query.delete(name);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  return addressOf(path, query);
}

/** An address with readable commas and colons. */
export function addressOf(path, query) {
  const words = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return words ? `${path}?${words}` : path;
}

/** Data of an address as JSON; a later call with the same `slot` ends the earlier one, whose answer is then null. */
export async function load(address, slot = address) {
  running.get(slot)?.abort();
  const control = new AbortController();
  running.set(slot, control);
  try {
    const answer = await fetch(address, { signal: control.signal });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.json();
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw error;
  }
}

const running = new Map();

/** `light` or `dark`: what the page chose, else what the system says. */
export function theme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** True where things should not move by themselves. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** An element with attributes and children; words are text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
