/* cor-copula.c: independent uniform draws made to move together where correlations are stated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-copula.h"

#include <gsl/gsl_cdf.h>

/* Uniforms nearer to 0 or 1 than this have no finite normal worth the name. */
#define LEAST_U 1e-12

/* @members: the factors with a correlation; @triangle: theirs, by rows; @moved: rows that are more
 * than their own number; @normals: of the draw at hand. */
struct _CorCopula
{
  guint *groups;
  guint n_members;
  guint *members;
  double *triangle;
  gboolean *moved;
  double *normals;
};

/* The factor of a parameter, @n where it is not drawn. */
static guint
factor_of (const CorFactorRange *factors, guint n, CorParamId id)
{
  guint found = n;

  for (guint i = 0; i < n; i++)
    if (factors[i].id == id && (found == n || factors[i].electric))
      found = i;
  return found;
}

/* Makes one group of two. */
static void
join (guint *groups, guint n, guint a, guint b)
{
  guint from = MAX (groups[a], groups[b]), to = MIN (groups[a], groups[b]);

  for (guint i = 0; i < n; i++)
    if (groups[i] == from)
      groups[i] = to;
}

/* The triangle of the correlations among the members. */
static void
fill_triangle (CorCopula *copula, const double *matrix, guint n)
{
  guint m = copula->n_members;

  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < m; j++)
      copula->triangle[i * m + j] = i == j ? 1 : matrix[copula->members[i] * n + copula->members[j]];
  if (!cor_correlation_triangle (copula->triangle, m))
    g_return_if_reached ();
  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < i; j++)
      copula->moved[i] |= copula->triangle[i * m + j] != 0;
}

CorCopula *
cor_copula_new (const CorFactorRange *factors, guint n, const CorCorrelation *stated, guint n_stated)
{
  CorCopula *copula = g_new0 (CorCopula, 1);
  g_autofree double *matrix = g_new0 (double, MAX (n * n, 1));
  g_autofree gboolean *is_member = g_new0 (gboolean, MAX (n, 1));

  copula->groups = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    copula->groups[i] = i;
  for (guint i = 0; i < n_stated; i++)
    {
      guint a = factor_of (factors, n, stated[i].a), b = factor_of (factors, n, stated[i].b);

      if (a == n || b == n || stated[i].rho == 0)
        continue;
      matrix[a * n + b] = matrix[b * n + a] = stated[i].rho;
      is_member[a] = is_member[b] = TRUE;
      join (copula->groups, n, a, b);
    }
  copula->members = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (is_member[i])
      copula->members[copula->n_members++] = i;
  copula->triangle = g_new0 (double, copula->n_members * copula->n_members + 1);
  copula->normals = g_new (double, copula->n_members + 1);
  copula->moved = g_new0 (gboolean, copula->n_members + 1);
  fill_triangle (copula, matrix, n);
  return copula;
}

void
cor_copula_free (CorCopula *copula)
{
  g_free (copula->groups);
  g_free (copula->members);
  g_free (copula->triangle);
  g_free (copula->moved);
  g_free (copula->normals);
  g_free (copula);
}

void
cor_copula_apply (CorCopula *copula, double *u)
{
  guint m = copula->n_members;
  double *normals = copula->normals;

  for (guint i = 0; i < m; i++)
    {
      double sum = 0;

      normals[i] = gsl_cdf_ugaussian_Pinv (CLAMP (u[copula->members[i]], LEAST_U, 1 - LEAST_U));
      if (!copula->moved[i])
        continue;
      for (guint j = 0; j <= i; j++)
        sum += copula->triangle[i * m + j] * normals[j];
      u[copula->members[i]] = gsl_cdf_ugaussian_P (sum);
    }
}

const guint *
cor_copula_groups (const CorCopula *copula)
{
  return copula->groups;
}
