/* cor-feature.h: what any file of places and lines comes down to: places with what is said of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-error.h"
#include "cor-lonlat.h"

#include <gio/gio.h>

G_BEGIN_DECLS

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
 * @times: (nullable): array of double, seconds since 1970 of each point, NaN where not said
 * @properties: array of #CorProperty in their order
 * @problem: why it cannot be used, translated; %NULL where it can
 */
typedef struct
{
  guint line;
  gboolean is_line;
  GArray *points;
  GArray *times;
  GArray *properties;
  char *problem;
} CorFeature;

/** CorFeatureFormat: what a file is; its content tells. */
typedef enum
{
  COR_FEATURES_TABLE,
  COR_FEATURES_GEOJSON,
  COR_FEATURES_GPX,
  COR_FEATURES_KML,
} CorFeatureFormat;

/**
 * CorTableForm: how a file is written; what is not said is found out.
 * @encoding: (nullable): one of cor_feature_encodings
 * @delimiter: of a table; 0 where not said
 * @header: whether the first line of a table names the columns; -1 where not said
 */
typedef struct
{
  const char *encoding;
  char delimiter;
  int header;
} CorTableForm;

#define COR_TABLE_FORM_FIND { NULL, '\0', -1 }

/** cor_feature_encodings: the encodings of text that are read, %NULL at the end. */
extern const char *const cor_feature_encodings[];

/** cor_feature_delimiters: what may stand between the cells of a table. */
extern const char cor_feature_delimiters[];

/** CorFeatureFunc: takes note of a feature, which lives during the call; FALSE ends the reading. */
typedef gboolean (*CorFeatureFunc) (const CorFeature *feature, gpointer data);

/**
 * CorFeatureRead: how to read.
 * @progress: (nullable): told the share that is read, 0 to 1, from the thread that reads
 */
typedef struct
{
  CorTableForm form;
  GCancellable *cancellable;
  void (*progress) (double share, gpointer data);
  gpointer progress_data;
} CorFeatureRead;

/**
 * CorFeatureText: a file as text in UTF-8, with what it is.
 * @text: ends in NUL, but for GeoJSON; @bytes, @own: what it lies in, one of the two
 */
typedef struct
{
  const char *text;
  gsize length;
  GBytes *bytes;
  char *own;
  CorFeatureFormat format;
  CorTableForm form;
} CorFeatureText;

/* So many features are read between two looks at whether to go on, and two reports of progress. */
#define COR_FEATURES_A_LOOK 1024u

/** cor_feature_new: one without a place. */
CorFeature *cor_feature_new (guint line);

/** cor_feature_free: frees it. */
void cor_feature_free (CorFeature *feature);

/** cor_feature_say: adds a property; @json may be %NULL. */
void cor_feature_say (CorFeature *feature, const char *key, const char *text, const char *json);

/**
 * cor_feature_text_new:
 * @bytes: a table (any of the delimiters comma, semicolon, tab, bar), GeoJSON, GPX or KML
 * @name: (nullable): what the file is called; its content has to be what the ending says
 * @form: (nullable): what is known of it
 *
 * Returns: (transfer full): the file as text, with its form found, or %NULL with %COR_ERROR_PARSE
 *   that says what is wrong with it
 */
CorFeatureText *cor_feature_text_new (GBytes *bytes, const char *name, const CorTableForm *form, GError **error);

/** cor_feature_text_free: frees it. */
void cor_feature_text_free (CorFeatureText *text);

/**
 * cor_features_each:
 * @how: @form is not looked at: that of @text holds
 *
 * Hands each feature of a file to @func in the order of the file, one at a time, so that its length does
 * not matter.
 *
 * Returns: %FALSE with %COR_ERROR_PARSE or %COR_ERROR_TOO_LARGE that says where and what, with
 *   %COR_ERROR_MISSING where there is no feature at all, or with %G_IO_ERROR_CANCELLED
 */
gboolean cor_features_each (const CorFeatureText *text,
                            const CorFeatureRead *how,
                            CorFeatureFunc func,
                            gpointer data,
                            GError **error);

/**
 * cor_feature_columns:
 *
 * Returns: (transfer full) (element-type utf8): the names of a table's columns, each another: as the
 *   first line says, or "Column 1" and so on
 */
GPtrArray *cor_feature_columns (const CorFeatureText *text);

/** cor_features_each_row: cor_features_each() of a table. */
gboolean cor_features_each_row (const CorFeatureText *text,
                                const CorFeatureRead *how,
                                CorFeatureFunc func,
                                gpointer data,
                                GError **error);

/** cor_table_find_delimiter: that which the first line has most of, outside quotes. */
char cor_table_find_delimiter (const char *text);

/** cor_table_find_header: whether the first line holds names, not figures. */
gboolean cor_table_find_header (const char *text, char delimiter);

/** cor_features_each_geojson: cor_features_each() of RFC 7946: a feature, a collection of them, or a geometry. */
gboolean cor_features_each_geojson (const CorFeatureText *text,
                                    const CorFeatureRead *how,
                                    CorFeatureFunc func,
                                    gpointer data,
                                    GError **error);

/** cor_features_each_xml: cor_features_each() of GPX or KML. */
gboolean cor_features_each_xml (const CorFeatureText *text,
                                const CorFeatureRead *how,
                                CorFeatureFunc func,
                                gpointer data,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorFeature, cor_feature_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorFeatureText, cor_feature_text_free)

G_END_DECLS
