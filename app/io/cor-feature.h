/* cor-feature.h: what any file of places and lines comes down to: places with what is said of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-error.h"
#include "cor-lonlat.h"

G_BEGIN_DECLS

/* More than these are not read. */
#define COR_FEATURES_MAX 20000u

/** CorProperty: what is said of a feature: as text, and as it stands in JSON where it came from it. */
typedef struct
{
  char *key;
  char *text;
  char *json;
} CorProperty;

/**
 * CorFeature:
 * @line: line of the file it begins on
 * @is_line: a line, not a place
 * @points: array of #CorLonLat in the system of the file; none where it has no place
 * @properties: array of #CorProperty in their order
 * @problem: why it cannot be used, translated; %NULL where it can
 */
typedef struct
{
  guint line;
  gboolean is_line;
  GArray *points;
  GArray *properties;
  char *problem;
} CorFeature;

/** cor_feature_new: one without a place. */
CorFeature *cor_feature_new (guint line);

/** cor_feature_free: frees it. */
void cor_feature_free (CorFeature *feature);

/** cor_feature_say: adds a property; @json may be %NULL. */
void cor_feature_say (CorFeature *feature, const char *key, const char *text, const char *json);

/**
 * cor_features_from_bytes:
 * @bytes: a table (any of the delimiters comma, semicolon, tab, bar), GeoJSON, GPX or KML; what it
 *   is its content tells; tables in UTF-8, UTF-16 or GB18030
 *
 * Returns: (transfer full): array of #CorFeature in the order of the file, or %NULL with
 *   %COR_ERROR_PARSE or %COR_ERROR_TOO_LARGE that says where and what
 */
GPtrArray *cor_features_from_bytes (GBytes *bytes, GError **error);

/** cor_features_from_csv: a table in UTF-8; the first line names the columns. */
GPtrArray *cor_features_from_csv (const char *text, GError **error);

/** cor_features_from_geojson: RFC 7946: a feature, a collection of them, or a geometry. */
GPtrArray *cor_features_from_geojson (GBytes *bytes, GError **error);

/** cor_features_from_xml: GPX or KML in UTF-8. */
GPtrArray *cor_features_from_xml (const char *text, gsize length, GError **error);

G_END_DECLS
