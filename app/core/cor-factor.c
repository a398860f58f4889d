/* cor-factor.c: emission factors and which of them may be compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-factor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const CorEnumValue cor_factor_kind_values[] = {
  { COR_FACTOR_GRID, "grid", N_ ("Electricity") },
  { COR_FACTOR_DIESEL, "diesel", N_ ("Diesel") },
  { COR_FACTOR_HYDROGEN, "hydrogen", N_ ("Hydrogen") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_factor_scope_values[] = {
  { COR_SCOPE_GENERATION, "generation", N_ ("generation only") },
  { COR_SCOPE_LIFE_CYCLE, "life-cycle", N_ ("life cycle") },
  { COR_SCOPE_TANK_TO_WHEEL, "tank-to-wheel", N_ ("tank to wheel") },
  { COR_SCOPE_WELL_TO_WHEEL, "well-to-wheel", N_ ("well to wheel") },
  { 0, NULL, NULL },
};

struct _CorFactorSet
{
  gatomicrefcount refs;
  GArray *factors;
};

void
cor_factor_clear (CorFactor *factor)
{
  g_free (factor->id);
  g_free (factor->name);
  g_free (factor->name_zh);
  g_free (factor->region);
  g_free (factor->region_zh);
  g_free (factor->path);
  g_free (factor->source);
  g_free (factor->place);
  g_free (factor->note);
  memset (factor, 0, sizeof *factor);
}

CorFactorSet *
cor_factor_set_new (GArray *factors)
{
  CorFactorSet *set = g_new0 (CorFactorSet, 1);

  g_atomic_ref_count_init (&set->refs);
  set->factors = factors;
  g_array_set_clear_func (factors, (GDestroyNotify) cor_factor_clear);
  return set;
}

CorFactorSet *
cor_factor_set_ref (CorFactorSet *set)
{
  g_atomic_ref_count_inc (&set->refs);
  return set;
}

void
cor_factor_set_unref (CorFactorSet *set)
{
  if (!g_atomic_ref_count_dec (&set->refs))
    return;
  g_array_unref (set->factors);
  g_free (set);
}

const CorFactor *
cor_factor_set_all (const CorFactorSet *set, guint *n)
{
  *n = set->factors->len;
  return (const CorFactor *) (void *) set->factors->data;
}

const CorFactor *
cor_factor_set_find (const CorFactorSet *set, CorFactorKind kind, const char *id)
{
  for (guint i = 0; i < set->factors->len; i++)
    {
      const CorFactor *factor = &g_array_index (set->factors, CorFactor, i);

      if (factor->kind == kind && (id == NULL || strcmp (factor->id, id) == 0))
        return factor;
    }
  return NULL;
}

double
cor_factor_total (const CorFactor *factor, int year)
{
  const CorFactorPoint *a, *b;
  guint i = 0;

  if (factor->n_path == 0)
    return factor->total;
  while (i + 1 < factor->n_path && factor->path[i + 1].year <= year)
    i++;
  a = &factor->path[i];
  if (year <= a->year || i + 1 == factor->n_path)
    return a->total;
  b = &factor->path[i + 1];
  return a->total + (b->total - a->total) * (year - a->year) / (double) (b->year - a->year);
}

const char *
cor_factor_region (const CorFactor *factor, gboolean zh)
{
  return zh && factor->region_zh != NULL ? factor->region_zh : factor->region;
}

static const char *const units[COR_N_FACTOR_KINDS] = { "kWh", "L", "kg" };

/* Whether a name says what is counted; case does not count. */
static gboolean
says (const char *name, const char *scope)
{
  g_autofree char *all = g_utf8_casefold (name, -1), *part = g_utf8_casefold (scope, -1);

  return strstr (all, part) != NULL;
}

static char *
own_label (const CorFactor *factor, int year, gboolean zh)
{
  const char *name = zh && factor->name_zh ? factor->name_zh : factor->name;
  const char *region = cor_factor_region (factor, zh);
  const char *scope = cor_enum_name (cor_factor_scope_values, factor->scope);
  double total = year > 0 ? cor_factor_total (factor, year) : factor->total;
  g_autofree char *when = g_strdup_printf ("%d", factor->year);

  /* Many names end with what they count. */
  if (strstr (name, when) != NULL && says (name, scope))
    return g_strdup_printf (_ ("%s · %.4g kg CO₂e/%s"), name, total, units[factor->kind]);
  if (strstr (name, when) != NULL)
    /* Translators: name of an emission factor, what it counts, its value and unit. */
    return g_strdup_printf (_ ("%s · %s · %.4g kg CO₂e/%s"), name, scope, total, units[factor->kind]);
  /* Translators: name of an emission factor, region, year, what it counts, its value and unit. */
  return g_strdup_printf (_ ("%s · %s %s · %s · %.4g kg CO₂e/%s"), name, region, when, scope, total, units[factor->kind]);
}

/* What comes from the grid stands beside the factor's own share, which is 0 for electrolysis alone. */
char *
cor_factor_label (const CorFactor *factor, int year, gboolean zh)
{
  g_autofree char *label = own_label (factor, year, zh);

  if (!(factor->grid_kwh_per_unit > 0))
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s + %.4g kWh/%s", label, factor->grid_kwh_per_unit, units[factor->kind]);
}

static gboolean
counts_supply (const CorFactor *factor)
{
  return factor->scope == COR_SCOPE_LIFE_CYCLE || factor->scope == COR_SCOPE_WELL_TO_WHEEL;
}

gboolean
cor_factor_scopes_agree (const CorFactor *a, const CorFactor *b)
{
  return counts_supply (a) == counts_supply (b);
}
