/* cor-tco-fixture.c: round figures, invented for tests alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

static const struct
{
  CorParamId id;
  double value;
} figures[] = {
  { COR_PARAM_OWNERSHIP, 5 },
  { COR_PARAM_DISCOUNT, 0.10 },
  { COR_PARAM_DISCOUNT_TIMING, 1 },
  { COR_PARAM_TRUCK_PRICE, 400000 },
  { COR_PARAM_BATTERY, 200 },
  { COR_PARAM_BATTERY_PRICE, 1000 },
  { COR_PARAM_BATTERY_RESIDUAL, 0.15 },
  { COR_PARAM_RESIDUAL, 0.30 },
  { COR_PARAM_PURCHASE_TAX, 0.10 },
  { COR_PARAM_VAT, 0.13 },
  { COR_PARAM_VAT_RECOVERED, 0 },
  { COR_PARAM_LOAN_SHARE, 0.70 },
  { COR_PARAM_LOAN_YEARS, 3 },
  { COR_PARAM_LOAN_RATE, 0.06 },
  { COR_PARAM_ANNUAL_KM, 80000 },
  { COR_PARAM_TOLLED, 0.5 },
  { COR_PARAM_TOLL, 1.5 },
  { COR_PARAM_ENERGY_USE, 1.2 },
  { COR_PARAM_DIESEL_USE, 30 },
  { COR_PARAM_HYDROGEN_USE, 8 },
  { COR_PARAM_DEPOT_PRICE, 0.8 },
  { COR_PARAM_STATION_PRICE, 1.0 },
  { COR_PARAM_SERVICE_FEE, 0.4 },
  { COR_PARAM_SWAP_FEE, 0.5 },
  { COR_PARAM_DIESEL_PRICE, 7.5 },
  { COR_PARAM_HYDROGEN_PRICE, 40 },
  { COR_PARAM_DAILY_KM, 400 },
  { COR_PARAM_FAST_KM, 100 },
  { COR_PARAM_MAINTENANCE, 0.25 },
  { COR_PARAM_FIXED_COST, 20000 },
  { COR_PARAM_DRIVER_COST, 50 },
  { COR_PARAM_FREIGHT_RATE, 0.35 },
  { COR_PARAM_CARBON_DIESEL, 2.6 },
};

void
fixture_init (Fixture *fixture, CorPowertrain powertrain)
{
  CorParamContext context = { .powertrain = powertrain };
  CorParamLayer *layer = cor_param_layer_new (g_array_new (FALSE, TRUE, sizeof (CorParameter)), NULL);
  CorParamTable *table = cor_param_table_new (&layer, 1, &context);

  fixture->grid = cor_tco_grid_new (table, 2020, 2045);
  fixture->in = cor_tco_inputs_new ();
  cor_use_init (&fixture->use, powertrain);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    fixture_set (fixture, figures[i].id, figures[i].value);
  cor_param_table_unref (table);
  cor_param_layer_unref (layer);
}

void
fixture_clear (Fixture *fixture)
{
  cor_tco_grid_free (fixture->grid);
  g_free (fixture->in);
}

void
fixture_set (Fixture *fixture, CorParamId id, double value)
{
  cor_tco_grid_set (fixture->grid, id, value);
}

double
fixture_run (Fixture *fixture, CorBatteryDeal deal, const CorPolicyTerm *terms, guint n_terms)
{
  g_autoptr (GError) error = NULL;

  cor_tco_prepare (fixture->in, fixture->grid, 2025, &fixture->use, deal, terms, n_terms, &error);
  g_assert_no_error (error);
  cor_tco_evaluate (fixture->in, &fixture->out);
  return fixture->out.total;
}

CorPolicyTerm
fixture_term (CorPolicyKind kind, double amount)
{
  CorPolicyTerm made;

  cor_policy_term_init (&made, kind);
  made.amount = amount;
  return made;
}
