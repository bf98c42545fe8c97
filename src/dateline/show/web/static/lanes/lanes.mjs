// The page of time: events on lanes by place, actor or deal; drawing over days keeps those only, and the address says so.

import { inWords, isDay, later, toNumber } from "../view/calendar.mjs";
import { GROUPS } from "../view/groups.mjs";
import { offerPictures } from "../view/pictures.mjs";
import { asking, get, load, put } from "../view/state.mjs";
import { Timebar } from "../view/timebar.mjs";
import { Axis } from "./axis.mjs";
import { brushable } from "./brush.mjs";
import { HEAD, cursor, gradients, heightOf, laneGroup, svg, ticks } from "./drawing.mjs";
import { lanesOf, pack } from "./packing.mjs";

const MOST = "4000", LANES = 40, LABELLED = 400, NARROW = 620, NAMES = 190;
const root = document.getElementById("lanes");
const at = (selector) => root.querySelector(selector);
const words = JSON.parse(root.dataset.words);
const language = root.dataset.lang;
const PAGES = { place: "/place/", actor: "/actor/", deal: "/deal/" };

class LanesPage {
  async start() {
    this.opened = new Set();
    this.picture = at("svg.lanes");
    this.pen = document.createElement("canvas").getContext("2d");
    this.pen.font = "11px system-ui, sans-serif";
    this.bar = new Timebar(at(".timebar"), language, (day, settled) => this.chooseDay(day, settled));
    this.listen();
    await this.refresh();
    root.page = this; // for whoever looks into a page that is open
    root.dataset.ready = "yes";
  }

  listen() {
    const days = { chosen: (first, last) => this.chooseDays(first, last), describe: (first, last) => this.describe(first, last) };
    brushable(this.picture, () => this.axis, days);
    this.picture.addEventListener("keydown", (event) => this.walk(event));
    this.picture.addEventListener("click", (event) => event.target.dataset?.lane !== undefined && this.open(event.target.dataset.lane));
    for (const name of ["from", "to"]) at(`[name=${name}]`).addEventListener("change", () => this.chooseDays(at("[name=from]").value, at("[name=to]").value));
    at("[data-do=closer]").addEventListener("click", () => this.zoom(0.5));
    at("[data-do=wider]").addEventListener("click", () => this.zoom(2));
    at("[data-do=whole]").addEventListener("click", () => this.chooseDays("", ""));
    offerPictures(root, { words, title: () => `${words.time}, ${this.described()}`, address: (path) => asking(path) });
    addEventListener("popstate", () => this.refresh());
    new ResizeObserver(() => this.axis && this.draw()).observe(at(".lanes-view"));
  }

  /** Load what the address asks for, and draw it. */
  async refresh() {
    const days = await load(asking("/days.json"), "days");
    if (!days) return;
    this.days = days;
    this.first = isDay(get("from")) ? get("from") : days.first;
    this.last = isDay(get("to")) ? get("to") : days.last;
    at(".nothing").hidden = Boolean(this.first);
    if (!this.first) return;
    if (this.first > this.last) [this.first, this.last] = [this.last, this.first];
    const lanes = await load(asking("/lanes.json", { from: this.first, to: this.last, limit: MOST }), "lanes");
    if (!lanes) return;
    Object.assign(this, { by: lanes.by, total: lanes.total, lanes: lanesOf(lanes.events, words.elsewhere) });
    at("[name=from]").value = this.first;
    at("[name=to]").value = this.last;
    this.bar.fill({ first: this.first, last: this.last, days: days.days }, isDay(get("on")) && get("on") >= this.first && get("on") <= this.last ? get("on") : "");
    this.on = get("on");
    this.draw();
  }

  draw() {
    const width = Math.max(300, at(".lanes-view").clientWidth), narrow = width < NARROW;
    this.axis = new Axis(this.first, this.last, narrow ? 34 : NAMES, width - 36);
    const shown = this.lanes.map((lane) => this.packed(lane)).filter((lane) => lane.total).slice(0, LANES);
    const href = (id) => PAGES[this.by] + encodeURIComponent(id), groups = [];
    let top = HEAD;
    for (const lane of shown) {
      groups.push(laneGroup(lane, top, this.axis, { width, narrow, words, language, href, open: this.opened.has(lane.id), labels: this.labelled }));
      top += heightOf(lane, narrow);
    }
    this.bottom = top;
    this.picture.setAttribute("width", width);
    this.picture.setAttribute("height", top + 8);
    this.picture.replaceChildren(gradients(), ticks(this.axis, top, language), ...groups);
    this.picture.querySelector("a.mark")?.setAttribute("tabindex", "0");
    this.mark();
    this.tell(shown);
  }

