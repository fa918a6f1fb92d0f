// The live map of a result. Without this script, or without WebGL, the map that the server drew stays where it is.

const box = document.getElementById("live-map");
const say = box?.dataset;
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(`--${name}`).trim();
const empty = { type: "FeatureCollection", features: [] };
const collection = (features) => ({ type: "FeatureCollection", features });
const feature = (geometry, properties = {}) => ({ type: "Feature", geometry, properties });

/** Crimea is Ukraine (United Nations General Assembly resolution 68/262); the file draws it otherwise. */
const isCrimea = (ring) => ring.every(([lon, lat]) => lon > 32 && lon < 37 && lat > 44 && lat < 46.5);

/** How the polygons of a TopoJSON file are read; across the date line a ring goes on beyond 180°. */
function reader(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ringOf = (indexes) => {
    const points = indexes.flatMap((i) => (i < 0 ? arcs[~i].toReversed() : arcs[i]));
    let turn = 0;
    return points.map(([lon, lat], place) => {
      const step = place ? lon - points[place - 1][0] : 0;
      if (step > 180) turn -= 360;
      if (step < -180) turn += 360;
      return [lon + turn, lat];
    });
  };
  return (shape) => (shape.type === "Polygon" ? [shape.arcs] : shape.arcs).map((rings) => rings.map(ringOf));
}

/** The countries as polygons. */
function countries(topology, codes, counts) {
  const polygonsOf = reader(topology);
  // Antarctica goes round the pole and has no place on a flat map.
  const shapes = topology.objects.countries.geometries.filter((shape) => shape.id !== "010" && shape.arcs);
  const all = shapes.map((shape) => ({
    code: codes[shape.id] ?? "",
    polygons: polygonsOf(shape),
  }));
  const russia = all.find(({ code }) => code === "RU");
  const ukraine = all.find(({ code }) => code === "UA");
  if (russia && ukraine) {
    ukraine.polygons.push(...russia.polygons.filter(([ring]) => isCrimea(ring)));
    russia.polygons = russia.polygons.filter(([ring]) => !isCrimea(ring));
  }
  const borders = all.flatMap(({ polygons }) => polygons.flat()).map((ring) => clearOfCrimea(ring)).flat();
  return {
    land: collection(
      all.map(({ code, polygons }) =>
        feature({ type: "MultiPolygon", coordinates: polygons }, { code, count: counts[code] ?? 0 }),
      ),
    ),
    borders: feature({ type: "MultiLineString", coordinates: borders }),
    numbers: collection(
      all
        .filter(({ code }) => counts[code])
        .map(({ code, polygons }) =>
          feature({ type: "Point", coordinates: middle(polygons) }, { count: String(counts[code]), code }),
        ),
    ),
  };
}

/** A ring as lines, without the line that the file draws across the isthmus of Crimea. */
function clearOfCrimea(ring) {
  const lines = [[]];
  for (const point of ring) {
    const [lon, lat] = point;
    if (lon > 33.2 && lon < 35.3 && lat > 45.5 && lat < 46.3) lines.push([]);
    else lines.at(-1).push(point);
  }
  return lines.filter((line) => line.length > 1);
}

/** The middle of the largest part of a country. */
function middle(polygons) {
  const boxes = polygons.map(([ring]) => {
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  });
  const size = ([west, south, east, north]) => (east - west) * (north - south);
  const [west, south, east, north] = boxes.reduce((a, b) => (size(b) > size(a) ? b : a));
  return [(west + east) / 2, (south + north) / 2];
}

/** The shortest way over the globe; it goes on beyond 180° rather than jump. */
function way([lon1, lat1], [lon2, lat2]) {
  const vector = (lon, lat) => {
    const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
  };
  const [from, to] = [vector(lon1, lat1), vector(lon2, lat2)];
  const angle = Math.acos(Math.min(1, Math.max(-1, from.reduce((sum, part, i) => sum + part * to[i], 0))));
  if (Math.sin(angle) < 1e-6) return [[lon1, lat1], [lon2, lat2]];
  const steps = Math.max(4, Math.ceil(angle * 20));
  const points = [];
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    const [a, b] = [Math.sin((1 - part) * angle) / Math.sin(angle), Math.sin(part * angle) / Math.sin(angle)];
    const [x, y, z] = from.map((value, i) => a * value + b * to[i]);
    let lon = (Math.atan2(y, x) * 180) / Math.PI;
    const last = points.at(-1)?.[0] ?? lon;
    if (lon - last > 180) lon -= 360;
    if (lon - last < -180) lon += 360;
    points.push([lon, (Math.asin(z) * 180) / Math.PI]);
  }
  return points;
}

/** Whether there is room for small bubbles only. */
const small = () => box.clientWidth < 600;

