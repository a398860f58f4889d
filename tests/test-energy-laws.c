/* test-energy-laws.c: what the energy of a trip must do whatever the figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "energy-fixture.h"

/* What rolling and climbing cost per tonne and km: 0.006 of the weight, and 1 % of it. */
static void
test_physics (void)
{
  CorVehicleEnergy vehicle = truck ("tractor_trailer", COR_POWERTRAIN_DIESEL, 2020, 0);
  CorPathSegment level = { .length_m = 1000.0, .speed_m_s = 20.0, .road_class = COR_ROAD_MOTORWAY };
  CorPathSegment slope = level;

  slope.grade = 0.01;
  for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
    vehicle.braked[i] = 0.0;
  NEAR (cor_energy_segment (&vehicle, &level, 1.0, 15.0).wheel_kwh
          - cor_energy_segment (&vehicle, &level, 0.0, 15.0).wheel_kwh, 0.0164, 1e-4);
  NEAR (cor_energy_segment (&vehicle, &slope, 1.0, 15.0).wheel_kwh
          - cor_energy_segment (&vehicle, &slope, 0.0, 15.0).wheel_kwh, 0.0164 + 0.0273, 2e-4);
}

/* More load, grade or speed never takes less; the wheels take in what resistance takes out and
 * brakes take away; a long slope down charges a battery and never a tank. */
static void
test_laws (void)
{
  CorVehicleEnergy electric = truck ("tractor_trailer", COR_POWERTRAIN_BET, 2025, 350);
  CorVehicleEnergy diesel = truck ("tractor_trailer", COR_POWERTRAIN_DIESEL, 2025, 0);
  double last = 0.0;

  for (double grade = -0.06; grade <= 0.06; grade += 0.01)
    {
      CorPathSegment segment = { .length_m = 1000.0, .speed_m_s = 15.0, .grade = grade,
                                 .road_class = COR_ROAD_PRIMARY };
      CorEnergyUse light = cor_energy_segment (&electric, &segment, 5.0, 20.0);
      CorEnergyUse heavy = cor_energy_segment (&electric, &segment, 20.0, 20.0);

      g_assert_cmpfloat (light.units, >, grade > -0.055 ? last : -INFINITY);
      g_assert_cmpfloat (light.wheel_kwh, >=, 0.0);
      g_assert_cmpfloat (light.braked_kwh, >=, 0.0);
      if (grade >= 0.0)
        g_assert_cmpfloat (heavy.units, >, light.units);
      last = light.units;
      g_assert_cmpfloat (cor_energy_segment (&diesel, &segment, 20.0, 20.0).units, >=, 0.0);
    }
  {
    CorPathSegment down = { .length_m = 1000.0, .speed_m_s = 15.0, .grade = -0.05, .road_class = COR_ROAD_TRUNK };

    g_assert_cmpfloat (cor_energy_segment (&electric, &down, 20.0, 20.0).units, <, 0.0);
  }
}

/* 5 to 9 % of the range at -7 and at 35 °C, nothing in mild weather (ICCT 2021). */
static void
test_temperature (void)
{
  CorVehicleEnergy vehicle = truck ("tractor_trailer", COR_POWERTRAIN_BET, 2020, 350);
  CorVehicleEnergy diesel = truck ("tractor_trailer", COR_POWERTRAIN_DIESEL, 2020, 0);

  g_assert_cmpfloat (1.0 - 1.0 / cor_vehicle_energy_thermal (&vehicle, -7.0), >=, 0.05);
  g_assert_cmpfloat (1.0 - 1.0 / cor_vehicle_energy_thermal (&vehicle, -7.0), <=, 0.09);
  g_assert_cmpfloat (1.0 - 1.0 / cor_vehicle_energy_thermal (&vehicle, 35.0), >=, 0.05);
  g_assert_cmpfloat (1.0 - 1.0 / cor_vehicle_energy_thermal (&vehicle, 35.0), <=, 0.09);
  NEAR (cor_vehicle_energy_thermal (&vehicle, 20.0), 1.0, 0.0);
  NEAR (cor_vehicle_energy_thermal (&diesel, -7.0), 1.0, 0.0);
}

/* At the wheel: rolling, air as thick as it is warm (the gas law), and what is braked away again, for
 * which the wheels are turned too; worked out from the vehicle's own figures. */
