// Decisions on their way to the server: sent one after the other, kept until the server has them, also over a reload.
import { post, problem } from "./workbench.mjs";

const KEY = "dateline-outbox";
const AGAIN = 1000;
let waiting = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
let running = null;

/** Tell what goes on: `onChange(number waiting, trouble)` after each step; `onDone(entry, ids, error)` for each decision. */
export const outbox = { onChange: () => {}, onDone: () => {}, send, idle, size: () => waiting.length, resume: run };

function send(entry) {
  waiting.push(entry);
  keep();
  return run();
}

function idle() {
  return running ?? Promise.resolve();
}

function keep() {
  sessionStorage.setItem(KEY, JSON.stringify(waiting));
  outbox.onChange(waiting.length, false);
}

function run() {
  running ??= drain().finally(() => (running = null));
  return running;
}

async function drain() {
  while (waiting.length) {
    const entry = waiting[0];
    const fields = entry.tried ? [...entry.fields, ["again", "yes"]] : entry.fields;
    entry.tried = true;
    keep();
    const answer = await post("/decide", fields).catch(() => null);
    if (!answer || answer.status >= 500) {
      outbox.onChange(waiting.length, true);
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      continue;
    }
    if (answer.status === 403) return fresh();
    waiting.shift();
    keep();
    if (answer.ok) outbox.onDone(entry, (await answer.json()).decisions, "");
    else outbox.onDone(entry, [], await problem(answer));
  }
}

// The server was started anew and wants its new token: the page is loaded again, and what waits goes with it.
function fresh() {
  outbox.onChange(waiting.length, true);
  return new Promise(() => setTimeout(() => location.reload(), 200));
}
