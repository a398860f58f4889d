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
