/* cor-param.h: parameters, where each value comes from, and which one applies.
 *
 * A parameter is an id with a unit (cor-param-table.def). Its values are entries in layers: the
 * defaults that ship with the program, the scenario's own, a truck's, a duty's. An entry may hold
 * for one truck type, powertrain, region, convention or year only. The topmost layer that has a
 * fitting entry wins; inside a layer the most specific entry; entries that differ by year alone
 * form a series that is read linearly between its years and held constant outside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-error.h"

G_BEGIN_DECLS

/** CorParamId: one value for each row of cor-param-table.def. */
typedef enum
{
#define COR_PARAM(ENUM, id, unit, lo, hi, label) COR_PARAM_##ENUM,
#include "cor-param-table.def"
#undef COR_PARAM
  COR_N_PARAMS
} CorParamId;

/** CorParamInfo: a row of the table; @label is marked for translation, not translated. */
typedef struct
{
  const char *id;
  const char *unit;
  double lowest;
  double highest;
  const char *label;
} CorParamInfo;

/**
 * CorParameter: one entry: a value and where it comes from.
 * @powertrain: a #CorPowertrain, or -1 for any.
 * @year: the year it holds for, or 0 for any.
 * @source_year: year of the figure itself (0: the same as @year).
 * @low, @high: range for sensitivity; equal to @value where it is exact.
 * @extra: members that this version does not know, as JSON text (an object), or %NULL.
 * Strings are owned; selectors are %NULL for any.
 */
typedef struct
{
  CorParamId id;
  char *truck_type;
  int powertrain;
  char *region;
  char *convention;
  int year;
  int source_year;
  double value, low, high;
  CorParamStatus status;
  char *source;
  char *place;
  char *note;
  char *extra;
} CorParameter;

/** CorRegion: a place that prices and rules belong to; @parent is an id or %NULL. */
typedef struct
{
  char *id;
  char *name;
  char *name_zh;
  char *parent;
} CorRegion;

/** CorParamLayer: an immutable, counted list of entries (and, in the defaults, the regions). */
typedef struct _CorParamLayer CorParamLayer;

/** CorParamContext: what is asked for; strings may be %NULL, @powertrain -1 for none. */
typedef struct
{
  const char *truck_type;
  int powertrain;
  const char *region;
  const char *convention;
} CorParamContext;

/** CorParamTable: the series that apply in one context; immutable and counted. */
typedef struct _CorParamTable CorParamTable;

/**
 * CorParamValue: a value with its origin.
 * @from: the entry, or the earlier of the two it lies between; @to: the later or %NULL.
 * @range_from: the entry that @low and @high follow from: @from; but where that is assumed in a higher
 * layer without a range (as a value typed by the user is), the one it replaces: @low and @high are then
 * the same shares of the value as there, since a value is not surer for having been typed.
 * @layer: index of the layer it came from, as given to cor_param_table_new().
 */
typedef struct
{
  double value, low, high;
  const CorParameter *from;
  const CorParameter *to;
  const CorParameter *range_from;
  guint layer;
} CorParamValue;

/** cor_param_info: the table row of @id; the rows of the ids that follow stand behind it. */
const CorParamInfo *cor_param_info (CorParamId id);

/** cor_param_from_id: finds a parameter by its id; FALSE where there is none. */
gboolean cor_param_from_id (const char *id, CorParamId *out);

/** cor_parameter_clear: frees what the entry owns. */
void cor_parameter_clear (CorParameter *entry);

/** cor_parameter_copy: a deep copy of @entry into @out. */
void cor_parameter_copy (const CorParameter *entry, CorParameter *out);

/** cor_set_out_of_range: %COR_ERROR_RANGE that names a figure, its value and its range; no unit where it has none. */
void cor_set_out_of_range (GError **error, const char *id, const char *unit, double value, double lowest, double highest);

/**
 * cor_parameter_check: whether the value, low and high are finite, ordered and inside the range of
 * the table; sets %COR_ERROR_RANGE with id, value and range.
 */
gboolean cor_parameter_check (const CorParameter *entry, GError **error);

/**
 * cor_param_layer_new:
 * @entries: (transfer full): array of #CorParameter with a clear function
 * @regions: (nullable) (transfer full): array of #CorRegion
 */
CorParamLayer *cor_param_layer_new (GArray *entries, GArray *regions);
CorParamLayer *cor_param_layer_ref (CorParamLayer *layer);
void cor_param_layer_unref (CorParamLayer *layer);

/** cor_param_layer_equal: whether both hold the same entries in the same order; regions are not looked at. */
gboolean cor_param_layer_equal (const CorParamLayer *a, const CorParamLayer *b);

/** cor_param_layer_entries: the entries, @n of them; owned by the layer. */
const CorParameter *cor_param_layer_entries (const CorParamLayer *layer, guint *n);

/** cor_param_layer_regions: the regions, @n of them; owned by the layer. */
const CorRegion *cor_param_layer_regions (const CorParamLayer *layer, guint *n);

/** cor_param_layer_find_region: the region of that id, or %NULL. */
const CorRegion *cor_param_layer_find_region (const CorParamLayer *layer, const char *id);

/** cor_param_layer_region_name: (nullable): what the region of that id is called; @id itself where there is none. */
const char *cor_param_layer_region_name (const CorParamLayer *layer, const char *id, gboolean zh);

/**
 * cor_param_table_new:
 * @layers: lowest first; the first holds the regions. Each is referenced.
 *
 * Which series apply in @context. Safe to use from several threads once made.
 */
CorParamTable *
cor_param_table_new (CorParamLayer *const *layers, guint n_layers, const CorParamContext *context);
CorParamTable *cor_param_table_ref (CorParamTable *table);
void cor_param_table_unref (CorParamTable *table);

/** cor_param_table_get: the value of @id in @year with its origin; FALSE where nothing applies. */
gboolean
cor_param_table_get (const CorParamTable *table, CorParamId id, int year, CorParamValue *out);

/** cor_param_table_value: the value of @id in @year, NaN where nothing applies. */
double cor_param_table_value (const CorParamTable *table, CorParamId id, int year);

/** cor_param_table_fill: all values of @year into @out[COR_N_PARAMS], NaN where nothing applies. */
void cor_param_table_fill (const CorParamTable *table, int year, double *out);

/** cor_param_table_fill_years: the same of @n years from @first on, row after row in @out, each @row values long. */
void cor_param_table_fill_years (const CorParamTable *table, int first, guint n, gsize row, double *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorParamLayer, cor_param_layer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorParamTable, cor_param_table_unref)

G_END_DECLS
