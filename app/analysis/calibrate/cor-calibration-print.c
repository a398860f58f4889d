/* cor-calibration-print.c: the estimates as a parameter file, each with its reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-calibration.h"

#define SOURCE                                                                                     \
  "Own estimate of this project from what the ICCT white paper of November 2021 prints: "          \
  "table 23, the text and independent figures"
#define PLACE "calibrate-icct"

/* One entry; @truck, @powertrain and @note may be NULL. The range is twice the deviation. */
static void
print_entry (gboolean *first,
             const char *id,
             const char *truck,
             const char *powertrain,
             const char *region,
             int year,
             double value,
             double spread,
             const char *note)
{
  CorParamId param;
  const CorParamInfo *info;

  g_return_if_fail (cor_param_from_id (id, &param));

  info = cor_param_info (param);
  g_print ("%s    {\n      \"id\": \"%s\",\n", *first ? "" : ",\n", id);
  *first = FALSE;
  if (truck != NULL)
    g_print ("      \"truck_type\": \"%s\",\n", truck);
  if (powertrain != NULL)
    g_print ("      \"powertrain\": \"%s\",\n", powertrain);
  g_print ("      \"region\": \"%s\",\n      \"convention\": \"icct-2021\",\n", region);
  g_print ("      \"year\": %d,\n      \"source_year\": 2021,\n", year);
  g_print ("      \"value\": %.6g,\n", value);
  g_print ("      \"low\": %.6g,\n", MAX (info->lowest, MIN (value, value - 2 * spread)));
  g_print ("      \"high\": %.6g,\n", MIN (info->highest, MAX (value, value + 2 * spread)));
  g_print ("      \"unit\": \"%s\",\n      \"status\": \"derived\",\n", info->unit);
  g_print ("      \"source\": \"%s\",\n      \"place\": \"%s\",\n", SOURCE, PLACE);
  g_print ("      \"note\": \"%s\"\n    }", note);
}

static void
print_trucks (gboolean *first, const double *u)
{
  const double use[COR_STUDY_TRUCKS]
    = { cor_calibration_diesel_tractor (), u[COR_UNKNOWN_DIESEL_DUMP], u[COR_UNKNOWN_DIESEL_STRAIGHT] };
  const char *reasons[COR_STUDY_TRUCKS]
    = { "1.76 yuan/km at 6.5 yuan/L (text)", cor_unknowns[COR_UNKNOWN_DIESEL_DUMP].reason,
        cor_unknowns[COR_UNKNOWN_DIESEL_STRAIGHT].reason };

  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    {
      const CorUnknown *km = &cor_unknowns[COR_UNKNOWN_KM_TRACTOR + t];
      double trend = cor_calibration_diesel_trend (t) * u[COR_UNKNOWN_DIESEL_TREND];

      print_entry (first, "annual_km", cor_study_trucks[t], NULL, "China", 2020,
                   u[COR_UNKNOWN_KM_TRACTOR + t], km->deviation, km->reason);
      print_entry (first, "diesel_use_l_per_100km", cor_study_trucks[t], "diesel", "China", 2020,
                   use[t], t == COR_STUDY_TRACTOR ? 0.5 : 1.2, reasons[t]);
      print_entry (first, "diesel_use_l_per_100km", cor_study_trucks[t], "diesel", "China", 2030,
                   use[t] * trend, 0.7, cor_unknowns[COR_UNKNOWN_DIESEL_TREND].reason);
    }
}

