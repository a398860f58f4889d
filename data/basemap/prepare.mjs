// prepare.mjs: cuts the packaged source data to what the base map needs, as GeoJSON for ogr2ogr.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node prepare.mjs NODE_MODULES_PARENT OUTPUT_DIRECTORY
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const [, , packages, out] = process.argv;
const require = createRequire (path.resolve (packages) + '/');
const topojson = require ('topojson-client');

// The detail region: zoom 7 tiles, columns 103-105, rows 54-56, and a little around them.
const DETAIL = [109.5, 19.1, 118.3, 27.25];
// Where the world is drawn from the finer Natural Earth coast at zoom 5 and 6.
const ASIA = [67.5, -11.1784, 146.25, 55.7766];

const polygons = (g) =>
  g.type === 'FeatureCollection' ? g.features.flatMap ((f) => polygons (f.geometry))
  : g.type === 'GeometryCollection' ? g.geometries.flatMap (polygons)
  : g.type === 'MultiPolygon' ? g.coordinates
  : g.type === 'Polygon' ? [g.coordinates] : [];

// Sutherland-Hodgman against one half plane: axis 0 = longitude, side +1 keeps what is above limit.
function
clipSide (ring, axis, limit, side)
{
  const result = [];
  const inside = (p) => (p[axis] - limit) * side >= 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i], b = ring[(i + 1) % ring.length];
    if (inside (a))
      result.push (a);
    if (inside (a) !== inside (b)) {
      const t = (limit - a[axis]) / (b[axis] - a[axis]);
      const p = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      p[axis] = limit;
      result.push (p);
    }
  }
  return result;
}

function
clipRing (ring, [w, s, e, n])
{
  let r = ring.slice (0, -1);
  for (const [axis, limit, side] of [[0, w, 1], [0, e, -1], [1, s, 1], [1, n, -1]])
    r = clipSide (r, axis, limit, side);
  return r.length < 3 ? null : [...r, r[0]];
}

// The outer rings and the holes of polygons, each ring a feature with the number of its polygon.
// Apart they stay sound when cut at a region's edge; build.sh takes the holes out again.
function
write (name, source, box)
{
  const collect = (pick) => source.flatMap ((rings, polygon) => pick (rings)
    .map ((r) => box ? clipRing (r, box) : r).filter (Boolean)
    .map ((ring) => ({
      type: 'Feature', properties: { polygon }, geometry: { type: 'Polygon', coordinates: [ring] },
    })));
  for (const [part, features] of [['outer', collect ((r) => r.slice (0, 1))], ['holes', collect ((r) => r.slice (1))]])
    fs.writeFileSync (path.join (out, `${name}-${part}.geojson`), JSON.stringify ({ type: 'FeatureCollection', features }));
}

// Rounds the corners of a ring (Chaikin): each pass cuts them off at a quarter of the side, or at limit degrees.
const chaikin = (ring, passes, limit) => {
  let r = ring.slice (0, -1);
  for (let k = 0; k < passes; k++)
    r = r.flatMap ((p, i) => {
      const q = r[(i + 1) % r.length];
      const t = Math.min (0.25, limit / Math.max (Math.hypot (q[0] - p[0], q[1] - p[1]), 1e-9));
      return [[p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])], [q[0] + t * (p[0] - q[0]), q[1] + t * (p[1] - q[1])]];
    });
  return [...r, r[0]];
};

const read = (name) => JSON.parse (fs.readFileSync (path.join (packages, 'node_modules', name)));
const land = (name) => {
  const t = read (name);
  return polygons (topojson.feature (t, t.objects.land));
};

// The coast is simplified to some hundred metres in the source; two passes take its edge off.
const box = ([w, s, e, n], m) => [w - m, s - m, e + m, n + m];
write ('sea-detail', polygons (read ('@geo-maps/earth-seas-10m/map.geo.json'))
  .map ((p) => p.map ((r) => clipRing (r, box (DETAIL, 1))).filter (Boolean).map ((r) => chaikin (r, 2, 0.002))), DETAIL);
