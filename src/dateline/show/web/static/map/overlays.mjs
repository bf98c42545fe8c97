// What the map shows on its ground: places with their holders and events of some days in, layers and pictures out.

import { FONT, collection, feature } from "./basemap.mjs";
import { sides, standing } from "./holding.mjs";
import { eventMark, holderMark } from "./marks.mjs";
import { GROUPS, drawnGroup } from "../view/groups.mjs";

const INK = {
  light: { text: "#1d2126", halo: "#ffffff", extent: "#3b4753" },
  dark: { text: "#eef1f4", halo: "#14191e", extent: "#c3ccd6" },
};
const COUNTRY = 6; // precision from which a place is a whole country or wider: no point of the map
const WIDEST = 150; // km
const SIZE = ["interpolate", ["linear"], ["zoom"], 5, 0.72, 8.5, 1];
const CROWD = 300; // from so many places on, those of which nothing is told for the days shown are left out

/** True for what the map can draw: nothing wider than a province. */
export const drawable = (properties) => properties.precision < COUNTRY;

/** True for a place that is an area, not a point. */
export const isArea = (properties) => properties.precision >= 3 && properties.radius_km >= 1 && drawable(properties);

/** Add sources and layers, all empty. */
export function add(map, theme) {
  const events = { type: "geojson", data: collection([]), cluster: true, clusterRadius: 26, clusterMaxZoom: 20, maxzoom: 21, clusterProperties: {} };
  for (const group of GROUPS) events.clusterProperties[group] = ["+", ["case", ["==", ["get", "drawn"], group], 1, 0]];
  map.addSource("extents", { type: "geojson", data: collection([]) });
  map.addSource("places", { type: "geojson", data: collection([]) });
  map.addSource("events", events);
  for (const layer of layers(theme)) map.addLayer(layer);
}

/** Paint for light or dark paper; the marks are drawn anew under other names. */
export function repaint(map, theme) {
  for (const layer of layers(theme)) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name, value);
    if (layer.layout?.["icon-image"]) map.setLayoutProperty(layer.id, "icon-image", layer.layout["icon-image"]);
  }
}

function layers(theme) {
  const ink = INK[theme];
  const halo = { "text-color": ink.text, "text-halo-color": ink.halo, "text-halo-width": 1.6 };
  const counts = GROUPS.flatMap((group) => ["|", ["to-string", ["get", group]]]);
  const one = ["get", "icon"];
  return [
    { id: "extents", type: "fill", source: "extents", paint: { "fill-color": ["coalesce", ["get", "colour"], ink.extent], "fill-opacity": ["interpolate", ["linear"], ["zoom"], 6, 0.13, 12, 0.07] } },
    { id: "extents-edge", type: "line", source: "extents", paint: { "line-color": ["coalesce", ["get", "colour"], ink.extent], "line-opacity": 0.75, "line-width": 1.2, "line-dasharray": [2, 3] } },
    { id: "picked", type: "circle", source: "places", filter: ["==", ["get", "id"], ""], paint: { "circle-radius": 17, "circle-color": "transparent", "circle-stroke-color": ink.text, "circle-stroke-width": 2 } },
    {
      id: "places", type: "symbol", source: "places",
      layout: { "icon-image": ["get", "icon"], "icon-size": SIZE, "icon-allow-overlap": true, "icon-ignore-placement": false, "icon-padding": 0, "symbol-sort-key": ["get", "sort"], "symbol-z-order": "source" },
    },
    {
      id: "place-names", type: "symbol", source: "places",
      layout: {
        "text-field": ["get", "label"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11, 10, 13.5], "text-variable-anchor": ["top", "left", "bottom", "right", "bottom-left", "top-left"],
        "text-radial-offset": ["case", ["get", "held"], 1.15, 0.7], "text-justify": "auto", "text-padding": 2, "symbol-sort-key": ["get", "sort"], "text-max-width": 9,
      },
      paint: halo,
    },
    {
      id: "events", type: "symbol", source: "events",
      layout: { "icon-image": ["case", ["has", "point_count"], ["concat", "event|", theme, "|0", ...counts], one], "icon-size": SIZE, "icon-allow-overlap": true, "icon-ignore-placement": false, "icon-offset": [18, -17], "icon-padding": 0 },
    },
  ];
}

/** Show who holds what on a day; `counts` says how many events of the days shown lie at each place. */
export function showPlaces(map, places, day, key, theme, counts) {
  const marks = [], extents = [], crowded = places.length > CROWD;
  for (const place of places.filter((one) => drawable(one.properties))) {
    const about = place.properties, told = standing(about.holders, day), held = sides(told.holders), events = counts.get(about.id) ?? 0;
    if (told.status === "none" && !events && (crowded || !about.events)) continue;
    const keys = held.map((one) => key.get(one.id));
    const large = about.events >= 10 && told.status !== "none";
    const properties = { id: about.id, label: about.name, held: told.status !== "none", icon: holderMark(theme, told.status, keys, large), sort: -about.events - (told.status === "none" ? 0 : 1000) };
    marks.push(feature("Point", place.geometry.coordinates, properties));
    if (isArea(about) && (events || told.status !== "none") && about.radius_km <= WIDEST)
      extents.push(feature("Polygon", [circle(place.geometry.coordinates, about.radius_km)], keys.length === 1 ? { colour: keys[0].colour } : {}));
  }
  map.getSource("places").setData(collection(marks.sort((a, b) => b.properties.sort - a.properties.sort)));
  map.getSource("extents").setData(collection(extents));
}

/** Show events, those of one spot joined to one mark with their number. */
export function showEvents(map, events, theme) {
  const points = events.filter((one) => drawable(one.properties)).map((one) => {
    const { id, group, earliest, latest } = one.properties, drawn = drawnGroup(group);
    const unsure = !earliest || !latest || earliest !== latest || isArea(one.properties);
    const icon = eventMark(theme, GROUPS.map((name) => (name === drawn ? 1 : 0)), unsure);
    return feature("Point", one.geometry.coordinates, { id, drawn, icon });
  });
  map.getSource("events").setData(collection(points));
}

/** A circle of some kilometres on the globe, as a ring of points. */
export function circle([lon, lat], km, corners = 72) {
  const high = km / 111.32, wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: corners + 1 }, (_, at) => {
    const angle = (at / corners) * Math.PI * 2;
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)];
  });
}

/** The corners of where most events lie: places far from all others would shrink these to one point. */
export function mainBox(places) {
  const spots = places.filter((one) => drawable(one.properties) && one.properties.events).flatMap((one) => Array(Math.min(one.properties.events, 50)).fill(one.geometry.coordinates));
  if (!spots.length) return null;
  const middle = [median(spots.map((one) => one[0])), median(spots.map((one) => one[1]))];
  const away = (one) => Math.hypot((one[0] - middle[0]) * Math.cos((middle[1] * Math.PI) / 180), one[1] - middle[1]);
  const usual = Math.max(6 * median(spots.map(away)), 0.6);
  const near = spots.filter((one) => away(one) <= usual);
  const lons = near.map((one) => one[0]), lats = near.map((one) => one[1]), pad = 0.12;
  return [Math.min(...lons) - pad, Math.min(...lats) - pad, Math.max(...lons) + pad, Math.max(...lats) + pad];
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
