/* format.c: how numbers are written, as tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-format.h"
#include "cor-units.h"

#include <math.h>
#include <string.h>

#define NB COR_NBSP
#define MI COR_MINUS
#define EXPECT(call, text)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got_ = (call);                                                                \
    g_assert_cmpstr (got_, ==, text);                                                              \
  }                                                                                                \
  G_STMT_END

static void
test_number (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *plain, *sign;
  } table[] = {
    { 0, 0, "0", "0" },
    { -0.0, 0, "0", "0" },
    { -0.04, 1, "0.0", "0.0" },
    { 0.05, 1, "0.1", "+0.1" },
    { 66, 0, "66", "+66" },
    { -43.4, 0, MI "43", MI "43" },
    { 999, 0, "999", "+999" },
    { 1000, 0, "1,000", "+1,000" },
    { 1168.4, 0, "1,168", "+1,168" },
    { -1234567.891, 2, MI "1,234,567.89", MI "1,234,567.89" },
    { 100000, 0, "100,000", "+100,000" },
    { NAN, 2, COR_EN_DASH, COR_EN_DASH },
    { INFINITY, 2, "∞", "+∞" },
    { -INFINITY, 0, MI "∞", MI "∞" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      EXPECT (cor_format_number (table[i].value, table[i].decimals), table[i].plain);
      EXPECT (cor_format_signed (table[i].value, table[i].decimals), table[i].sign);
    }
  /* The longest there is: 309 digits in groups. */
  g_autofree char *longest = cor_format_number (G_MAXDOUBLE, 2);
  g_assert_cmpuint (strlen (longest), ==, 309 + 102 + 3);
}

static void
test_significant (void)
{
  EXPECT (cor_format_significant (0.4403, 3), "0.44");
  EXPECT (cor_format_significant (0.4403, 4), "0.4403");
  EXPECT (cor_format_significant (6.95, 3), "6.95");
  EXPECT (cor_format_significant (28.6, 3), "28.6");
  EXPECT (cor_format_significant (28.0, 3), "28");
  EXPECT (cor_format_significant (1280.4, 3), "1,280");
  EXPECT (cor_format_significant (0, 3), "0");
  EXPECT (cor_format_significant (NAN, 3), COR_EN_DASH);
}

static void
test_money (void)
{
  static const struct
  {
    double yuan;
    const char *english, *chinese;
  } table[] = {
    { 0, "0" NB "yuan", "0" NB "元" },
    { 0.42, "0.42" NB "yuan", "0.42" NB "元" },
    { 950, "950" NB "yuan", "950" NB "元" },
    { 1280, "1,280" NB "yuan", "1,280" NB "元" },
    { 18300,
      "18.3" NB "k"
      " yuan",
      "1.83" NB "万元" },
    { 587000, "587" NB "k yuan", "58.7" NB "万元" },
    { 1168000, "1,168" NB "k yuan", "116.8" NB "万元" },
    { 5200000, "5.2" NB "M yuan", "520" NB "万元" },
    { 10400000, "10.4" NB "M yuan", "1,040" NB "万元" },
    { 2.5e9, "2.5" NB "bn yuan", "25" NB "亿元" },
    { -43000, MI "43" NB "k yuan", MI "4.3" NB "万元" },
    { NAN, COR_EN_DASH, COR_EN_DASH },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      EXPECT (cor_format_money (table[i].yuan, "en"), table[i].english);
      EXPECT (cor_format_money (table[i].yuan, "zh_CN"), table[i].chinese);
    }
  EXPECT (cor_format_money_change (587000, "en"), "+587" NB "k yuan");
}

static void
test_money_unit (void)
{
  CorMoneyUnit unit = cor_money_unit (1168e3, "en");
  g_assert_cmpfloat (unit.divisor, ==, 1e3);
  EXPECT (cor_format_money_in (-460e3, &unit, TRUE), MI "460");
  EXPECT (cor_format_money_in (91200, &unit, FALSE), "91");
  unit = cor_money_unit (1168e3, "zh_CN");
  g_assert_cmpfloat (unit.divisor, ==, 1e4);
  EXPECT (cor_format_money_in (109e3, &unit, FALSE), "10.9");
  EXPECT (cor_format_money_in (200e3, &unit, TRUE), "+20.0");
  unit = cor_money_unit (NAN, "en");
  g_assert_cmpfloat (unit.divisor, ==, 1);
}