write ('land-world', land ('world-atlas/land-50m.json'));
write ('land-asia', land ('world-atlas/land-10m.json'), ASIA);

// Own indicative rivers: a few points each, rounded by a Catmull-Rom spline.
function
spline (p)
{
  const result = [p[0]];
  for (let i = 0; i + 1 < p.length; i++) {
    const [a, b, c, d] = [p[Math.max (i - 1, 0)], p[i], p[i + 1], p[Math.min (i + 2, p.length - 1)]];
    for (let k = 1; k <= 6; k++) {
      const t = k / 6;
      result.push ([0, 1].map ((j) => 0.5 * (2 * b[j] + (c[j] - a[j]) * t
        + (2 * a[j] - 5 * b[j] + 4 * c[j] - d[j]) * t * t
        + (3 * b[j] - a[j] - 3 * c[j] + d[j]) * t * t * t)));
    }
  }
  return result;
}

const line = (width_m, coordinates) =>
  ({ type: 'Feature', properties: { width_m }, geometry: { type: 'LineString', coordinates } });

const ownRivers = fs.readFileSync (new URL ('rivers.csv', import.meta.url), 'utf8').trim ().split ('\n').slice (1)
  .map ((row) => row.split (','))
  .map (([, , width, points]) => {
    const n = points.split (' ').map (Number);
    return line (Number (width), spline (n.filter ((_, i) => i % 2 === 0).map ((x, i) => [x, n[2 * i + 1]])));
  });

// GSHHG rivers as `gmt coast -M` prints them: a comment line with the level, then points.
// Level 0 are the banks of wide rivers, which the own lines stand for.
const LEVEL_WIDTH_M = [0, 450, 400, 280, 180, 120];
const dumped = fs.readFileSync (path.join (out, 'gshhg.txt'), 'utf8').split (/^>/m).slice (1)
  .map ((part) => {
    const [head, ...rows] = part.trim ().split ('\n');
    const level = Number (/Level (\d+)/.exec (head)?.[1] ?? 0);
    return [level, rows.map ((r) => r.trim ().split (/\s+/).map (Number))];
  })
  .filter (([level, points]) => level > 0 && points.length > 1)
  .map (([level, points]) => line (LEVEL_WIDTH_M[Math.min (level, 5)], points));

fs.writeFileSync (path.join (out, 'river.geojson'),
  JSON.stringify ({ type: 'FeatureCollection', features: [...ownRivers, ...dumped] }));

// Lakes and reservoirs come as coarse cells: keep those with a shape, and round their corners.
const area = (ring) => Math.abs (ring.reduce ((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + x * v - u * y;
}, 0) / 2);
const perimeter = (ring) => ring.slice (1).reduce ((sum, [x, y], i) => sum + Math.hypot (x - ring[i][0], y - ring[i][1]), 0);
const compactness = (ring) => 4 * Math.PI * area (ring) / perimeter (ring) ** 2;
// Reservoirs that the source leaves out, drawn by us with a few points each.
const ownLakes = fs.readFileSync (new URL ('lakes.csv', import.meta.url), 'utf8').trim ().split ('\n').slice (1)
  .map ((row) => row.split (',')[2].split (' ').map (Number))
  .map ((n) => n.filter ((_, i) => i % 2 === 0).map ((x, i) => [x, n[2 * i + 1]]))
  .map ((r) => [chaikin ([...r, r[0]], 3, 1)]);
// 6e-5 square degrees are about 0.7 km² here.
write ('lake-detail', polygons (read ('@geo-maps/earth-lakes-10m/map.geo.json'))
  .map ((p) => p[0])
  .filter ((r) => r.length >= 6 && area (r) > 6e-5 && compactness (r) > 0.3 && clipRing (r, DETAIL))
  .map ((r) => [chaikin (r, 3, 1)])
  .concat (ownLakes));