static void
print_components (gboolean *first, const double *u, CorChoice choice)
{
  static const double high_1[] = { 0.425, 0.27 };
  static const double high_2[] = { 0.570, 0.368 };

  for (int i = 0; i < 2; i++)
    {
      double storage = choice.storage_high_2 ? high_2[i] : high_1[i];
      double drive = choice.storage_high_2 ? high_1[i] : high_2[i];

      print_entry (first, "storage_indirect_share", NULL, NULL, "China", 2020 + 10 * i, storage, 0.05,
                   "Table 9; which of its two rows goes to battery, fuel cell and tank is not said: "
                   "the one that fits better");
      print_entry (first, "drive_indirect_share", NULL, NULL, "China", 2020 + 10 * i, drive, 0.05,
                   "Table 9; the other row goes to the electric drive");
    }
  for (int year = COR_STUDY_FIRST; year <= COR_STUDY_LAST; year++)
    print_entry (first, "battery_cost_yuan_per_kwh", NULL, NULL, "China", year,
                 cor_calibration_battery (u, year),
                 cor_calibration_battery (u, year) * 0.08,
                 year == COR_STUDY_FIRST  ? cor_unknowns[COR_UNKNOWN_BATTERY_2020].reason
                 : year == COR_STUDY_LAST ? cor_unknowns[COR_UNKNOWN_BATTERY_2030].reason
                                          : cor_unknowns[COR_UNKNOWN_BATTERY_CURVE].reason);
  print_entry (first, "stack_residual_share", NULL, "fcet", "China", 2020, u[COR_UNKNOWN_STACK_RESIDUAL],
               cor_unknowns[COR_UNKNOWN_STACK_RESIDUAL].deviation,
               cor_unknowns[COR_UNKNOWN_STACK_RESIDUAL].reason);
  print_entry (first, "drive_residual_share", NULL, NULL, "China", 2020, choice.drive_keeps_value, 0.5,
               "The text has value left in glider, battery and stack; of two readings of the rest "
               "the one that fits better");
}

static void
print_prices (gboolean *first, const double *u, CorChoice choice)
{
  print_entry (first, "discount_timing_share", NULL, NULL, "China", 2020, choice.timing, 0.25,
               "Running costs counted at the start of each year: of three readings the one that "
               "fits the worth of toll relief and road charge best");
  print_entry (first, "diesel_price_yuan_per_l", NULL, NULL, "China", 2020, 6.5, 0.5,
               "Printed; the path to 2030 is not");
  print_entry (first, "diesel_price_yuan_per_l", NULL, NULL, "China", 2030,
               u[COR_UNKNOWN_DIESEL_PRICE_2030], cor_unknowns[COR_UNKNOWN_DIESEL_PRICE_2030].deviation,
               cor_unknowns[COR_UNKNOWN_DIESEL_PRICE_2030].reason);
  for (int c = 0; c < COR_STUDY_CITIES; c++)
    {
      const CorUnknown *billed = &cor_unknowns[COR_UNKNOWN_BILLED_BEIJING + c];
      double share = CLAMP (u[COR_UNKNOWN_BILLED_BEIJING + c], 0, 1);

      print_entry (first, "demand_transformer_billed_share", NULL, NULL, cor_study_cities[c], 2020, share,
                   billed->deviation, billed->reason);
      print_entry (first, "demand_max_billed_share", NULL, NULL, cor_study_cities[c], 2020, share,
                   billed->deviation, billed->reason);
      print_entry (first, "night_valley_share", NULL, NULL, cor_study_cities[c], 2020,
                   cor_calibration_night_valley (c), 0.1,
                   "Charging from 23 to 7 h; the valley ends at 7 h, in Shanghai at 6 h");
    }
  print_entry (first, "demand_night_hours_per_month", NULL, NULL, "China", 2020, u[COR_UNKNOWN_NIGHT_HOURS],
               cor_unknowns[COR_UNKNOWN_NIGHT_HOURS].deviation, cor_unknowns[COR_UNKNOWN_NIGHT_HOURS].reason);
  print_entry (first, "demand_fast_hours_per_month", NULL, NULL, "China", 2020, u[COR_UNKNOWN_FAST_HOURS],
               cor_unknowns[COR_UNKNOWN_FAST_HOURS].deviation / 2,
               cor_unknowns[COR_UNKNOWN_FAST_HOURS].reason);
}

void
cor_calibration_print (const double *unknowns, CorChoice choice)
{
  gboolean first = TRUE;

  g_print ("{\n  \"format\": \"corridor-parameters\",\n  \"version\": 1,\n  \"about\": \"What the ICCT "
           "study shows only in figures, estimated from what it prints. Made by calibrate-icct; not "
           "to be edited by hand.\",\n  \"parameters\": [\n");
  print_trucks (&first, unknowns);
  print_components (&first, unknowns, choice);
  print_prices (&first, unknowns, choice);
  g_print ("\n  ]\n}\n");
}
