/* cor-scenario-check.c: whether a scenario makes sense, beyond being readable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-check.h"

#include "cor-fault.h"
#include "cor-machinery.h"
#include "cor-policy.h"
#include "cor-scenario-reader.h"
#include "cor-variant.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a policy that only has members is of. */
#define PACKAGE_KIND "package"

/* What a tariff's prices may be multiplied by. */
#define LEAST_LEVEL 0.01
#define MOST_LEVEL 100.0

typedef struct
{
  const CorScenario *scenario;
  const CorCheckContext *context;
  GPtrArray *faults;
  const CorItem *item;
  guint index;
} Check;

static void fault (Check *c, CorError code, const char *key, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Adds a fault at a key of the item at hand; @key may go on with [INDEX] and be %NULL. */
static void
fault (Check *c, CorError code, const char *key, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autoptr (GString) path = g_string_new (cor_item_kind_nick (c->item->kind));
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (c->item->kind != COR_ITEM_HEAD)
    g_string_append_printf (path, "[%u]", c->index);
  if (key != NULL)
    g_string_append_printf (path, ".%s", key);
  cor_faults_add (c->faults, code, path->str, "%s", what);
}

static void
check_reference (Check *c, const char *key, int kind, const char *id)
{
  if (id == NULL || kind < 0 || cor_scenario_find (c->scenario, kind, id) != NULL)
    return;
  fault (c, COR_ERROR_REFERENCE, key, _ ("“%s” names nothing in “%s”"), id, cor_item_kind_nick (kind));
}

static void
check_list (Check *c, const CorField *field)
{
  gconstpointer list = cor_item_boxed (c->item, field);
  const GArray *vias = list;
  char *const *names = list;

  if (list == NULL || field->refers < 0)
    return;
  for (guint i = 0; field->type == COR_FIELD_STRINGS ? names[i] != NULL : i < vias->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s[%u]", field->key, i);

      check_reference (c, key, field->refers,
                       field->type == COR_FIELD_STRINGS ? names[i] : g_array_index (vias, CorVia, i).site);
    }
}

static void
check_region (Check *c, const char *key, const char *region)
{
  if (region == NULL || c->context->defaults == NULL
      || cor_param_layer_find_region (c->context->defaults, region) != NULL)
    return;
  fault (c, COR_ERROR_REFERENCE, key, _ ("“%s” is no region that the program knows"), region);
}

/* Whether two entries hold for exactly the same. */
static gboolean
same_selectors (const CorParameter *a, const CorParameter *b)
{
  return a->id == b->id && a->powertrain == b->powertrain && a->year == b->year
         && g_strcmp0 (a->truck_type, b->truck_type) == 0 && g_strcmp0 (a->region, b->region) == 0
         && g_strcmp0 (a->convention, b->convention) == 0;
}

static void
check_parameters (Check *c, const CorField *field)
{
  const CorParamLayer *layer = cor_item_boxed (c->item, field);
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s[%u]", field->key, i);
      g_autofree char *region = g_strconcat (key, ".region", NULL);

      check_region (c, region, entries[i].region);
      for (guint j = 0; j < i; j++)
        if (same_selectors (&entries[i], &entries[j]))
          {
            fault (c, COR_ERROR_DUPLICATE, key, _ ("holds for the same as the entry [%u]; only one may"), j);
            break;
          }
    }
}

static void
check_fields (Check *c)
{
  guint n;
  const CorField *fields = cor_item_fields (c->item->kind, &n);

  for (guint i = 0; i < n; i++)
    switch (fields[i].type)
      {
      case COR_FIELD_STRING:
        check_reference (c, fields[i].key, fields[i].refers, cor_item_string (c->item, &fields[i]));
        break;
      case COR_FIELD_STRINGS:
      case COR_FIELD_VIAS:
        check_list (c, &fields[i]);
        break;
      case COR_FIELD_PARAMETERS:
        check_parameters (c, &fields[i]);
        break;
      default:
        break;
      }
}

