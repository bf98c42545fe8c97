// The map page: places by who holds them on the day of the slider, and the events of the days up to it.

import * as maplibregl from "../vendor/maplibre-gl-6.17.0/maplibre-gl.mjs";
import * as ground from "./basemap.mjs";
import { inWords, isDay, later } from "../view/calendar.mjs";
import { holdersOn, keyOf, standing } from "./holding.mjs";
import { OPTIONS, draw } from "./marks.mjs";
import * as overlays from "./overlays.mjs";
import { offerPictures } from "../view/pictures.mjs";
import { drawCard, drawKey, drawTable } from "./side.mjs";
import { asking, element, get, load, put, still, theme } from "../view/state.mjs";
import { addTiles } from "./tiles.mjs";
import { Timebar } from "../view/timebar.mjs";

maplibregl.setWorkerUrl(new URL("../vendor/maplibre-gl-6.17.0/maplibre-gl-worker.mjs", import.meta.url).href);

const MOST_PLACES = "20000", MOST_EVENTS = "5000";
const root = document.getElementById("map");
const at = (selector) => root.querySelector(selector);
const words = JSON.parse(root.dataset.words);
const language = root.dataset.lang;

class MapPage {
  async start() {
    this.theme = theme();
    const [places, days] = await Promise.all([load(asking("/places.geojson", { limit: MOST_PLACES })), load(asking("/days.json"))]);
    this.places = places.features;
    this.byId = new Map(this.places.map((one) => [one.properties.id, one]));
    this.key = keyOf(this.places);
    this.undated = days.undated;
    this.events = [];
    this.bar = new Timebar(at(".timebar"), language, (day, settled) => this.chooseDay(day, settled));
    this.readAddress();
    if (days.first) this.bar.fill(days, this.day);
    this.day = this.bar.day ?? this.day;
    this.map = this.makeMap();
    this.listen();
    await new Promise((done) => this.map.once("load", done));
    overlays.add(this.map, this.theme);
    if (root.dataset.tiles) await addTiles(maplibregl, this.map, root.dataset.tiles, this.theme);
    await this.refresh();
    if (get("pick")) this.pick(get("pick"), false);
    await new ground.Ground(this.map, `${root.dataset.static}/basemap`).start();
    await new Promise((done) => this.map.once("idle", done));
    this.drawPlaces();
    root.page = this; // for whoever looks into a page that is open
    root.dataset.ready = "yes";
  }

  /** Take what the address says; what it does not say keeps its usual value. */
  readAddress() {
    this.day = isDay(get("on")) ? get("on") : (this.bar.last ?? "");
    this.window = at("select[name=days]").value = ["1", "7", "30", "all"].includes(get("days")) ? get("days") : "7";
    this.names = get("names") === "local" ? "local" : "en";
    at("[data-do=names]").setAttribute("aria-pressed", String(this.names === "local"));
  }

