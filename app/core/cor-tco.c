/* cor-tco.c: the tables of parts and groups, and the sum.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#include <glib/gi18n-lib.h>

#define RUN FALSE
#define END TRUE

static const CorTcoPartInfo infos[COR_N_TCO_PARTS] = {
#define COR_TCO_PART(ENUM, id, group, timing, function, label)                                     \
  { id, COR_TCO_GROUP_##group, timing, label },
#include "cor-tco-part-table.def"
#undef COR_TCO_PART
};

typedef void (*PartFunc) (const CorTcoInputs *in, CorTco *before, double *row);

static const PartFunc functions[COR_N_TCO_PARTS] = {
#define COR_TCO_PART(ENUM, id, group, timing, function, label) function,
#include "cor-tco-part-table.def"
#undef COR_TCO_PART
};

static const char *const group_names[COR_N_TCO_GROUPS] = {
  [COR_TCO_GROUP_TRUCK] = N_ ("Truck, battery"), [COR_TCO_GROUP_ENERGY] = N_ ("Energy"),
  [COR_TCO_GROUP_TOLLS] = N_ ("Tolls"),             [COR_TCO_GROUP_UPKEEP] = N_ ("Upkeep"),
  [COR_TCO_GROUP_INSURANCE] = N_ ("Fixed costs"), [COR_TCO_GROUP_TIME] = N_ ("Time, payload"),
  [COR_TCO_GROUP_POLICY] = N_ ("Policies"),
};

const CorTcoPartInfo *
cor_tco_part_info (CorTcoPart part)
{
  g_return_val_if_fail (part < COR_N_TCO_PARTS, NULL);
  return &infos[part];
}

const char *
cor_tco_group_name (CorTcoGroup group)
{
  g_return_val_if_fail (group < COR_N_TCO_GROUPS, NULL);
  return _ (group_names[group]);
}

double
cor_tco_discounted (const CorTco *tco, CorTcoPart part, guint slot)
{
  g_return_val_if_fail (part < COR_N_TCO_PARTS && slot <= tco->n_years, NAN);
  return tco->part[part][slot] * tco->discount[infos[part].at_end][slot];
}

void
cor_tco_evaluate (const CorTcoInputs *in, CorTco *out)
{
  guint n = in->n_years;

  out->n_years = n;
  out->n_terms = in->n_terms;
  out->total = out->nominal_total = out->driven_km = 0;
  out->battery_replaced = in->first_replaced;
  out->batteries_replaced = in->n_replaced;
  out->battery_health = in->health;
  for (guint y = 0; y <= n; y++)
    {
      out->discount[0][y] = in->discount[0][y];
      out->discount[1][y] = in->discount[1][y];
      out->driven_km += in->km[y] + in->use.detour_km * in->fade[y];
      out->cumulative[y] = 0;
    }
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      const double *discount = in->discount[infos[i].at_end];
      double *row = out->part[i];
      double sum = 0;

      functions[i](in, out, row);
      for (guint y = 0; y <= n; y++)
        {
          sum += row[y] * discount[y];
          out->cumulative[y] += row[y];
        }
      out->part_total[i] = sum;
      out->total += sum;
    }
  for (guint y = 0; y <= n; y++)
    {
      out->nominal_total += out->cumulative[y];
      out->cumulative[y] = out->nominal_total;
    }
  out->total_per_km = out->total / out->driven_km;
}

int
cor_parity_year (const double *truck, const double *diesel, guint n, int first_year)
{
  for (guint i = 0; i < n; i++)
    if (truck[i] <= diesel[i])
      return first_year + i;
  return 0;
}

void
cor_parity_spells (const double *truck, const double *diesel, guint n, int first_year, CorParitySpells *out)
{
  gboolean was = FALSE;

  out->n = 0;
  out->lost = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean is = truck[i] <= diesel[i];
      int year = first_year + (int) i;

      if (is && !was && out->n < COR_PARITY_SPELLS_MAX)
        out->at[out->n++].first = year;
      if (is)
        out->at[out->n - 1].last = year;
      if (was && !is && out->lost == 0)
        out->lost = year;
      was = is;
    }
}

double
cor_tco_kept (const CorTco *tco, guint year)
{
  double sum = tco->cumulative[year];

  for (guint y = 0; y <= year; y++)
    sum -= tco->part[COR_TCO_RESIDUAL][y] + tco->part[COR_TCO_BATTERY_RESIDUAL][y];
  return sum;
}

guint
cor_payback_year (const CorTco *truck, const CorTco *diesel)
{
  for (guint y = 1; y <= MIN (truck->n_years, diesel->n_years); y++)
    if (cor_tco_kept (truck, y) <= cor_tco_kept (diesel, y))
      return y;
  return 0;
}

gboolean
cor_payback_at_once (const CorTco *truck, const CorTco *diesel)
{
  return cor_tco_kept (truck, 0) <= cor_tco_kept (diesel, 0) && cor_payback_year (truck, diesel) == 1;
}