static void
check_factor (Check *c, const char *key, CorFactorKind kind, const char *id)
{
  const CorFactor *factor;

  if (id == NULL || c->context->factors == NULL)
    return;
  factor = cor_factor_set_find (c->context->factors, kind, id);
  if (factor == NULL || strcmp (factor->id, id) != 0)
    fault (c, COR_ERROR_REFERENCE, key, _ ("“%s” is no emission factor that the program knows"), id);
}

static void
check_head (Check *c)
{
  const CorHead *head = (const CorHead *) c->item;

  check_region (c, "region", head->region);
  check_factor (c, "grid_factor", COR_FACTOR_GRID, head->grid_factor);
  check_factor (c, "diesel_factor", COR_FACTOR_DIESEL, head->diesel_factor);
  check_factor (c, "hydrogen_factor", COR_FACTOR_HYDROGEN, head->hydrogen_factor);
  check_reference (c, "baseline", COR_ITEM_VARIANT, head->baseline);
  if (head->first_model_year > head->last_model_year)
    fault (c, COR_ERROR_RANGE, "last_model_year", _ ("%d is before the first model year %d"),
           head->last_model_year, head->first_model_year);
  else if (head->model_year < head->first_model_year || head->model_year > head->last_model_year)
    fault (c, COR_ERROR_RANGE, "model_year", _ ("%d is not among the model years %d to %d"), head->model_year,
           head->first_model_year, head->last_model_year);
}

static void
check_route (Check *c)
{
  const CorRoute *route = (const CorRoute *) c->item;
  gboolean off_map = !isnan (route->distance_km);

  if (route->origin == NULL && !off_map)
    fault (c, COR_ERROR_MISSING, NULL, _ ("“%s” is missing"), "origin");
  if (route->destination == NULL && !off_map)
    fault (c, COR_ERROR_MISSING, NULL, _ ("“%s” is missing"), "destination");
  if (route->line != NULL && route->line->len < 2)
    fault (c, COR_ERROR_RANGE, "line", _ ("a line needs two places or more"));
}

static void
check_duty (Check *c)
{
  const CorDuty *duty = (const CorDuty *) c->item;
  const CorTruck *diesel = (const CorTruck *) cor_scenario_find (c->scenario, COR_ITEM_TRUCK, duty->diesel);

  if (duty->route == NULL)
    fault (c, COR_ERROR_MISSING, NULL, _ ("“%s” is missing"), "route");
  if (duty->truck == NULL)
    fault (c, COR_ERROR_MISSING, NULL, _ ("“%s” is missing"), "truck");
  if (diesel != NULL && diesel->powertrain != COR_POWERTRAIN_DIESEL)
    fault (c, COR_ERROR_REFERENCE, "diesel", _ ("“%s” is no diesel truck"), duty->diesel);
  check_region (c, "region", duty->region);
}

