// The slider of days: counts by day in, a day chosen by hand, by arrow keys or by playing out.

import { fromNumber, inWords, isDay, later, toNumber } from "./calendar.mjs";
import { GROUPS, drawnGroup } from "./groups.mjs";
import { still } from "./state.mjs";

const PACE = 900; // milliseconds a day while playing
const STRIDES = 240; // a long war is played in strides of several days, so that it ends within minutes
const HIGH = 34;

export class Timebar {
  /** `root` holds the controls; `choose(day, settled)` is told of every day, settled once the hand lets go. */
  constructor(root, language, choose) {
    Object.assign(this, { root, language, choose, playing: null });
    this.range = root.querySelector("input[type=range]");
    this.date = root.querySelector("input[type=date]");
    this.play = root.querySelector("[data-do=play]");
    this.chart = root.querySelector("svg");
    this.range.addEventListener("input", () => this.go(fromNumber(Number(this.range.value)), false));
    this.range.addEventListener("change", () => this.go(fromNumber(Number(this.range.value)), true));
    this.date.addEventListener("change", () => isDay(this.date.value) && this.go(this.date.value, true));
    this.play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
    for (const [name, step] of [["earlier", -1], ["later", 1]]) root.querySelector(`[data-do=${name}]`).addEventListener("click", () => this.step(step));
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** Take the days of the record: where the slider begins and ends, and what is told of each day. */
  fill({ first, last, days }, on) {
    this.first = on && on < first ? on : first;
    this.last = on && on > last ? on : last;
    this.days = days;
    this.range.min = toNumber(this.first);
    this.range.max = toNumber(this.last);
    this.date.min = this.date.max = "";
    this.draw();
    this.show(on || this.last);
  }

  /** Show a day without telling anybody. */
  show(day) {
    this.day = day;
    this.range.value = toNumber(day);
    this.date.value = day;
    this.range.setAttribute("aria-valuetext", inWords(day, this.language));
    this.root.querySelector("output").textContent = inWords(day, this.language);
    this.root.style.setProperty("--at", String((toNumber(day) - toNumber(this.first)) / Math.max(1, toNumber(this.last) - toNumber(this.first))));
  }

  go(day, settled) {
    this.show(day);
    this.choose(day, settled);
  }

  step(days) {
    const day = later(this.day, days);
    if (day >= this.first && day <= this.last) this.go(day, true);
  }

  /** Left and right step a day wherever they have no other meaning. */
  key(event) {
    const busy = event.target.closest?.("input, select, textarea, .maplibregl-canvas, [contenteditable], dialog");
    if (busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.step(step);
  }

  start() {
    if (this.day >= this.last) this.go(this.first, false);
    this.play.setAttribute("aria-pressed", "true");
    this.playing = setInterval(() => this.tick(), still() ? PACE * 2 : PACE);
  }

  tick() {
    if (this.day >= this.last) return this.stop();
    const stride = Math.max(1, Math.round((toNumber(this.last) - toNumber(this.first)) / STRIDES));
    const day = later(this.day, stride);
    this.go(day > this.last ? this.last : day, false);
  }

  stop() {
    clearInterval(this.playing);
    this.playing = null;
    this.play.setAttribute("aria-pressed", "false");
    this.choose(this.day, true);
  }

  /** Bars behind the slider: how much is told of each day, by group. */
  draw() {
    const from = toNumber(this.first), count = toNumber(this.last) - from + 1;
    const bins = Math.min(count, 180), per = count / bins;
    const stacks = Array.from({ length: bins }, () => new Map());
    for (const [day, groups] of Object.entries(this.days)) {
      const bin = Math.floor((toNumber(day) - from) / per);
      if (!stacks[bin]) continue;
      for (const [group, number] of Object.entries(groups)) stacks[bin].set(drawnGroup(group), (stacks[bin].get(drawnGroup(group)) ?? 0) + number);
    }
    const most = Math.max(1, ...stacks.map((stack) => [...stack.values()].reduce((sum, one) => sum + one, 0)));
    this.chart.setAttribute("viewBox", `0 0 ${bins} ${HIGH}`);
    this.chart.replaceChildren(...stacks.flatMap((stack, bin) => bars(stack, bin, most)));
  }
}

function bars(stack, bin, most) {
  let y = HIGH;
  return GROUPS.filter((group) => stack.get(group)).map((group) => {
    const high = (stack.get(group) / most) * (HIGH - 2);
    y -= high;
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: bin + 0.12, y, width: 0.76, height: high, class: group })) bar.setAttribute(name, value);
    return bar;
  });
}