/* One unit for a table: the least amount keeps two digits. */
static void
test_table_unit (void)
{
  const double wide[] = { 3.4e6, 120e3, NAN, 0, -20e3 }, near[] = { 3.4e6, 400e3 };
  CorMoneyUnit unit = cor_money_unit_for (wide, G_N_ELEMENTS (wide), "en");

  EXPECT (cor_format_money_as (3.4e6, &unit, FALSE), "3,400" NB "k yuan");
  EXPECT (cor_format_money_as (-20e3, &unit, TRUE), MI "20" NB "k yuan");
  EXPECT (cor_format_money_as (NAN, &unit, FALSE), "–");
  unit = cor_money_unit_for (near, G_N_ELEMENTS (near), "en");
  EXPECT (cor_format_money_as (3.4e6, &unit, FALSE), "3.40" NB "M yuan");
  EXPECT (cor_format_money_as (400e3, &unit, FALSE), "0.40" NB "M yuan");
  unit = cor_money_unit_for (wide, G_N_ELEMENTS (wide), "zh_CN");
  EXPECT (cor_format_money_as (120e3, &unit, FALSE), "12.0" NB "万元");
  unit = cor_money_unit_for (NULL, 0, "en");
  EXPECT (cor_format_money_as (0, &unit, FALSE), "0" NB "yuan");
}

static void
test_shares (void)
{
  EXPECT (cor_format_percent (0.042, -1, "en"), "4.2" NB "%");
  EXPECT (cor_format_percent (0.042, -1, "zh_CN"), "4.2%");
  EXPECT (cor_format_percent (0.4, -1, "en"), "40" NB "%");
  EXPECT (cor_format_percent (0, -1, "en"), "0" NB "%");
  EXPECT (cor_format_percent (NAN, -1, "en"), COR_EN_DASH);
  EXPECT (cor_format_percent (0.6789, 0, "en"), "68" NB "%");
  EXPECT (cor_format_points (-0.039), MI "3.9 points");
}

static void
test_years (void)
{
  EXPECT (cor_format_year (2027, 0, 2034), "2027");
  EXPECT (cor_format_year (2035, 0, 2034), "after 2034");
  EXPECT (cor_format_year (0, 0, 2034), "after 2034");
  EXPECT (cor_format_year (2024, 2024, 2034), "≤" NB "2024");
  EXPECT (cor_format_year_change (-6), "6 years earlier");
  EXPECT (cor_format_year_change (-1), "1 year earlier");
  EXPECT (cor_format_year_change (2), "2 years later");
  EXPECT (cor_format_year_change (0), "same");
  EXPECT (cor_format_month (2027 * 12 + 2, "en"), "Mar" NB "2027");
  EXPECT (cor_format_month (2027 * 12 + 2, "zh_CN"), "2027年3月");
}

static void
test_quantities (void)
{
  static const struct
  {
    CorQuantity quantity;
    double value;
    const char *plain, *change;
  } table[] = {
    { COR_QUANTITY_KM, 11.6, "11.6" NB "km", "+11.6" NB "km" },
    { COR_QUANTITY_KM, 126.4, "126" NB "km", "+126" NB "km" },
    { COR_QUANTITY_KM, 63720, "63,720" NB "km", "+63,720" NB "km" },
    { COR_QUANTITY_TONNES, -460.2, MI "460" NB "t", MI "460" NB "t" },
    { COR_QUANTITY_TONNES, 1769, "1,769" NB "t", "+1,769" NB "t" },
    { COR_QUANTITY_ENERGY, 282, "282" NB "kWh", "+282" NB "kWh" },
    { COR_QUANTITY_ENERGY, 12500, "12.5" NB "MWh", "+12.5" NB "MWh" },
    { COR_QUANTITY_ENERGY, 3.4e6, "3.4" NB "GWh", "+3.4" NB "GWh" },
    { COR_QUANTITY_POWER, 610, "610" NB "kW", "+610" NB "kW" },
    { COR_QUANTITY_MINUTES, 8.5, "8.5" NB "min", "+8.5" NB "min" },
    { COR_QUANTITY_YEAR, 2027, "2027", "2027" },
    { COR_QUANTITY_SHARE, 0.081, "8.1" NB "%", "+8.1" NB "%" },
    { COR_QUANTITY_NUMBER, 23, "23", "+23" },
    { COR_QUANTITY_KM, NAN, COR_EN_DASH, COR_EN_DASH },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      EXPECT (cor_format_quantity (table[i].quantity, table[i].value, "en"), table[i].plain);
      EXPECT (cor_format_change (table[i].quantity, table[i].value, "en"), table[i].change);
    }
}

