/* cor-study.c: the grids of the ICCT study and what follows from them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-study.h"

const char *const cor_study_trucks[] = { "tractor_trailer", "dump_truck", "straight_truck" };
const char *const cor_study_cities[] = { "Beijing", "Shanghai", "Shenzhen" };

static const CorPowertrain powertrains[]
  = { COR_POWERTRAIN_DIESEL, COR_POWERTRAIN_BET, COR_POWERTRAIN_FCET };

void
cor_study_init (CorStudy *study, CorParamLayer *defaults)
{
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = 0; p < COR_STUDY_POWERTRAINS; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          CorParamContext context
            = { cor_study_trucks[t], powertrains[p], cor_study_cities[c], "icct-2021" };
          g_autoptr (CorParamTable) table = cor_param_table_new (&defaults, 1, &context);

          study->grids[t][p][c] = cor_tco_grid_new (table, COR_STUDY_FIRST, COR_STUDY_END);
        }
  study->inputs = cor_tco_inputs_new ();
}

void
cor_study_clear (CorStudy *study)
{
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = 0; p < COR_STUDY_POWERTRAINS; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        g_clear_pointer (&study->grids[t][p][c], cor_tco_grid_free);
  g_clear_pointer (&study->inputs, g_free);
}

void
cor_study_set (CorStudy *study,
               int truck,
               int powertrain,
               int city,
               CorParamId id,
               double first,
               double last)
{
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = 0; p < COR_STUDY_POWERTRAINS; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          if ((truck >= 0 && t != truck) || (powertrain >= 0 && p != powertrain)
              || (city >= 0 && c != city))
            continue;
          for (int year = COR_STUDY_FIRST; year <= COR_STUDY_END; year++)
            {
              double at = MIN (1, (year - COR_STUDY_FIRST) / (double) (COR_STUDY_YEARS - 1));

              cor_tco_grid_set_year (study->grids[t][p][c], id, year, first + (last - first) * at);
            }
        }
}

/* Table 31: battery kWh in 2020 and 2030, hydrogen kg likewise; the range of table 5 in km. */
static const struct
{
  double battery[COR_STUDY_RANGES][2];
  double hydrogen[COR_STUDY_RANGES][2];
  double range_km;
} table_31[COR_STUDY_TRUCKS] = {
  [COR_STUDY_TRACTOR] = { { { 485, 340 }, { 660, 445 }, { 845, 550 } }, { { 25.5, 15 }, { 34, 20 }, { 42.5, 25 } }, 500 },
  [COR_STUDY_DUMP] = { { { 216, 162 }, { 288, 216 }, { 365, 275 } }, { { 10.8, 6.9 }, { 14.4, 9.2 }, { 18, 11.5 } }, 300 },
  [COR_STUDY_STRAIGHT] = { { { 221, 163 }, { 295, 225 }, { 375, 270 } }, { { 10.8, 6.9 }, { 14.4, 9.2 }, { 18, 11.5 } }, 400 },
};

#define USABLE_SHARE 0.8

/*
 * Energy use follows from battery, usable share and range, as in the base. A lighter battery cannot
 * raise it: where a battery of the table, rounded up, would say so, the use of the base stands.
 */
void
cor_study_set_range (CorStudy *study, int truck, int city, CorStudyRange range)
{
  static const double scales[COR_STUDY_RANGES] = { 0.6, 0.8, 1.0 };
  const double *kwh = table_31[truck].battery[range];
  const double *kg = table_31[truck].hydrogen[range];
  double range_km = table_31[truck].range_km * scales[range];
  const CorTcoGrid *grid = study->grids[truck][COR_STUDY_BET][MAX (city, 0)];
  double km = cor_tco_grid_get (grid, COR_PARAM_ANNUAL_KM, COR_STUDY_FIRST) * scales[range];
  double use[2];

  for (int i = 0; i < 2; i++)
    use[i] = MIN (kwh[i] * USABLE_SHARE / range_km,
                  cor_tco_grid_get (grid, COR_PARAM_ENERGY_USE, i == 0 ? COR_STUDY_FIRST : COR_STUDY_LAST));
  cor_study_set (study, truck, -1, city, COR_PARAM_ANNUAL_KM, km, km);
  cor_study_set (study, truck, COR_STUDY_BET, city, COR_PARAM_BATTERY, kwh[0], kwh[1]);
  cor_study_set (study, truck, COR_STUDY_BET, city, COR_PARAM_ENERGY_USE, use[0], use[1]);
  cor_study_set (study, truck, COR_STUDY_FCET, city, COR_PARAM_HYDROGEN_TANK, kg[0], kg[1]);
  cor_study_set (study, truck, COR_STUDY_FCET, city, COR_PARAM_HYDROGEN_USE, kg[0] * 100 / range_km, kg[1] * 100 / range_km);
}

void
cor_study_tco (CorStudy *study,
               int truck,
               int powertrain,
               int city,
               int year,
               const CorPolicyTerm *terms,
               guint n_terms,
               CorTco *out)
{
  g_autoptr (GError) error = NULL;
  CorUse use;

  cor_use_init (&use, powertrains[powertrain]);
  if (!cor_tco_prepare (study->inputs, study->grids[truck][powertrain][city], year, &use,
                        COR_BATTERY_BOUGHT, terms, n_terms, &error))
    g_error ("%s %d %s %d: %s", cor_study_trucks[truck], powertrain, cor_study_cities[city], year,
             error->message);
  cor_tco_evaluate (study->inputs, out);
}

void
cor_study_gaps (CorStudy *study,
                int truck,
                int powertrain,
                int city,
                const CorPolicyTerm *terms,
                guint n_terms,
                double gaps[COR_STUDY_YEARS])
{
  for (int i = 0; i < COR_STUDY_YEARS; i++)
    {
      CorTco tco, diesel;

      cor_study_tco (study, truck, powertrain, city, COR_STUDY_FIRST + i, terms, n_terms, &tco);
      cor_study_tco (study, truck, COR_STUDY_DIESEL, city, COR_STUDY_FIRST + i, terms, n_terms,
                     &diesel);
      gaps[i] = tco.total - diesel.total;
    }
}

int
cor_study_parity (CorStudy *study,
                  int truck,
                  int powertrain,
                  int city,
                  const CorPolicyTerm *terms,
                  guint n_terms)
{
  static const double none[COR_STUDY_YEARS];
  double gaps[COR_STUDY_YEARS];

  cor_study_gaps (study, truck, powertrain, city, terms, n_terms, gaps);
  return cor_parity_year (gaps, none, COR_STUDY_YEARS, COR_STUDY_FIRST);
}
