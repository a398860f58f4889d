/* cor-correlation-reader.c: correlations of parameters from data/parameters/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-correlation-reader.h"

#include "cor-param-entry.h"

#include <glib/gi18n-lib.h>

static gboolean
read_id (const CorJson *node, CorParamId *out, GError **error)
{
  if (!cor_json_expect (node, COR_JSON_STRING, error))
    return FALSE;
  if (!cor_param_from_id (node->string, out))
    return cor_json_set_error (node, COR_ERROR_REFERENCE, error, _ ("“%s” is no parameter of the program"), node->string);
  return TRUE;
}

/* The two ids, neither the same nor a pair that is there. */
static gboolean
read_pair (const CorJson *node, CorCorrelation *out, const GArray *list, GError **error)
{
  const CorJson *pair = cor_json_require (node, "parameters", COR_JSON_ARRAY, error);
  g_autofree char *both = NULL;
  gboolean twice;

  if (pair == NULL)
    return FALSE;
  if (pair->n != 2)
    return cor_json_set_error (pair, COR_ERROR_RANGE, error, _ ("%s is %g; it must lie between %g and %g"),
                               "parameters", (double) pair->n, 2.0, 2.0);
  if (!read_id (pair->first, &out->a, error) || !read_id (pair->first->next, &out->b, error))
    return FALSE;
  twice = out->a == out->b;
  for (guint i = 0; i + 1 < list->len; i++)
    {
      const CorCorrelation *other = &g_array_index (list, CorCorrelation, i);

      twice |= (other->a == out->a && other->b == out->b) || (other->a == out->b && other->b == out->a);
    }
  both = g_strdup_printf ("%s, %s", cor_param_info (out->a)->id, cor_param_info (out->b)->id);
  if (twice)
    return cor_json_set_error (pair, COR_ERROR_DUPLICATE, error, _ ("the key “%s” is there twice; remove one"), both);
  return TRUE;
}

static gboolean
read_rho (const CorJson *node, CorCorrelation *out, GError **error)
{
  const CorJson *rho = cor_json_require (node, "rho", COR_JSON_NUMBER, error);

  if (rho == NULL)
    return FALSE;
  if (!(rho->number >= -1 && rho->number <= 1))
    return cor_json_set_error (rho, COR_ERROR_RANGE, error, _ ("%s is %g; it must lie between %g and %g"), "rho",
                               rho->number, -1.0, 1.0);
  out->rho = rho->number;
  return TRUE;
}

gboolean
cor_correlation_read (const CorJson *node, GArray *list, GError **error)
{
  static const char *const known[] = { "parameters", "rho", "status", "source", "reason", "reason_zh", NULL };
  CorCorrelation blank = { 0 };
  CorCorrelation *out;
  const CorJson *status;
  int value;

  g_array_append_val (list, blank);
  out = &g_array_index (list, CorCorrelation, list->len - 1);
  if (!cor_json_expect (node, COR_JSON_OBJECT, error) || !cor_param_entry_check_keys (node, known, error)
      || !read_pair (node, out, list, error) || !read_rho (node, out, error))
    return FALSE;
  status = cor_json_require (node, "status", COR_JSON_STRING, error);
  if (status == NULL || !cor_json_nick (status, cor_param_status_values, &value, error))
    return FALSE;
  out->status = value;
  return cor_json_text (node, "source", TRUE, &out->source, error)
         && cor_json_text (node, "reason", TRUE, &out->reason, error)
         && cor_json_text (node, "reason_zh", TRUE, &out->reason_zh, error);
}

gboolean
cor_correlation_check_list (const GArray *list, GError **error)
{
  const CorCorrelation *all = (const CorCorrelation *) (void *) list->data;
  guint fault = cor_correlation_check (all, list->len);

  if (fault == list->len)
    return TRUE;
  g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
               _ ("“%s” and “%s” cannot be correlated by %g, given the other correlations"),
               cor_param_info (all[fault].a)->id, cor_param_info (all[fault].b)->id, all[fault].rho);
  return FALSE;
}
