/* cor-geometry.c: a route laid on its road network.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-geometry.h"


CorGeometry *
cor_geometry_new (CorPath *out, CorPath *back, GArray *accesses_out, GArray *accesses_back, char *problem)
{
  CorGeometry *geometry = g_new0 (CorGeometry, 1);

  g_atomic_ref_count_init (&geometry->refs);
  geometry->out = out;
  geometry->back = back;
  geometry->accesses_out = accesses_out ? accesses_out : g_array_new (FALSE, FALSE, sizeof (CorAccess));
  geometry->accesses_back = accesses_back ? accesses_back : g_array_new (FALSE, FALSE, sizeof (CorAccess));
  geometry->problem = problem;
  return geometry;
}

CorGeometry *
cor_geometry_ref (CorGeometry *geometry)
{
  g_atomic_ref_count_inc (&geometry->refs);
  return geometry;
}

void
cor_geometry_unref (CorGeometry *geometry)
{
  if (!g_atomic_ref_count_dec (&geometry->refs))
    return;
  g_clear_pointer (&geometry->out, cor_path_unref);
  g_clear_pointer (&geometry->back, cor_path_unref);
  g_array_unref (geometry->accesses_out);
  g_array_unref (geometry->accesses_back);
  g_free (geometry->problem);
  g_free (geometry);
}

static gboolean
accesses_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CorAccess *x = &g_array_index (a, CorAccess, i);
      const CorAccess *y = &g_array_index (b, CorAccess, i);

      if (x->station_index != y->station_index || x->leg != y->leg || x->leave_m != y->leave_m
          || x->rejoin_m != y->rejoin_m || x->out_m != y->out_m || x->back_m != y->back_m
          || x->detour_s != y->detour_s)
        return FALSE;
    }
  return TRUE;
}

gboolean
cor_geometry_equal (const CorGeometry *a, const CorGeometry *b)
{
  return a == b
         || (a->out == b->out && a->back == b->back && g_strcmp0 (a->problem, b->problem) == 0
             && accesses_equal (a->accesses_out, b->accesses_out)
             && accesses_equal (a->accesses_back, b->accesses_back));
}