  packed(lane) {
    this.labelled = this.lanes.reduce((sum, one) => sum + one.events.length, 0) <= LABELLED;
    const wide = (event) => (this.labelled ? this.pen.measureText(event.type).width + 8 : 0);
    const open = this.opened.has(lane.id);
    return pack(lane, this.axis, wide, open);
  }

  /** Say what is shown, and of what not. */
  tell(shown) {
    const events = new Set(shown.flatMap((lane) => lane.marks.map((one) => one.event.id))).size;
    const most = this.total > Number(MOST) ? ` ${words.most.replace("{count}", MOST).replace("{total}", this.total)}` : "";
    const more = this.lanes.length > LANES ? ` ${words.lanes.replace("{count}", this.lanes.length - LANES)}` : "";
    const undated = this.days.undated ? ` ${words.left.replace("{count}", this.days.undated)}` : "";
    at(".summary").textContent = words.summary.replace("{events}", events).replace("{days}", this.described()) + most + more + undated;
    root.dataset.events = events;
  }

  described(first = this.first, last = this.last) {
    return first === last ? inWords(first, language) : `${inWords(first, language)} – ${inWords(last, language)}`;
  }

  describe(first, last) {
    at(".brushed").textContent = first ? this.described(first, last) : "";
  }

  // --- days ---------------------------------------------------------------------------------------------------------
  chooseDays(first, last) {
    put({ from: isDay(first) ? first : "", to: isDay(last) ? last : "" }, { push: true });
    return this.refresh();
  }

  /** Show half or twice as many days, about the day of the slider or the middle. */
  zoom(times) {
    const days = toNumber(this.last) - toNumber(this.first) + 1, wanted = Math.max(1, Math.round(days * times));
    const middle = this.on && this.on >= this.first && this.on <= this.last ? this.on : later(this.first, Math.floor(days / 2));
    const first = later(middle, -Math.floor(wanted / 2));
    return this.chooseDays(first, later(first, wanted - 1));
  }

  chooseDay(day, settled) {
    this.on = day;
    put({ on: day }, { push: !this.moving }); // the back button leads to where the hand set out, not to each day it passed
    this.moving = !settled;
    this.mark();
  }

  /** Light the day of the slider and what is told of it; without a day all is lit. */
  mark() {
    this.picture.querySelector(".cursor")?.remove();
    const day = this.on >= this.first && this.on <= this.last ? this.on : "";
    this.picture.classList.toggle("playing", Boolean(day));
    if (!day) return;
    this.picture.insertBefore(cursor(day, this.axis, this.bottom), this.picture.children[1]);
    for (const link of this.picture.querySelectorAll("a.mark")) link.classList.toggle("lit", link.dataset.first <= day && link.dataset.last >= day);
  }

  // --- keys ---------------------------------------------------------------------------------------------------------
  /** Left and right walk along the marks of a lane, up and down from lane to lane. */
  walk(event) {
    if (event.target.dataset.lane !== undefined && (event.key === "Enter" || event.key === " ")) return this.open(event.target.dataset.lane), event.preventDefault();
    const here = event.target.closest("a.mark");
    if (!here) return;
    const lane = here.closest(".lane"), lanes = [...this.picture.querySelectorAll(".lane")], marks = [...lane.querySelectorAll("a.mark")];
    const beside = { ArrowRight: 1, ArrowLeft: -1 }[event.key], under = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = beside ? marks[marks.indexOf(here) + beside] : under ? nearest(lanes[lanes.indexOf(lane) + under], here) : null;
    if (!beside && !under) return;
    event.preventDefault();
    event.stopPropagation();
    next?.focus();
    if (next) for (const link of [here, next]) link.setAttribute("tabindex", link === next ? "0" : "-1");
  }

  open(id) {
    this.opened.has(id) ? this.opened.delete(id) : this.opened.add(id);
    this.draw();
    this.picture.querySelector(`[data-lane="${CSS.escape(id)}"]`)?.focus();
  }
}

function nearest(lane, here) {
  const day = toNumber(here.dataset.first);
  const away = (link) => Math.abs(toNumber(link.dataset.first) - day);
  return lane && [...lane.querySelectorAll("a.mark")].reduce((best, link) => (!best || away(link) < away(best) ? link : best), null);
}

new LanesPage().start().catch((error) => {
  root.dataset.failed = "yes";
  console.error(error);
});
