/* cor-siting-options.c: what may be built where a candidate station is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-options.h"

#include "cor-made-names.h"

#include <math.h>

/* Candidates closer than this stand on the same ground, metres. */
#define SAME_PLACE_M 100.0

/* A cost that is carried over to another size is rounded to this, yuan. */
#define COST_STEP 1000.0

/* Sizes as multiples of the one given: finer below, where a station is rarely full. */
static const double plug_sizes[] = { 0.25, 0.5, 1.0, 2.0 };
static const double stock_sizes[] = { 0.5, 1.0, 2.0 };

typedef struct
{
  CorSitingOptions *out;
  CorEngine *engine;
  CorScenario *scenario;
  const CorItem *const *stations;
  guint n_stations;
  gboolean any_plug, any_swap; /* whether a truck of the duties can use one */
  double plugs, batteries;     /* where a candidate does not say */
} Builder;

static double
parameter (const CorParamTable *table, CorParamId id, int year)
{
  CorParamValue value;

  return cor_param_table_get (table, id, year, &value) ? value.value : 1;
}

static void
look_up_sizes (Builder *builder)
{
  const CorHead *head = cor_scenario_head (builder->scenario);
  CorParamContext context = { .powertrain = -1, .region = head->region, .convention = head->convention };
  CorParamLayer *layers[] = { cor_engine_defaults (builder->engine), head->parameters };
  g_autoptr (CorParamTable) table = cor_param_table_new (layers, head->parameters != NULL ? 2 : 1, &context);

  builder->plugs = fmax (1, parameter (table, COR_PARAM_STATION_PLUGS, head->model_year));
  builder->batteries = fmax (1, parameter (table, COR_PARAM_STATION_BATTERIES, head->model_year));
}

static void
look_at_fleet (Builder *builder)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (builder->scenario, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorTruck *truck = (const CorTruck *) cor_scenario_find (builder->scenario, COR_ITEM_TRUCK,
                                                                    ((const CorDuty *) duties[i])->truck);
      int powertrain = truck != NULL ? truck->powertrain : -1;

      builder->any_plug |= powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
      builder->any_swap |= powertrain == COR_POWERTRAIN_BET_SWAP;
    }
}

static gboolean
same_place (const CorStation *a, const CorStation *b)
{
  return cor_lonlat_distance ((CorLonLat){ a->lon, a->lat }, (CorLonLat){ b->lon, b->lat }) < SAME_PLACE_M;
}

static gboolean
is_candidate (const CorStation *station)
{
  return station->status == COR_STATION_CANDIDATE;
}

/* Whether the scenario itself gives the choice between kinds at this place. */
static gboolean
has_neighbour (const Builder *builder, const CorStation *station)
{
  for (guint i = 0; i < builder->n_stations; i++)
    {
      const CorStation *other = (const CorStation *) builder->stations[i];

      if (other != station && is_candidate (other) && same_place (station, other))
        return TRUE;
    }
  return FALSE;
}

static CorStation *
copy_of (const CorStation *station)
{
  CorStation *copy = (CorStation *) cor_item_copy (&station->item);

  copy->status = COR_STATION_PLANNED;
  return copy;
}

static void
add (Builder *builder, guint index, gboolean given, CorStation *station)
{
  CorSitingOption option = { index, given, station };

  g_array_append_val (builder->out->options, option);
}

/* One option for each size; doubling the stock doubles the bays. */
static void
add_sizes (Builder *builder, guint index, const CorStation *station, CorStationKind kind, gboolean given)
{
  gboolean plugs = kind == COR_STATION_CHARGING;
  const double *sizes = plugs ? plug_sizes : stock_sizes;
  guint n = plugs ? G_N_ELEMENTS (plug_sizes) : G_N_ELEMENTS (stock_sizes);
  double whole = plugs ? (isnan (station->plugs) ? builder->plugs : station->plugs)
                       : (isnan (station->batteries) ? builder->batteries : station->batteries);
  double last = 0;

  for (guint i = 0; i < n; i++)
    {
      double size = ceil (whole * sizes[i]);
      CorStation *built;

      if (size <= last)
        continue;
      last = size;
      built = copy_of (station);
      built->station_kind = kind;
      cor_station_name_follows (&built->item, (CorStationKind) station->station_kind);
      if (plugs)
        built->plugs = size;
      else
        built->batteries = size;
      if (!plugs && sizes[i] > 1)
        built->bays = ceil ((isnan (station->bays) ? 1 : station->bays) * sizes[i]);
      add (builder, index, given && sizes[i] == 1.0, built);
    }
}

/* What the other kind would be in the same place: its own figures, not those of this kind. */
static void
add_other_kind (Builder *builder, guint index, const CorStation *station, CorStationKind kind)
{
  g_autoptr (CorItem) item = cor_item_copy (&station->item);
  CorStation *other = (CorStation *) item;

  other->plugs = other->power_kw = other->batteries = other->bays = other->swap_min = NAN;
  other->energy_price_yuan_per_kwh = other->service_fee_yuan_per_kwh = NAN;
  g_clear_pointer (&other->swap_type, g_free);
  add_sizes (builder, index, other, kind, FALSE);
}

static void
add_options (Builder *builder, guint index, const CorStation *station, gboolean as_given)
{
  CorStationKind kind = (CorStationKind) station->station_kind;

  if (as_given || (kind != COR_STATION_CHARGING && kind != COR_STATION_SWAP))
    {
      add (builder, index, TRUE, copy_of (station));
      return;
    }
  add_sizes (builder, index, station, kind, TRUE);
  if (has_neighbour (builder, station))
    return;
  if (kind == COR_STATION_CHARGING && builder->any_swap)
    add_other_kind (builder, index, station, COR_STATION_SWAP);
  if (kind == COR_STATION_SWAP && builder->any_plug)
    add_other_kind (builder, index, station, COR_STATION_CHARGING);
}

