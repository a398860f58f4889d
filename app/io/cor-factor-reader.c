/* cor-factor-reader.c: emission factors from data/factors/ into a set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-factor-reader.h"

#include "cor-data-dir.h"
#include "cor-file.h"
#include "cor-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_enum (const CorJson *object, const char *key, const CorEnumValue *values, int *out, GError **error)
{
  const CorJson *node = cor_json_require (object, key, COR_JSON_STRING, error);

  if (node == NULL)
    return FALSE;
  if (!cor_enum_from_nick (values, node->string, out))
    return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("“%s” is not known here"), node->string);
  return TRUE;
}

static gboolean
read_texts (const CorJson *node, CorFactor *factor, GError **error)
{
  struct { const char *key; char **out; } texts[] = {
    { "id", &factor->id },         { "name", &factor->name },     { "name_zh", &factor->name_zh },
    { "region", &factor->region }, { "source", &factor->source }, { "place", &factor->place },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const CorJson *text = cor_json_require (node, texts[i].key, COR_JSON_STRING, error);

      if (text == NULL)
        return FALSE;
      *texts[i].out = g_strdup (text->string);
    }
  if (cor_json_member (node, "region_zh") != NULL)
    factor->region_zh = g_strdup (cor_json_member (node, "region_zh")->string);
  if (cor_json_member (node, "note") != NULL)
    factor->note = g_strdup (cor_json_member (node, "note")->string);
  return TRUE;
}

static gboolean
read_numbers (const CorJson *node, CorFactor *factor, GError **error)
{
  struct { const char *key; double *out; } numbers[] = {
    { "total", &factor->total }, { "low", &factor->low }, { "high", &factor->high }, { "direct", &factor->direct },
  };
  const CorJson *grid = cor_json_member (node, "grid_kwh_per_unit");
  const CorJson *year = cor_json_require (node, "year", COR_JSON_NUMBER, error);

  if (year == NULL || !cor_json_integer (year, 1990, 2100, &factor->year, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const CorJson *number = cor_json_require (node, numbers[i].key, COR_JSON_NUMBER, error);

      if (number == NULL)
        return FALSE;
      *numbers[i].out = number->number;
    }
  factor->grid_kwh_per_unit = grid ? grid->number : 0;
  if (!(0 <= factor->direct && factor->direct <= factor->total && factor->low <= factor->total
        && factor->total <= factor->high && factor->high < 1000))
    return cor_json_set_error (node, COR_ERROR_RANGE, error,
                               _ ("direct, low, total and high of “%s” are not in this order"), factor->id);
  return TRUE;
}

static gboolean
read_path (const CorJson *node, CorFactor *factor, GError **error)
{
  const CorJson *path = cor_json_member (node, "path");

  if (path == NULL)
    return TRUE;
  if (!cor_json_expect (path, COR_JSON_ARRAY, error))
    return FALSE;
  factor->path = g_new0 (CorFactorPoint, MAX (path->n, 1));
  for (const CorJson *point = path->first; point != NULL; point = point->next)
    {
      CorFactorPoint *out = &factor->path[factor->n_path];
      const CorJson *year = cor_json_require (point, "year", COR_JSON_NUMBER, error);
      const CorJson *total = year ? cor_json_require (point, "total", COR_JSON_NUMBER, error) : NULL;

      if (total == NULL || !cor_json_integer (year, 1990, 2100, &out->year, error))
        return FALSE;
      out->total = total->number;
      if (factor->n_path++ > 0 && out[-1].year >= out->year)
        return cor_json_set_error (point, COR_ERROR_RANGE, error, _ ("the years of a path must rise"));
    }
  return TRUE;
}

static gboolean
read_factor (const CorJson *node, CorFactor *factor, GError **error)
{
  int kind, scope, status;

  if (!cor_json_expect (node, COR_JSON_OBJECT, error) || !read_texts (node, factor, error)
      || !read_enum (node, "kind", cor_factor_kind_values, &kind, error)
      || !read_enum (node, "scope", cor_factor_scope_values, &scope, error)
      || !read_enum (node, "status", cor_param_status_values, &status, error))
    return FALSE;
  factor->kind = kind;
  factor->scope = scope;
  factor->status = status;
  return read_numbers (node, factor, error) && read_path (node, factor, error);
}

static gboolean
read_factors (const CorJson *root, GArray *factors, GError **error)
{
  const CorJson *format = cor_json_require (root, "format", COR_JSON_STRING, error);
  const CorJson *list = format ? cor_json_require (root, "factors", COR_JSON_ARRAY, error) : NULL;

  if (list == NULL)
    return FALSE;
  if (strcmp (format->string, COR_FACTOR_FORMAT) != 0)
    return cor_json_set_error (format, COR_ERROR_PARSE, error, _ ("“%s” is not “%s”"), format->string,
                               COR_FACTOR_FORMAT);
  for (const CorJson *node = list->first; node != NULL; node = node->next)
    {
      CorFactor blank = { NULL };

      g_array_append_val (factors, blank);
      if (!read_factor (node, &g_array_index (factors, CorFactor, factors->len - 1), error))
        return FALSE;
    }
  return TRUE;
}

CorFactorSet *
cor_factor_reader_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES, error);
  g_autoptr (CorJsonDoc) doc = bytes ? cor_json_parse (bytes, error) : NULL;
  GArray *factors = g_array_new (FALSE, TRUE, sizeof (CorFactor));
  g_autoptr (CorFactorSet) set = cor_factor_set_new (factors);

  if (doc == NULL || !read_factors (cor_json_doc_root (doc), factors, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&set);
}

CorFactorSet *
cor_factor_reader_load_default (GError **error)
{
  g_autofree char *path = cor_data_file ("factors", "emission-factors.json", NULL);

  return cor_factor_reader_load (path, error);
}
