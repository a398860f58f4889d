/* cor-map-content-pieces.c: what single pieces of a route's line look like: the charge there, and whether it is a road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-content-private.h"

#include <math.h>

/* State of charge over the metres of the way out, ways off it left out. */
static double
charge_at (const CorPlan *plan, double at_m)
{
  double along = 0, before_m = 0, soc = plan->n_points > 0 ? plan->points[0].soc : NAN;

  for (guint i = 1; i < plan->n_points && plan->points[i].leg == 0; i++)
    {
      double piece = plan->points[i].day_m - plan->points[i - 1].day_m;

      if (plan->points[i].detour)
        {
          soc = plan->points[i].soc;
          continue;
        }
      before_m = along;
      along += piece;
      if (along >= at_m && along > before_m)
        {
          double t = (at_m - before_m) / (along - before_m);

          return plan->points[i - 1].soc + t * (plan->points[i].soc - plan->points[i - 1].soc);
        }
      soc = plan->points[i].soc;
    }
  return soc;
}

guint8 *
cor_map_content_charge (const CorPath *path, const CorPlan *plan)
{
  guint8 *tints = g_new0 (guint8, path->n_shape);

  for (guint i = 0; i + 1 < path->n_shape; i++)
    tints[i] = (guint8)cor_map_tint_for_charge (
        charge_at (plan, (path->shape_m[i] + path->shape_m[i + 1]) / 2));
  return tints;
}

guint8 *
cor_map_content_off_road (const CorPath *path)
{
  g_autofree guint8 *off = g_new0 (guint8, path->n_shape);
  double from_m = 0;
  gboolean any = FALSE;

  for (guint i = 0, k = 0; i < path->n_segments; i++)
    {
      double to_m = from_m + path->segments[i].length_m;
      gboolean is_off = cor_path_is_off_road (path, i);

      for (; k + 1 < path->n_shape && (path->shape_m[k] + path->shape_m[k + 1]) / 2 <= to_m; k++)
        off[k] = is_off;
      any = any || is_off;
      from_m = to_m;
    }
  return any ? g_steal_pointer (&off) : NULL;
}