static CorSitingOption *
option_at (const CorSitingOptions *options, guint i)
{
  return &g_array_index (options->options, CorSitingOption, i);
}

/* Each option's place is a group: one of them can be built there. */
static void
group_places (Builder *builder)
{
  CorSitingOptions *out = builder->out;

  for (guint i = 0; i < out->options->len; i++)
    {
      out->candidates[i].group = (int) i;
      for (guint other = 0; other < i; other++)
        if (option_at (out, i)->index == option_at (out, other)->index
            || same_place (option_at (out, i)->station, option_at (out, other)->station))
          {
            out->candidates[i].group = out->candidates[other].group;
            break;
          }
    }
}

/* What building costs by the parameters: all first options at once, then all second ones, and so on;
 * as candidates they change nothing else. */
static void
look_up_costs (Builder *builder)
{
  CorSitingOptions *out = builder->out;
  g_autofree gboolean *done = g_new0 (gboolean, out->options->len);
  guint left = out->options->len;

  while (left > 0)
    {
      g_autofree gboolean *round = g_new0 (gboolean, out->options->len);
      g_autoptr (CorScenario) planned = NULL;
      g_autoptr (CorResults) results = NULL;
      guint last = G_MAXUINT;

      for (guint i = 0; i < out->options->len; i++)
        if (!done[i] && option_at (out, i)->index != last)
          {
            last = option_at (out, i)->index;
            round[i] = done[i] = TRUE;
            option_at (out, i)->station->status = COR_STATION_CANDIDATE;
            left--;
          }
      planned = cor_siting_options_scenario (out, builder->scenario, round);
      results = cor_engine_evaluate (builder->engine, planned);
      for (guint i = 0; i < out->options->len; i++)
        if (round[i])
          {
            const CorStationResult *result = &results->stations[option_at (out, i)->index];

            out->candidates[i].cost_yuan = result->capital_yuan;
            out->candidates[i].yuan_per_year = result->yuan_per_year;
          }
    }
}

/* A copy of every option's station, so that results of the old ones stay what they were. */
static void
renew (Builder *builder, gboolean with_cost)
{
  for (guint i = 0; i < builder->out->options->len; i++)
    {
      CorSitingOption *option = option_at (builder->out, i);
      CorStation *copy = copy_of (option->station);

      if (!with_cost)
        copy->cost_yuan = NAN;
      cor_item_unref (&option->station->item);
      option->station = copy;
    }
}

/* The cost that the scenario gives for one size, in proportion for the others. */
static void
carry_costs_over (Builder *builder, const double *given_cost)
{
  CorSitingOptions *out = builder->out;

  for (guint i = 0; i < out->options->len; i++)
    for (guint g = 0; g < out->options->len; g++)
      {
        CorSitingOption *option = option_at (out, i), *given = option_at (out, g);

        if (!given->given || given->index != option->index || isnan (given_cost[given->index])
            || !(out->candidates[g].cost_yuan > 0))
          continue;
        option->station->cost_yuan
          = i == g ? given_cost[given->index]
                   : COST_STEP * rint (given_cost[given->index] * out->candidates[i].cost_yuan
                                       / out->candidates[g].cost_yuan / COST_STEP);
      }
}

static void
price (Builder *builder)
{
  g_autofree double *given_cost = g_new (double, MAX (builder->n_stations, 1));

  for (guint i = 0; i < builder->n_stations; i++)
    given_cost[i] = ((const CorStation *) builder->stations[i])->cost_yuan;
  renew (builder, FALSE);
  look_up_costs (builder);
  renew (builder, TRUE);
  carry_costs_over (builder, given_cost);
  look_up_costs (builder);
  renew (builder, TRUE);
}

static void
option_clear (gpointer data)
{
  cor_item_unref (&((CorSitingOption *) data)->station->item);
}

CorSitingOptions *
cor_siting_options_new (CorEngine *engine, CorScenario *scenario, gboolean as_given)
{
  CorSitingOptions *out = g_new0 (CorSitingOptions, 1);
  Builder builder = { .out = out, .engine = engine, .scenario = scenario };

  out->options = g_array_new (FALSE, FALSE, sizeof (CorSitingOption));
  g_array_set_clear_func (out->options, option_clear);
  builder.stations = cor_scenario_items (scenario, COR_ITEM_STATION, &builder.n_stations);
  look_up_sizes (&builder);
  look_at_fleet (&builder);
  for (guint i = 0; i < builder.n_stations; i++)
    if (is_candidate ((const CorStation *) builder.stations[i]))
      add_options (&builder, i, (const CorStation *) builder.stations[i], as_given);
  out->candidates = g_new0 (CorSitingCandidate, MAX (out->options->len, 1));
  if (out->options->len > 0)
    price (&builder);
  group_places (&builder);
  return out;
}

void
cor_siting_options_free (CorSitingOptions *options)
{
  g_array_unref (options->options);
  g_free (options->candidates);
  g_free (options);
}

CorScenario *
cor_siting_options_scenario (const CorSitingOptions *options, const CorScenario *scenario, const gboolean *open)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, cor_item_ref (stations[i]));
  for (guint i = 0; i < options->options->len; i++)
    {
      const CorSitingOption *option = option_at (options, i);

      if (!open[i])
        continue;
      cor_item_unref (g_ptr_array_index (items, option->index));
      g_ptr_array_index (items, option->index) = cor_item_ref (&option->station->item);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_STATION, items);
}
