/* cor-correlation.c: which uncertain figures move together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-correlation.h"

#include <math.h>

/* Of a pivot that should be zero, what rounding leaves. */
#define ROUNDING 1e-9

void
cor_correlation_clear (CorCorrelation *correlation)
{
  g_free (correlation->reason);
  g_free (correlation->reason_zh);
  g_free (correlation->source);
}

/* Column @j of the triangle, those before it done. */
static gboolean
reduce_column (double *matrix, guint n, guint j)
{
  double pivot;

  for (guint i = j; i < n; i++)
    for (guint k = 0; k < j; k++)
      matrix[i * n + j] -= matrix[i * n + k] * matrix[j * n + k];
  pivot = matrix[j * n + j];
  if (pivot < -ROUNDING)
    return FALSE;
  for (guint i = j; i < n; i++)
    {
      if (pivot <= ROUNDING && fabs (matrix[i * n + j]) > sqrt (ROUNDING))
        return FALSE;
      matrix[i * n + j] = pivot <= ROUNDING ? 0 : matrix[i * n + j] / sqrt (pivot);
    }
  for (guint k = j + 1; k < n; k++)
    matrix[j * n + k] = 0;
  return TRUE;
}

gboolean
cor_correlation_triangle (double *matrix, guint n)
{
  for (guint j = 0; j < n; j++)
    if (!reduce_column (matrix, n, j))
      return FALSE;
  return TRUE;
}

/* The place of @id among the @n ids, where it is put when it is new. */
static guint
place_of (CorParamId *ids, guint *n, CorParamId id)
{
  guint at = 0;

  while (at < *n && ids[at] != id)
    at++;
  if (at == *n)
    ids[(*n)++] = id;
  return at;
}

/* Whether there are draws with all correlations but @without. */
static gboolean
hold_together (const CorCorrelation *list, guint n, guint without)
{
  g_autofree CorParamId *ids = g_new (CorParamId, 2 * n);
  g_autofree double *matrix = NULL;
  guint n_ids = 0;

  for (guint i = 0; i < n; i++)
    {
      place_of (ids, &n_ids, list[i].a);
      place_of (ids, &n_ids, list[i].b);
    }
  matrix = g_new0 (double, (gsize) n_ids * n_ids);
  for (guint i = 0; i < n_ids; i++)
    matrix[i * n_ids + i] = 1;
  for (guint i = 0; i < n; i++)
    {
      guint a = place_of (ids, &n_ids, list[i].a), b = place_of (ids, &n_ids, list[i].b);

      matrix[a * n_ids + b] = matrix[b * n_ids + a] = i == without ? 0 : list[i].rho;
    }
  return cor_correlation_triangle (matrix, n_ids);
}

guint
cor_correlation_check (const CorCorrelation *list, guint n)
{
  guint i = n;

  if (n == 0 || hold_together (list, n, n))
    return n;
  while (i-- > 0)
    if (hold_together (list, n, i))
      return i;
  return n - 1;
}
