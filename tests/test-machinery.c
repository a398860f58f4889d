/* test-machinery.c: yard machines against the study's printed figures and by properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-machinery.h"
#include "cor-param-reader.h"

#include <math.h>
#include <string.h>

static CorParamLayer *
defaults (void)
{
  g_autoptr (GError) error = NULL;
  CorParamLayer *layer = cor_param_reader_load_default (&error);

  g_assert_no_error (error);
  return layer;
}

/* Excavators as the study reports them (kW, hours, kWh a day), tolerance 1.5 %. */
static void
test_excavators (void)
{
  static const double reported[][3] = { { 55, 3.8, 135.9 }, { 150, 4.7, 459.0 }, { 300, 6.3, 1228.5 } };
  g_autoptr (CorParamLayer) layer = defaults ();

  for (guint i = 0; i < G_N_ELEMENTS (reported); i++)
    {
      g_autoptr (GError) error = NULL;
      CorMachine machine;

      g_assert_true (cor_machine_evaluate (&layer, 1, "excavator", reported[i][0], NAN, reported[i][1], &machine, &error));
      g_assert_cmpfloat_with_epsilon (machine.energy_kwh, reported[i][2], 0.015 * reported[i][2]);
      cor_machine_clear (&machine);
    }
}

/*
 * All machines of the study's table by its formula, kW x load share x hours (0.426 loader, 0.471
 * forklift, 0.651 excavator), with 200 and 40 Wh/kg and its advice: below 75 kW now, to 200 kW a pilot,
 * above not yet; forklifts below may take lead acid.
 */
static void
test_table (void)
{
  static const struct
  {
    const char *kind;
    double kw, hours, kwh;
    CorMachineAdvice advice;
  } rows[] = {
    { "loader", 74, 4.9, 154.4676, COR_MACHINE_LITHIUM_NOW },
    { "loader", 162, 4.9, 338.1588, COR_MACHINE_PILOT },
    { "loader", 418, 4.9, 872.5332, COR_MACHINE_NOT_YET },
    { "forklift", 37, 6.5, 113.2755, COR_MACHINE_LEAD_ACID_TOO },
    { "forklift", 55, 6.5, 168.3825, COR_MACHINE_LEAD_ACID_TOO },
    { "forklift", 82, 6.5, 251.043, COR_MACHINE_PILOT },
    { "forklift", 37, 3.8, 66.2226, COR_MACHINE_LEAD_ACID_TOO },
    { "forklift", 55, 3.8, 98.439, COR_MACHINE_LEAD_ACID_TOO },
    { "forklift", 82, 3.8, 146.7636, COR_MACHINE_PILOT },
    { "excavator", 55, 3.8, 136.059, COR_MACHINE_LITHIUM_NOW },
    { "excavator", 150, 4.7, 458.955, COR_MACHINE_PILOT },
    { "excavator", 300, 6.3, 1230.39, COR_MACHINE_NOT_YET },
  };
  g_autoptr (CorParamLayer) layer = defaults ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      CorMachine machine;

      g_assert_true (cor_machine_evaluate (&layer, 1, rows[i].kind, rows[i].kw, NAN, rows[i].hours, &machine, &error));
      g_assert_cmpfloat_with_epsilon (machine.energy_kwh, rows[i].kwh, 1e-9);
      g_assert_cmpfloat_with_epsilon (machine.lithium_kg, rows[i].kwh * 5, 1e-9);
      g_assert_cmpfloat_with_epsilon (machine.lead_acid_kg, rows[i].kwh * 25, 1e-9);
      g_assert_cmpint (machine.advice, ==, rows[i].advice);
      for (guint k = 0; k < machine.n_charges; k++)
        {
          double hours = rows[i].kwh / machine.charges[k].kw;

          g_assert_cmpfloat_with_epsilon (machine.charges[k].hours, hours, 1e-9);
          g_assert_cmpint (machine.charges[k].band, ==,
                           hours <= 8 ? COR_MACHINE_WITHIN_SHIFT : hours <= 12 ? COR_MACHINE_OVERNIGHT : COR_MACHINE_LONGER);
        }
      cor_machine_clear (&machine);
    }
}

/* A medium loader by hand: 162 x 0.426 x 4.9 = 338.1588 kWh; 200 and 40 Wh/kg; 60 kW. */
static void
test_by_hand (void)
{
  g_autoptr (CorParamLayer) layer = defaults ();
  g_autoptr (GError) error = NULL;
  CorMachine machine;

  g_assert_true (cor_machine_evaluate (&layer, 1, "loader", 162, NAN, 4.9, &machine, &error));
  g_assert_cmpfloat_with_epsilon (machine.energy_kwh, 338.1588, 1e-9);
  g_assert_cmpfloat_with_epsilon (machine.lithium_kg, 1690.794, 1e-9);
  g_assert_cmpfloat_with_epsilon (machine.lead_acid_kg, 8453.97, 1e-9);
  g_assert_cmpfloat_with_epsilon (machine.diesel_yuan_per_kwh, 7.29 / 3.77, 1e-12);
  g_assert_cmpint (machine.advice, ==, COR_MACHINE_PILOT);
  g_assert_cmpuint (machine.n_charges, ==, 8);
  g_assert_cmpfloat (machine.charges[5].kw, ==, 60);
  g_assert_cmpfloat_with_epsilon (machine.charges[5].hours, 5.63598, 1e-9);
  g_assert_cmpint (machine.charges[5].band, ==, COR_MACHINE_WITHIN_SHIFT);
  g_assert_cmpint (machine.charges[0].band, ==, COR_MACHINE_LONGER);
  for (guint i = 1; i < machine.n_charges; i++)
    g_assert_cmpfloat (machine.charges[i].hours, <, machine.charges[i - 1].hours);
  cor_machine_clear (&machine);
}

static void
test_refused (void)
{
  g_autoptr (CorParamLayer) layer = defaults ();
  g_autoptr (GError) error = NULL;
  CorMachine machine;

  g_assert_false (cor_machine_evaluate (&layer, 1, "submarine", 55, NAN, 4, &machine, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "excavator"));
  g_clear_error (&error);
  g_assert_false (cor_machine_evaluate (&layer, 1, "loader", -1, NAN, 4, &machine, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (cor_machine_evaluate (&layer, 1, "loader", 55, NAN, 25, &machine, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (cor_machine_evaluate (&layer, 1, "loader", 55, NAN, 0, &machine, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (cor_machine_evaluate (&layer, 1, "loader", 0, NAN, 4, &machine, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/machinery/excavators", test_excavators);
  g_test_add_func ("/machinery/table", test_table);
  g_test_add_func ("/machinery/by-hand", test_by_hand);
  g_test_add_func ("/machinery/refused", test_refused);
  return g_test_run ();
}
