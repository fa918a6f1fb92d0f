// The ground of the live map, small enough for a first load: node ground.mjs FROM TO
// Countries of Natural Earth (1:110 million) on a grid sixteen times coarser, which is 6 km and finer than the
// file's own lines; without names, without land beside countries, and without Antarctica, which is not drawn.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const COARSER = 16;
const [from, to] = process.argv.slice(2);
const { type, objects, arcs, transform } = JSON.parse(readFileSync(from, "utf8"));
const geometries = objects.countries.geometries
  .filter((shape) => shape.id !== "010")
  .map((shape) => ({ type: shape.type, id: shape.id, arcs: shape.arcs }));
const used = new Set(geometries.flatMap((shape) => shape.arcs?.flat(Infinity) ?? []).map((at) => (at < 0 ? ~at : at)));

/** An arc on the coarser grid; its ends stay, so that arcs still meet. */
function coarser(arc) {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => [Math.round((x += dx) / COARSER), Math.round((y += dy) / COARSER)]);
  const kept = points.filter(([px, py], at) => {
    const last = points[at - 1];
    return !last || px !== last[0] || py !== last[1];
  });
  if (kept.length < 2) kept.push(points.at(-1));
  return kept.map(([px, py], at) => (at ? [px - kept[at - 1][0], py - kept[at - 1][1]] : [px, py]));
}

const ground = JSON.stringify({
  type,
  transform: { ...transform, scale: transform.scale.map((step) => step * COARSER) },
  objects: { countries: { type: "GeometryCollection", geometries } },
  arcs: arcs.map((arc, at) => (used.has(at) ? coarser(arc) : [[0, 0], [0, 0]])),
});
writeFileSync(to, ground);
writeFileSync(`${to}.br`, brotliCompressSync(ground));