/** What is drawn of a result. */
function drawn({ homes, partners }) {
  const ways = [];
  const points = partners.map(([name, , at, , told], id) => {
    for (const [home] of told) if (homes[home][1]) ways.push(way(homes[home][1], at));
    return feature({ type: "Point", coordinates: at }, { id, name });
  });
  const placed = homes.filter(([, at]) => at);
  return {
    ways: feature({ type: "MultiLineString", coordinates: ways }),
    partners: collection(points),
    homes: collection(placed.map(([name, at]) => feature({ type: "Point", coordinates: at }, { name }))),
    all: [...ways.flat(), ...points.map((point) => point.geometry.coordinates), ...placed.map(([, at]) => at)],
  };
}

function layers(data) {
  const counts = Math.max(2, ...Object.values(data.countries));
  const shade = ["interpolate", ["linear"], ["ln", ["+", 1, ["get", "count"]]], 0, 0, Math.log(1 + counts), 0.75];
  const most = Math.max(2, ...data.homes.map(([, , , count]) => count));
  const closeShade = ["interpolate", ["linear"], ["ln", ["+", 1, ["get", "count"]]], 0, 0, Math.log(1 + most), 0.75];
  const [ink, accent, paper, surface, line] = ["ink", "accent", "paper", "surface", "quiet"].map(colour);
  const text = { "text-font": ["sans-serif"], "text-size": 13, "text-allow-overlap": true };
  const many = Math.max(1, data.partners.length);
  return [
    { id: "water", type: "background", paint: { "background-color": colour("water") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land") } },
    { id: "tint", type: "fill", source: "land", filter: [">", ["get", "count"], 0], paint: { "fill-color": accent, "fill-opacity": 0.14 } },
    { id: "counts", type: "fill", source: "land", filter: [">", ["get", "count"], 0], paint: { "fill-color": accent, "fill-opacity": shade } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": paper, "line-width": 0.8 } },
    { id: "kommun-counts", type: "fill", source: "kommuner", minzoom: CLOSE, paint: { "fill-color": accent, "fill-opacity": closeShade } },
    { id: "kommun-lines", type: "line", source: "kommuner", minzoom: CLOSE, paint: { "line-color": line, "line-width": 0.5 } },
    { id: "ways", type: "line", source: "ways", layout: { "line-cap": "round" }, paint: { "line-color": accent, "line-width": 1.6, "line-opacity": many > 150 ? 0.18 : 0.65 } },
    { id: "homes", type: "circle", source: "homes", paint: { "circle-radius": data.homes.length > 20 ? 2.5 : 6, "circle-color": ink, "circle-stroke-color": surface, "circle-stroke-width": data.homes.length > 20 ? 0.5 : 2 } },
    { id: "points", type: "circle", source: "partners", filter: ["!", ["has", "point_count"]], paint: { "circle-radius": 7, "circle-color": accent, "circle-stroke-color": surface, "circle-stroke-width": 2 } },
    { id: "clusters", type: "circle", source: "partners", filter: ["has", "point_count"], paint: { "circle-radius": ["interpolate", ["linear"], ["ln", ["get", "point_count"]], 0, small() ? 10 : 12, 7, small() ? 20 : 28], "circle-color": accent, "circle-stroke-color": surface, "circle-stroke-width": 2 } },
    { id: "names", type: "symbol", source: "partners", filter: ["!", ["has", "point_count"]], layout: { ...text, "text-allow-overlap": false, "text-optional": true, "text-field": ["get", "name"], "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.9, "text-justify": "auto" }, paint: { "text-color": ink, "text-halo-color": surface, "text-halo-width": 1.6 } },
    // Nobody sees these: they keep names off the marks of other places. What stands later in this list is placed first.
    { id: "spots", type: "symbol", source: "partners", filter: ["!", ["has", "point_count"]], layout: { ...text, "text-padding": 5, "text-field": "•" }, paint: { "text-opacity": 0 } },
    { id: "sums", type: "symbol", source: "partners", filter: ["has", "point_count"], layout: { ...text, "text-padding": 11, "text-field": ["to-string", ["get", "point_count"]] }, paint: { "text-color": paper } },
    { id: "numbers", type: "symbol", source: "numbers", layout: { ...text, "text-allow-overlap": false, "symbol-sort-key": ["-", 0, ["to-number", ["get", "count"]]], "text-field": ["get", "count"] }, paint: { "text-color": ink, "text-halo-color": surface, "text-halo-width": 1.8 } },
    { id: "kommun-numbers", type: "symbol", source: "kommun-middles", minzoom: 5, layout: { ...text, "text-allow-overlap": false, "text-field": ["to-string", ["get", "count"]] }, paint: { "text-color": ink, "text-halo-color": surface, "text-halo-width": 1.8 } },
    { id: "edge", type: "line", source: "borders", paint: { "line-color": line, "line-width": 0.3, "line-opacity": 0.5 } },
  ];
}

const MODES = { arcs: ["tint", "ways", "homes", "points", "clusters", "names", "spots", "sums"], countries: ["counts", "numbers", "kommun-counts", "kommun-numbers"] };

/** From here on Sweden's municipalities are drawn, and fetched when that is first needed. */
const CLOSE = 4;
const SWEDEN = [[10.5, 55], [24.5, 69.5]];

/** Draws the municipalities once the map shows Sweden from near. */
function municipalities(map, data) {
  let shapes = null;
  const counts = new Map(data.homes.map(([, , id, count]) => [id.replace("se-", ""), count]));
  const draw = () => shapes && map.getSource("kommuner")?.setData(shapes.areas) && map.getSource("kommun-middles")?.setData(shapes.middles);
  const look = async () => {
    const view = map.getBounds();
    const [[west, south], [east, north]] = SWEDEN;
    const sees = view.getWest() < east && view.getEast() > west && view.getSouth() < north && view.getNorth() > south;
    if (shapes || map.getZoom() < CLOSE || !sees) return;
    shapes = { areas: empty, middles: empty };
    const topology = await (await fetch(say.municipalities)).json();
    const polygonsOf = reader(topology);
    const all = topology.objects.kommuner.geometries.filter((shape) => shape.arcs);
    const told = (shape) => ({ kommun: shape.id, name: shape.properties.name, count: counts.get(shape.id) ?? 0 });
    shapes.areas = collection(all.map((shape) => feature({ type: "MultiPolygon", coordinates: polygonsOf(shape) }, told(shape))));
    shapes.middles = collection(
      all.filter((shape) => counts.get(shape.id)).map((shape) => feature({ type: "Point", coordinates: middle(polygonsOf(shape)) }, told(shape))),
    );
    draw();
    box.dataset.near = "yes";
  };
  // What is first shown does without: whoever moves the map, or comes with a place in the address, gets them.
  map.on("moveend", look);
  if (position()) look();
  return draw;
}

function show(map, mode) {
  for (const [name, ids] of Object.entries(MODES)) {
    for (const id of ids) map.setLayoutProperty(id, "visibility", name === mode ? "visible" : "none");
  }
}

/** Writes a word of the map into the address, without a new page. */
function remember(name, value) {
  const url = new URL(location);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  history.replaceState(history.state, "", url.href.replaceAll("%2F", "/"));
}

/** What a click on a partner tells. */
function told(data, id) {
  const [name, country, , partner, partnerships] = data.partners[id];
  const content = document.createElement("div");
  const head = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = name;
  head.append(strong, country ? `, ${country}` : "");
  const list = document.createElement("ul");
  for (const [home, since] of partnerships.slice(0, 8)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${data.pages}/${data.homes[home][2]}~${partner}`;
    link.textContent = data.homes[home][0];
    item.append(link, since ? ` ${say.since} ${since}` : "");
    list.append(item);
  }
  content.append(head, list);
  if (partnerships.length > 8) {
    const more = document.createElement("p");
    more.textContent = say.more;
    content.append(more);
  }
  return content;
}

/** The switch between lines and countries. */
function modes(map, first) {
  const bar = document.getElementById("map-bar");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", say.layers);
  const buttons = Object.keys(MODES).map((mode) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say[mode];
    button.setAttribute("aria-pressed", String(mode === first));
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      show(map, mode);
      remember("layer", mode === "arcs" ? "" : mode);
    });
    return button;
  });
  const keys = document.createElement("span");
  keys.className = "quiet";
  keys.textContent = say.keys;
  bar.append(...buttons, keys);
}

function clicks(map, data, Popup) {
  const names = new Intl.DisplayNames(document.documentElement.lang, { type: "region" });
  const under = (point) => {
    const near = [[point.x - 6, point.y - 6], [point.x + 6, point.y + 6]];
    const shown = (ids) => ids.filter((id) => map.getLayoutProperty(id, "visibility") !== "none");
    const marks = map.queryRenderedFeatures(near, { layers: shown(["clusters", "points", "names"]) });
    const areas = map.queryRenderedFeatures(point, { layers: shown(["kommun-counts", "land"]) });
    return marks[0] ?? areas.find(({ layer }) => layer.id === "kommun-counts") ?? areas[0];
  };
  map.on("mousemove", ({ point }) => {
    const found = under(point);
    const canvas = map.getCanvas();
    canvas.style.cursor = found && (found.properties.count !== 0) ? "pointer" : "";
    const { code, kommun, name, count } = found?.properties ?? {};
    const area = kommun ? name : code && names.of(code);
    canvas.title = area ? `${area}: ${count}` : (found?.properties.name ?? "");
  });
  map.on("click", async ({ point, lngLat }) => {
    const found = under(point);
    if (!found) return;
    const { id, code, count, kommun, cluster_id: cluster } = found.properties;
    if (cluster !== undefined) {
      const zoom = await map.getSource("partners").getClusterExpansionZoom(cluster);
      const to = { center: found.geometry.coordinates, zoom: zoom + 0.3 };
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) map.jumpTo(to);
      else map.easeTo(to);
    } else if (id !== undefined) {
      new Popup({ maxWidth: "none", offset: 12 }).setLngLat(lngLat).setDOMContent(told(data, id)).addTo(map);
    } else if (count && (kommun || code)) {
      const url = new URL(location);
      const [facet, value] = kommun ? ["body", `se-${kommun}`] : ["partner_country", code];
      const chosen = url.searchParams.get(facet)?.split(",") ?? [];
      url.searchParams.set(facet, [...new Set([...chosen, value])].join(","));
      for (const name of ["map", "after", "before", "page"]) url.searchParams.delete(name);
      location.assign(url);
    }
  });
}

/** Where the address says that the map stands: zoom/lat/lon. */
function position() {
  const parts = new URLSearchParams(location.search).get("map")?.split("/").map(Number) ?? [];
  const [zoom, lat, lon] = parts;
  const is = parts.length === 3 && parts.every(Number.isFinite) && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 12;
  return is ? { zoom, center: [lon, lat] } : null;
}

/** Says that the drawn map stays. */
function unmoved() {
  const words = document.getElementById("no-live");
  words.hidden = false;
  words.classList.add("told");
}

/** Brings the map to life, or says that it cannot be. */
function wake() {
  start().catch((error) => {
    // The map of the server is still there; who looks into the console is told why.
    console.warn(error);
    unmoved();
  });
}

/** A telephone shows the drawing until somebody touches it: what moves the map is ten times as much to fetch. */
function wait() {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say.wake;
  const once = () => {
    button.remove();
    box.removeEventListener("click", once);
    wake();
  };
  button.addEventListener("click", once);
  box.addEventListener("click", once);
  document.getElementById("map-bar").append(button);
}

async function start() {
  if (!document.createElement("canvas").getContext("webgl2")) return void unmoved();
  const json = async (address) => (await fetch(address)).json();
  const [maplibre, topology, data] = await Promise.all([import(say.library), json(say.ground), json(say.places)]);
  maplibre.setWorkerUrl(new URL(say.worker, location).href);
  maplibre.setWorkerCount(1);
  const { land, borders, numbers } = countries(topology, data.codes, data.countries);
  const { ways, partners, homes, all } = drawn(data);
  const look = () => ({
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      borders: { type: "geojson", data: borders },
      numbers: { type: "geojson", data: numbers },
      kommuner: { type: "geojson", data: empty },
      "kommun-middles": { type: "geojson", data: empty },
      ways: { type: "geojson", data: ways },
      homes: { type: "geojson", data: homes },
      partners: { type: "geojson", data: partners.features.length ? partners : empty, cluster: true, clusterMaxZoom: 9, clusterRadius: small() ? 36 : 38 },
    },
    layers: layers(data),
  });
  const bounds = new maplibre.LngLatBounds();
  for (const at of all) bounds.extend(at);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const old = [...box.children];
  const asked = position();
  const map = new maplibre.Map({
    container: box,
    style: look(),
    ...(asked ?? { bounds, fitBoundsOptions: { padding: small() ? 28 : 48, maxZoom: 5 } }),
    maxZoom: 9,
    minZoom: -2,
    fadeDuration: still ? 0 : 150,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: {
      "Map.Title": say.title,
      "NavigationControl.ZoomIn": say.in,
      "NavigationControl.ZoomOut": say.out,
      "Popup.Close": say.close,
      "CooperativeGesturesHandler.WindowsHelpText": say.wheel,
      "CooperativeGesturesHandler.MacHelpText": say.wheelMac,
      "CooperativeGesturesHandler.MobileHelpText": say.fingers,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  const mode = new URLSearchParams(location.search).get("layer") === "countries" ? "countries" : "arcs";
  await map.once("load");
  old.forEach((part) => part.remove());
  show(map, mode);
  modes(map, mode);
  clicks(map, data, maplibre.Popup);
  const near = municipalities(map, data);
  map.on("moveend", () => {
    const { lng, lat } = map.getCenter();
    remember("map", `${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    const now = document.querySelector(".map-layers [aria-pressed=true]:first-child") ? "arcs" : "countries";
    map.setStyle(look(), { diff: false });
    map.once("styledata", () => {
      show(map, now);
      near();
    });
  });
  box.dataset.live = "yes";
}

if (box) document.getElementById("no-live").hidden = true;
if (box && matchMedia("(hover: none) and (pointer: coarse)").matches && !position()) wait();
else if (box) wake();