/* The name of the yuan is a label alone: numbers stay, in every unit it stands in. */
static void
test_currency (void)
{
  const CorUnits cny = { "CNY", FALSE, COR_MASSES_CUSTOMARY };
  guint round = cor_units_get_round ();

  cor_units_set (&cny);
  g_assert_cmpuint (cor_units_get_round (), ==, round + 1);
  cor_units_set (&cny);
  g_assert_cmpuint (cor_units_get_round (), ==, round + 1);
  EXPECT (cor_format_money (1168400, "en"), "1,168" NB "k CNY");
  EXPECT (cor_format_money (1168400, "zh_CN"), "116.8" NB "万CNY");
  EXPECT (cor_format_money (6.95, "en"), "6.95" NB "CNY");
  g_assert_cmpstr (cor_units_money ("yuan/kWh"), ==, "CNY/kWh");
  g_assert_cmpstr (cor_units_money ("元/公里"), ==, "CNY/公里");
  cor_units_set (NULL);
  EXPECT (cor_format_money (1168400, "en"), "1,168" NB "k yuan");
  EXPECT (cor_format_money (1168400, "zh_CN"), "116.8" NB "万元");
  g_assert_cmpstr (cor_units_money ("yuan/kWh"), ==, "yuan/kWh");
  g_assert_cmpstr (cor_unit_text ("L/100km"), ==, "L/100 km");
}

static void
test_units (void)
{
  const CorUnits hundred = { "", TRUE, COR_MASSES_TONNES };
  const CorUnits kilograms = { "", FALSE, COR_MASSES_KILOGRAMS };
  double factor;

  EXPECT (cor_units_electricity_use (1.352), "1.35" NB "kWh/km");
  EXPECT (cor_units_load (28), "28" NB "t");
  cor_units_set (&hundred);
  EXPECT (cor_units_electricity_use (1.352), "135" NB "kWh/100" NB "km");
  EXPECT (cor_units_electricity_use (NAN), COR_EN_DASH);
  g_assert_cmpstr (cor_units_shown ("kg", 100000, &factor), ==, "t");
  g_assert_cmpfloat (factor, ==, 0.001);
  /* The hydrogen on board stays in kilograms. */
  g_assert_cmpstr (cor_units_shown ("kg", 1000, &factor), ==, "kg");
  g_assert_cmpfloat (factor, ==, 1);
  g_assert_cmpstr (cor_units_shown ("L/100 km", 100, &factor), ==, "L/100 km");
  cor_units_set (&kilograms);
  EXPECT (cor_units_load (28), "28,000" NB "kg");
  g_assert_cmpstr (cor_units_shown ("kg", 100000, &factor), ==, "kg");
  cor_units_set (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/significant", test_significant);
  g_test_add_func ("/format/money", test_money);
  g_test_add_func ("/format/money-unit", test_money_unit);
  g_test_add_func ("/format/table-unit", test_table_unit);
  g_test_add_func ("/format/shares", test_shares);
  g_test_add_func ("/format/years", test_years);
  g_test_add_func ("/format/quantities", test_quantities);
  g_test_add_func ("/format/currency", test_currency);
  g_test_add_func ("/format/units", test_units);
  return g_test_run ();
}
