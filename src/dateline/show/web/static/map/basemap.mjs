// The ground of the map: the files of static/basemap in, MapLibre sources and layers for light or dark paper out.

const PAPER = {
  light: { sea: "#dbe5ec", land: "#f8f6f1", coast: "#b3bfc8", province: "#c9cbc8", border: "#868e96", ink: "#59626c", faint: "#7d8791", halo: "#f8f6f1" },
  dark: { sea: "#0e1419", land: "#1e252b", coast: "#3a4650", province: "#3a434b", border: "#77828d", ink: "#aab4be", faint: "#87929d", halo: "#1a2026" },
};
const FONT = ["Noto Sans, system-ui, sans-serif"];
const PROVINCES_FROM = 4; // zoom
const GRAINS = [[5, 0], [3.2, 0.03], [-9, 0.12]]; // from which zoom, and how many degrees apart points need be

/** Points of an encoded line: differences in steps of 1/precision degrees, five bits a letter. */
export function decode(text, precision) {
  const points = [];
  let x = 0, y = 0, value = 0, shift = 0, across = null;
  for (let at = 0; at < text.length; at++) {
    const bits = text.charCodeAt(at) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    const step = value & 1 ? ~(value >> 1) : value >> 1;
    value = shift = 0;
    if (across === null) across = step;
    else {
      x += across;
      y += step;
      points.push([x / precision, y / precision]);
      across = null;
    }
  }
  return points;
}

/** The ground of one map. It gives the map no more than lies in and around the view, as fine as the zoom can show. */
export class Ground {
  constructor(map, folder) {
    Object.assign(this, { map, folder, shown: null, grain: null, provinces: null });
  }

  /** Load the world and draw what is in view; from then on follow the map. */
  async start() {
    const world = await load(`${this.folder}/world.json`);
    this.lines = world.lines.map((text) => decode(text, world.precision));
    this.boxes = this.lines.map(boxOf);
    this.polygons = world.countries.flatMap((one) => one.rings);
    this.kinds = this.kindsOf(world);
    const names = world.countries.filter((one) => one.size >= 0.5);
    this.map.getSource("ground-names").setData(collection(names.map((one) => feature("Point", one.at, { en: one.name, local: one.local, size: one.size }))));
    this.map.on("moveend", () => this.follow());
    await this.follow();
  }

  kindsOf(world) {
    const shared = new Set([...world.borders, ...world.disputed.flatMap((one) => one.lines)]);
    const used = new Set(this.polygons.flat(2).map((index) => (index >= 0 ? index : ~index)));
    const coast = [...used].filter((index) => !shared.has(index));
    const disputed = world.disputed.map((one) => [one.lines, { kind: "disputed", note: one.note }]);
    return [[coast, { kind: "coast" }], [world.borders, { kind: "country" }], ...disputed];
  }

  async follow() {
    const zoom = this.map.getZoom(), grain = GRAINS.find(([from]) => zoom >= from)[1], view = viewOf(this.map);
    if (grain !== this.grain || !holds(this.shown, view)) this.draw(grain, widened(view));
    if (zoom >= PROVINCES_FROM && !this.provinces) {
      this.provinces = load(`${this.folder}/provinces.json`).then(readProvinces);
      const { lines, names } = await this.provinces;
      this.map.getSource("ground-provinces").setData(lines);
      this.map.getSource("ground-province-names").setData(names);
    }
  }

  draw(grain, box) {
    Object.assign(this, { grain, shown: box });
    const thin = new Map();
    const line = (index) => thin.get(index) ?? thin.set(index, thinned(this.lines[index], grain)).get(index);
    const walk = (index) => (index >= 0 ? line(index) : line(~index).slice().reverse());
    const ring = (indexes) => indexes.flatMap((index, at) => (at ? walk(index).slice(1) : walk(index)));
    const inView = (index) => meet(this.boxes[index >= 0 ? index : ~index], box);
    const around = (rings) => rings[0].some(inView) || meet(joined(rings[0].map((index) => this.boxes[index >= 0 ? index : ~index])), box);
    const land = this.polygons.filter(around).map((rings) => rings.map(ring).filter((one) => one.length > 3)).filter((one) => one.length);
    const borders = this.kinds.map(([indexes, about]) => feature("MultiLineString", indexes.filter(inView).map(line), about));
    this.map.getSource("ground-land").setData(collection([feature("MultiPolygon", land)]));
    this.map.getSource("ground-borders").setData(collection(borders.filter((one) => one.geometry.coordinates.length)));
  }
}

/** Leave out points nearer than `grain` degrees to the last one kept; the ends stay, so that lines still meet. */
function thinned(line, grain) {
  if (!grain) return line;
  let last = line[0];
  return line.filter((point, at) => {
    const kept = !at || at === line.length - 1 || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > grain;
    if (kept) last = point;
    return kept;
  });
}