static void
check_policy (Check *c)
{
  const CorPolicy *policy = (const CorPolicy *) c->item;
  CorPolicyKind kind;

  if (strcmp (policy->policy_kind, PACKAGE_KIND) != 0 && !cor_policy_kind_from_id (policy->policy_kind, &kind))
    fault (c, COR_ERROR_REFERENCE, "kind", _ ("“%s” is no kind of policy that the program knows"), policy->policy_kind);
  if (policy->first_year != 0 && policy->last_year != 0 && policy->first_year > policy->last_year)
    fault (c, COR_ERROR_RANGE, "last_year", _ ("%d is before the first year %d"), policy->last_year, policy->first_year);
  for (guint i = 0; policy->regions != NULL && policy->regions[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("regions[%u]", i);

      check_region (c, key, policy->regions[i]);
    }
  for (guint i = 0; policy->powertrains != NULL && policy->powertrains[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("powertrains[%u]", i);
      int value;

      if (!cor_enum_from_nick (cor_powertrain_values, policy->powertrains[i], &value))
        fault (c, COR_ERROR_REFERENCE, key, _ ("“%s” is no powertrain"), policy->powertrains[i]);
    }
}

static void
check_machine (Check *c)
{
  const CorYardMachine *machine = (const CorYardMachine *) c->item;
  g_auto (GStrv) kinds = c->context->defaults ? cor_machine_kinds (c->context->defaults) : NULL;

  if (machine->site == NULL)
    fault (c, COR_ERROR_MISSING, NULL, _ ("“%s” is missing"), "site");
  if (kinds != NULL && !g_strv_contains ((const char *const *) kinds, machine->machine_kind))
    fault (c, COR_ERROR_REFERENCE, "kind", _ ("“%s” is no kind of machine that the program knows"), machine->machine_kind);
}

static void
check_tariff (Check *c)
{
  const CorTariffSheet *sheet = (const CorTariffSheet *) c->item;
  const CorTariffSeason *seasons = sheet->seasons ? (const CorTariffSeason *) (void *) sheet->seasons->data : NULL;
  CorTariff tariff;

  if (!cor_tariff_set_seasons (&tariff, seasons, sheet->seasons ? sheet->seasons->len : 0))
    fault (c, COR_ERROR_MISSING, "seasons",
           _ ("every month has to be in one season, and every hour of it needs a price"));
  for (guint i = 0; sheet->price_level != NULL && i < sheet->price_level->len; i++)
    {
      const CorPolicyPoint *level = &g_array_index (sheet->price_level, CorPolicyPoint, i);

      if (!(level->y >= LEAST_LEVEL && level->y <= MOST_LEVEL))
        fault (c, COR_ERROR_RANGE, "price_level", _ ("the price level of %d is %g; it must lie between %g and %g"), (int) level->x,
               level->y, LEAST_LEVEL, MOST_LEVEL);
    }
}

static void
check_variant (Check *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) changed = cor_variant_apply (c->scenario, c->item->id, &error);

  if (changed == NULL)
    fault (c, error->code, "changes", "%s", error->message);
}

static void
check_item (Check *c)
{
  static void (*const checks[COR_N_ITEM_KINDS]) (Check *) = {
    [COR_ITEM_HEAD] = check_head, [COR_ITEM_ROUTE] = check_route,     [COR_ITEM_DUTY] = check_duty,
    [COR_ITEM_POLICY] = check_policy, [COR_ITEM_VARIANT] = check_variant,
    [COR_ITEM_MACHINE] = check_machine, [COR_ITEM_TARIFF] = check_tariff,
  };

  check_fields (c);
  if (checks[c->item->kind] != NULL)
    checks[c->item->kind](c);
}

void
cor_scenario_check (const CorScenario *scenario, const CorCheckContext *context, GPtrArray *faults)
{
  Check c = { scenario, context, faults, &cor_scenario_head (scenario)->item, 0 };

  check_item (&c);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

      for (c.index = 0; c.index < n; c.index++)
        {
          c.item = items[c.index];
          check_item (&c);
        }
    }
}

/* The nearest value to @path that the text has. */
static const CorJson *
find_path (const CorJson *node, const char *path)
{
  for (const CorJson *child = node->first; child != NULL; child = child->next)
    {
      g_autofree char *own = cor_json_path (child);
      gsize length = strlen (own);

      if (strncmp (path, own, length) == 0 && strchr (".[", path[length]) != NULL)
        return find_path (child, path);
    }
  return node;
}

void
cor_scenario_check_bytes (GBytes *bytes, const CorCheckContext *context, GPtrArray *faults)
{
  GError *error = NULL;
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, &error);
  g_autoptr (CorScenario) scenario = NULL;

  if (doc == NULL)
    {
      cor_faults_take (faults, error);
      return;
    }
  if ((scenario = cor_scenario_from_json (cor_json_doc_root (doc), faults)) == NULL)
    return;
  cor_scenario_check (scenario, context, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      CorFault *found = g_ptr_array_index (faults, i);
      char *path = g_strdup_printf (_ ("line %u, %s"), find_path (cor_json_doc_root (doc), found->path)->line, found->path);

      g_free (found->path);
      found->path = path;
    }
}