  makeMap() {
    const map = new maplibregl.Map({
      container: at(".map-canvas"), style: ground.style(this.theme, this.names), bounds: this.box(), fitBoundsOptions: { padding: 48, maxZoom: 11 },
      attributionControl: false, fadeDuration: still() ? 0 : 150, maxZoom: 16, minZoom: 1, dragRotate: false, pitchWithRotate: false, touchPitch: false,
      canvasContextAttributes: { preserveDrawingBuffer: true }, locale: { "Map.Title": words.map },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new maplibregl.ScaleControl({ maxWidth: 110 }), "bottom-right");
    map.addControl(new maplibregl.AttributionControl({ compact: false, customAttribution: "Natural Earth, GeoNames" }), "bottom-right");
    map.setMissingStyleImageResolver((id) => {
      const image = draw(id);
      if (image) map.addImage(id, image, OPTIONS);
    });
    return map;
  }

  /** What to look at first: what the address says, else where most events lie. */
  box() {
    const asked = get("bbox").split(",").map(Number);
    if (asked.length === 4 && asked.every(Number.isFinite)) return asked;
    return overlays.mainBox(this.places) ?? [-20, -35, 60, 60];
  }

  listen() {
    const { map } = this;
    let wait = 0;
    map.on("moveend", () => {
      clearTimeout(wait);
      wait = setTimeout(() => this.moved(), 120);
    });
    map.on("click", (event) => this.clicked(event));
    map.on("mousemove", (event) => this.hover(event));
    at("select[name=days]").addEventListener("change", (event) => {
      this.window = event.target.value;
      put({ days: this.window === "7" ? "" : this.window }, { push: true });
      this.refresh();
    });
    at("[data-do=names]").addEventListener("click", () => this.switchNames());
    at("[data-do=whole]").addEventListener("click", () => map.fitBounds(overlays.mainBox(this.places), { padding: 48, maxZoom: 11, animate: !still() }));
    offerPictures(root, { words, title: () => this.title(), address: (path) => asking(path, this.pictureQuery()) });
    addEventListener("popstate", () => this.goBack());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    new MutationObserver(() => this.repaint()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  // --- days and places to look at -----------------------------------------------------------------------------------
  chooseDay(day, settled) {
    this.day = day;
    put({ on: day }, { push: !this.moving }); // the back button leads to where the hand set out, not to each day it passed
    this.moving = !settled;
    return this.refresh();
  }

  moved() {
    if (!this.places) return;
    put({ bbox: this.viewBox().map((edge) => edge.toFixed(3)).join(",") });
    this.refresh();
  }

  async goBack() {
    this.readAddress();
    if (this.day && this.bar.first) this.bar.show(this.day);
    ground.nameWith(this.map, this.names);
    const asked = get("bbox").split(",").map(Number);
    if (asked.length === 4) this.map.fitBounds(asked, { animate: false });
    await this.refresh();
    get("pick") ? this.pick(get("pick"), false) : this.unpick(false);
  }

  viewBox() {
    const box = this.map.getBounds();
    return [Math.max(-180, box.getWest()), Math.max(-90, box.getSouth()), Math.min(180, box.getEast()), Math.min(90, box.getNorth())];
  }

  /** Load the events of the days shown that lie in view, and draw everything anew. */
  async refresh() {
    this.drawPlaces();
    const found = await load(asking("/events.geojson", this.eventQuery()), "events");
    if (!found) return;
    this.events = found.features.filter((one) => this.inView(one));
    this.total = found.total;
    overlays.showEvents(this.map, this.events, this.theme);
    this.drawPlaces();
    if (this.picked) this.pick(this.picked, false);
    root.dataset.day = this.day;
  }

  eventQuery() {
    const from = this.window === "all" || !this.day ? "" : later(this.day, 1 - Number(this.window));
    return { bbox: this.viewBox().map((edge) => edge.toFixed(3)).join(","), from, to: this.day, limit: MOST_EVENTS };
  }

  pictureQuery() {
    const { from, to, bbox } = this.eventQuery();
    return { on: this.day, from, to, bbox, names: this.names === "local" ? "local" : "" };
  }

  inView({ geometry: { coordinates: [lon, lat] } }) {
    const [west, south, east, north] = this.viewBox();
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }

  // --- drawing ------------------------------------------------------------------------------------------------------
  drawPlaces() {
    const counts = this.counts();
    overlays.showPlaces(this.map, this.places, this.day, this.key, this.theme, counts);
    const inView = this.places.filter((one) => this.inView(one));
    const options = { words, language, pick: (id) => this.pick(id) };
    const rows = drawTable(at(".places tbody"), inView, this.day, counts, options);
    const held = new Set(inView.flatMap((one) => holdersOn(one.properties.holders, this.day).map((holder) => holder.id)));
    drawKey(at(".legend"), [...this.key.values()].filter((one) => held.has(one.id)), this.theme, words);
    at(".on-day").textContent = this.day ? inWords(this.day, language) : "";
    at(".summary").textContent = words.summary.replace("{places}", rows).replace("{events}", new Set(this.events.map((one) => one.properties.id)).size);
    at(".left-out").hidden = !this.undated;
    at(".left-out").textContent = words.left.replace("{count}", this.undated);
    const notes = ground.disputesInView(this.map);
    at(".disputes").replaceChildren(...notes.map((note) => element("li", {}, note)));
    at(".disputes-note").hidden = !notes.length;
  }

  counts() {
    const counts = new Map();
    for (const { properties } of this.events) counts.set(properties.place, (counts.get(properties.place) ?? 0) + 1);
    return counts;
  }

  repaint() {
    if (theme() === this.theme || !this.map) return;
    this.theme = theme();
    ground.repaint(this.map, this.theme, this.names);
    overlays.repaint(this.map, this.theme);
    overlays.showEvents(this.map, this.events, this.theme);
    this.drawPlaces();
  }

  switchNames() {
    put({ names: this.names === "en" ? "local" : "" }, { push: true });
    this.readAddress();
    ground.nameWith(this.map, this.names);
  }

  // --- picking ------------------------------------------------------------------------------------------------------
  async clicked({ point }) {
    const [found] = this.map.queryRenderedFeatures(around(point), { layers: ["events", "places", "place-names"] });
    if (!found) return this.unpick();
    if (found.layer.id !== "events") return this.pick(found.properties.id);
    const ids = found.properties.cluster ? await this.leaves(found) : [found.properties.id];
    const events = this.events.filter((one) => ids.includes(one.properties.id)).map((one) => one.properties);
    const spots = new Set(events.map((one) => one.place));
    if (spots.size === 1) return this.pick([...spots][0]);
    const centre = found.geometry.coordinates;
    const zoom = () => this.map.easeTo({ center: centre, zoom: this.map.getZoom() + 2, animate: !still() });
    this.open({ title: words.spot.replace("{count}", events.length), events: unique(events), zoom });
  }

  async leaves(cluster) {
    const found = await this.map.getSource("events").getClusterLeaves(cluster.properties.cluster_id, 500, 0);
    return found.map((one) => one.properties.id);
  }

  /** Open the card of a place. */
  pick(id, push = true) {
    const place = this.byId.get(id);
    if (!place) return;
    this.picked = id;
    this.map.setFilter("picked", ["==", ["get", "id"], id]);
    const events = this.events.filter((one) => one.properties.place === id).map((one) => one.properties);
    put({ pick: id }, { push });
    this.open({ title: place.properties.name, href: `/place/${encodeURIComponent(id)}`, told: standing(place.properties.holders, this.day), events: unique(events) });
    if (push) this.uncover(place.geometry.coordinates);
  }

  /** Move the map where the card lies over what was picked, or where that is out of view. */
  uncover(coordinates) {
    const { x, y } = this.map.project(coordinates), card = at(".card"), view = this.map.getContainer();
    const covered = x < card.offsetLeft + card.offsetWidth + 20 && y > card.offsetTop - 20;
    const inView = x > 0 && y > 0 && x < view.clientWidth && y < view.clientHeight;
    if ((inView && !covered) || !overlays.drawable(this.byId.get(this.picked).properties)) return;
    const aside = view.clientWidth > 700 ? [card.offsetWidth / 2, 0] : [0, -card.offsetHeight / 2];
    this.map.easeTo({ center: coordinates, offset: aside, animate: !still() });
  }

  open(content) {
    drawCard(at(".card"), content, { words, language, close: () => this.unpick() });
  }

  unpick(push = true) {
    this.picked = "";
    at(".card").hidden = true;
    this.map.setFilter("picked", ["==", ["get", "id"], ""]);
    put({ pick: "" }, { push });
  }

  hover({ point }) {
    const [found] = this.map.queryRenderedFeatures(around(point), { layers: ["events", "places", "ground-disputed", "ground-province-disputed"] });
    const canvas = this.map.getCanvas();
    canvas.style.cursor = found && !found.properties.note ? "pointer" : "";
    canvas.title = found?.properties.note ?? found?.properties.label ?? "";
  }

  title() {
    return `${words.map}, ${this.day ? inWords(this.day, language) : ""}`;
  }
}

function around({ x, y }) {
  return [[x - 3, y - 3], [x + 3, y + 3]];
}

function unique(events) {
  return [...new Map(events.map((one) => [one.id, one])).values()];
}

new MapPage().start().catch((error) => {
  root.dataset.failed = "yes";
  at(".failure").hidden = false;
  console.error(error);
});