static void
test_wheel_work (void)
{
  static const double temperatures[] = { -20.0, 15.0, 40.0 };
  CorVehicleEnergy vehicle = truck ("tractor_trailer", COR_POWERTRAIN_BET, 2024, 350);
  CorPathSegment road = { 12000.0, 16.0, 0.0, COR_ROAD_PRIMARY, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (temperatures); i++)
    {
      CorEnergyUse use = cor_energy_segment (&vehicle, &road, 20.0, temperatures[i]);
      double kg = vehicle.empty_kg + 20000.0;
      double air = vehicle.air_density_kg_per_m3 * 288.15 / (273.15 + temperatures[i]);
      double steady_n = kg * 9.80665 * vehicle.crr + 0.5 * air * vehicle.cda_m2 * 16.0 * 16.0;
      double braked_n = kg * (1.0 + vehicle.rotating_share) * vehicle.braked[COR_ROAD_PRIMARY];

      g_assert_cmpfloat (vehicle.rotating_share, >, 0.0);
      g_assert_cmpfloat (braked_n, >, 0.0);
      NEAR (use.wheel_kwh, (steady_n + braked_n) * 12000.0 / 3.6e6, 1e-9);
      NEAR (use.braked_kwh, braked_n * 12000.0 / 3.6e6, 1e-9);
    }
}

/* Without figures for a road load: the first that is missing is named, a measured use holds. */
/* A mean speed that was measured scales the speeds of the roads, so that the way takes as long as it did; a
 * ferry keeps its own. Air drag follows: half the speed takes less, the rest is as it was. */
static void
test_mean_speed (void)
{
  CorPathSegment segments[] = { { 30000, 25, 0, COR_ROAD_MOTORWAY, FALSE },
                                { 10000, 10, 0, COR_ROAD_PRIMARY, FALSE },
                                { 5000, 5, 0, COR_ROAD_FERRY, FALSE } };
  const CorPath path = { .segments = segments, .n_segments = G_N_ELEMENTS (segments), .length_m = 45000 };
  CorVehicleEnergy vehicle = truck ("tractor_trailer", COR_POWERTRAIN_BET, 2024, 400);
  CorEnergyUse before, after;
  CorEnergyPoint points[G_N_ELEMENTS (segments) + 1];

  g_assert_true (isnan (vehicle.mean_speed_m_s));
  before = cor_energy_path (&vehicle, &path, 10, 20);
  NEAR (before.duration_s, 1200 + 1000 + 1000, 1e-9);
  vehicle.mean_speed_m_s = 10;
  after = cor_energy_path (&vehicle, &path, 10, 20);
  NEAR (after.duration_s, 40000 / 10.0 + 1000, 1e-9);
  g_assert_cmpfloat (after.wheel_kwh, <, before.wheel_kwh);
  cor_energy_profile (&vehicle, &path, 10, 20, 1, points);
  NEAR (points[3].at_s, after.duration_s, 1e-9);
  NEAR (points[3].units, after.units, 1e-9);
  /* 1200 s and 1000 s in the ratio of before. */
  NEAR (points[1].at_s / points[2].at_s, 1200.0 / 2200.0, 1e-12);
}

static void
test_missing (void)
{
  CorVehicleEnergy vehicle;
  g_autoptr (CorPath) path = two_roads ();
  double row[COR_N_PARAMS];

  for (guint i = 0; i < COR_N_PARAMS; i++)
    row[i] = NAN;
  g_assert_cmpstr (cor_vehicle_energy_fill (row, COR_POWERTRAIN_DIESEL, &vehicle)->id, ==, "kerb_mass_kg");
  row[COR_PARAM_DIESEL_USE] = 30.0;
  g_assert_null (cor_vehicle_energy_fill (row, COR_POWERTRAIN_DIESEL, &vehicle));
  NEAR (cor_energy_path (&vehicle, path, 20.0, 15.0).units, 3.0, 1e-12);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  defaults = cor_param_reader_load_default (&error);
  g_assert_no_error (error);
  g_test_add_func ("/energy/physics", test_physics);
  g_test_add_func ("/energy/laws", test_laws);
  g_test_add_func ("/energy/temperature", test_temperature);
  g_test_add_func ("/energy/wheel-work", test_wheel_work);
  g_test_add_func ("/energy/mean-speed", test_mean_speed);
  g_test_add_func ("/energy/missing", test_missing);
  status = g_test_run ();
  cor_param_layer_unref (defaults);
  return status;
}