function boxOf(line) {
  const box = [180, 90, -180, -90];
  for (const [x, y] of line) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

const joined = (boxes) => [Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])), Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))];
const meet = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const holds = (outer, inner) => outer && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

function viewOf(map) {
  const box = map.getBounds();
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
}

function widened([west, south, east, north]) {
  const wide = east - west, high = north - south;
  return [west - wide, south - high, east + wide, north + high];
}

/** Lines between provinces and their names as GeoJSON. */
export function readProvinces(provinces) {
  const lines = [], names = [];
  for (const country of Object.values(provinces.countries)) {
    lines.push(feature("MultiLineString", country.lines.map((text) => decode(text, provinces.precision)), { kind: "province" }));
    for (const one of country.disputed) lines.push(feature("LineString", decode(one.line, provinces.precision), { kind: "disputed", note: one.note }));
    for (const [x, y, en, local] of country.names) names.push(feature("Point", [x, y], { en, local }));
  }
  return { lines: collection(lines), names: collection(names) };
}

/** The style the map starts with: all sources empty, all layers there, so that what comes later finds its place. */
export function style(theme, names) {
  return { version: 8, sources: sources(), layers: layers(PAPER[theme], names) };
}

/** Which word names a place on the ground: `en` or `local`. */
export function nameWith(map, names) {
  for (const layer of ["ground-country-names", "ground-province-names"]) map.setLayoutProperty(layer, "text-field", ["get", names]);
}

/** Notes on the borders in view that are not agreed. */
export function disputesInView(map) {
  const layers = ["ground-disputed", "ground-province-disputed"].filter((id) => map.getLayer(id));
  return [...new Set(map.queryRenderedFeatures({ layers }).map((one) => one.properties.note))].sort();
}

/** Paint all layers for light or dark paper. */
export function repaint(map, theme, names) {
  for (const layer of layers(PAPER[theme], names))
    for (const [name, value] of Object.entries(layer.paint)) map.setPaintProperty(layer.id, name, value);
}

function sources() {
  const names = ["land", "borders", "names", "provinces", "province-names"];
  const empty = () => ({ type: "geojson", data: collection([]), tolerance: 0.3 });
  return Object.fromEntries(names.map((name) => [`ground-${name}`, empty()]));
}

function layers(paper, names) {
  const width = (at4, at10) => ["interpolate", ["linear"], ["zoom"], 2, at4 / 2, 4, at4, 10, at10];
  const kind = (name) => ["==", ["get", "kind"], name];
  const dashes = { "line-color": paper.border, "line-dasharray": [3, 2.5] };
  return [
    { id: "ground-sea", type: "background", paint: { "background-color": paper.sea } },
    { id: "ground-land", type: "fill", source: "ground-land", paint: { "fill-color": paper.land } },
    line("ground-provinces", "ground-provinces", kind("province"), { "line-color": paper.province, "line-width": width(0.6, 1.2) }),
    line("ground-coast", "ground-borders", kind("coast"), { "line-color": paper.coast, "line-width": width(0.7, 1.2) }),
    line("ground-borders", "ground-borders", kind("country"), { "line-color": paper.border, "line-width": width(1, 1.8) }),
    line("ground-disputed", "ground-borders", kind("disputed"), { ...dashes, "line-width": width(1.1, 1.8) }),
    line("ground-province-disputed", "ground-provinces", kind("disputed"), { ...dashes, "line-width": width(1.1, 1.8) }),
    {
      ...label("ground-province-names", "ground-province-names", names, { "text-size": ["interpolate", ["linear"], ["zoom"], 5, 10, 9, 13], "text-letter-spacing": 0.04, "text-max-width": 8 }),
      minzoom: 5.2, maxzoom: 11, paint: { "text-color": paper.faint, "text-halo-color": paper.halo, "text-halo-width": 1.4 },
    },
    {
      ...label("ground-country-names", "ground-names", names, { "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 6, 15], "text-letter-spacing": 0.12, "text-max-width": 7, "symbol-sort-key": ["-", 0, ["get", "size"]] }),
      maxzoom: 8, paint: { "text-color": paper.ink, "text-halo-color": paper.halo, "text-halo-width": 1.4 },
    },
  ];
}

function line(id, source, filter, paint) {
  return { id, type: "line", source, filter, layout: { "line-join": "round", "line-cap": "butt" }, paint };
}

function label(id, source, names, layout) {
  return { id, type: "symbol", source, layout: { "text-field": ["get", names], "text-font": FONT, "text-padding": 4, ...layout } };
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export function collection(features) {
  return { type: "FeatureCollection", features };
}

export function feature(type, coordinates, properties = {}) {
  return { type: "Feature", properties, geometry: { type, coordinates } };
}

export { FONT, load };
