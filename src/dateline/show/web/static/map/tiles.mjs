// A basemap of one's own: the address of a PMTiles archive in, its tiles as layers under everything else out.

const PAINT = {
  light: { earth: "#f8f6f1", water: "#dbe5ec", green: "#e6ecd9", urban: "#eeebe4", road: "#ffffff", casing: "#d3cfc6", border: "#868e96", building: "#e2ded5" },
  dark: { earth: "#1e252b", water: "#0e1419", green: "#20291f", urban: "#242b31", road: "#3a444d", casing: "#141a1f", border: "#77828d", building: "#2a3239" },
};
// The names that the two common schemas (Protomaps, OpenMapTiles) give to what is drawn here.
const EARTH = ["earth"], WATER = ["water", "ocean", "waterway"], GREEN = ["landcover", "landuse", "park"];
const ROADS = ["roads", "transportation"], BUILDINGS = ["buildings", "building"], BORDERS = ["boundaries", "boundary"];

/** Read the archive's head, and put its tiles under the coast and the names. */
export async function addTiles(maplibregl, map, address, theme) {
  const { PMTiles, Protocol } = await library();
  const archive = new PMTiles(new URL(address, location.href).href);
  const protocol = new Protocol();
  protocol.add(archive);
  maplibregl.addProtocol("pmtiles", protocol.tile);
  const [header, about] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
  const common = { tiles: [`pmtiles://${archive.source.getKey()}/{z}/{x}/{y}`], minzoom: header.minZoom, maxzoom: header.maxZoom, attribution: plain(about.attribution) };
  if (header.tileType === 1) {
    map.addSource("tiles", { type: "vector", ...common });
    const names = (about.vector_layers ?? []).map((one) => one.id);
    for (const layer of vector(names, PAINT[theme])) map.addLayer(layer, "ground-provinces");
  } else {
    map.addSource("tiles", { type: "raster", tileSize: 256, ...common });
    map.addLayer({ id: "tiles", type: "raster", source: "tiles" }, "ground-provinces");
  }
}

/** Attribution comes from a stranger's file: its words, without its markup. */
function plain(markup) {
  return new DOMParser().parseFromString(markup ?? "", "text/html").body.textContent;
}

function vector(names, paint) {
  const of = (wanted, make) => names.filter((name) => wanted.includes(name)).map(make);
  const fill = (colour) => (name) => ({ id: `tiles-${name}`, type: "fill", source: "tiles", "source-layer": name, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour } });
  const line = (suffix, colour, width, dashes) => (name) => ({
    id: `tiles-${name}-${suffix}`, type: "line", source: "tiles", "source-layer": name, filter: ["==", ["geometry-type"], "LineString"],
    layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": colour, "line-width": width, ...(dashes ? { "line-dasharray": dashes } : {}) },
  });
  const grow = (at8, at15) => ["interpolate", ["exponential", 1.5], ["zoom"], 8, at8, 15, at15];
  return [
    ...of(EARTH, fill(paint.earth)), ...of(GREEN, fill(paint.green)), ...of(WATER, fill(paint.water)), ...of(WATER, line("line", paint.water, grow(0.4, 3))),
    ...of(BUILDINGS, fill(paint.building)), ...of(ROADS, line("casing", paint.casing, grow(0.7, 7))), ...of(ROADS, line("line", paint.road, grow(0.3, 5))),
    ...of(BORDERS, line("line", paint.border, 0.8, [3, 2])),
  ];
}

/** The reader is a classic script: it puts one name into the page. */
function library() {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("../vendor/pmtiles-4.5.0/pmtiles.js", import.meta.url).href;
    script.onload = () => done(globalThis.pmtiles);
    script.onerror = () => failed(new Error(script.src));
    document.head.append(script);
  });
}
