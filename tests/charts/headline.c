/* headline.c: how parity is told where an ending instrument takes it away again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-money.h"
#include "cor-format.h"
#include "cor-headline-text.h"

#define EXPECT(call, text)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got_ = (call);                                                                \
    g_assert_cmpstr (got_, ==, text);                                                              \
  }                                                                                                \
  G_STMT_END

static void
test_parity_spells (void)
{
  CorParitySpells lasting = { 1, { { 2027, 2034 } }, 0 }, lost = { 1, { { 2027, 2030 } }, 2031 };
  CorParitySpells again = { 3, { { 2025, 2025 }, { 2028, 2029 }, { 2033, 2034 } }, 2026 };
  CorParitySpells twice = { 2, { { 2024, 2026 }, { 2029, 2034 } }, 2027 };
  CorParitySpells once = { 1, { { 2027, 2027 } }, 2028 }, never = { 0 };

  EXPECT (cor_parity_years_text (&lasting, 0, 2034), "2027");
  EXPECT (cor_parity_years_text (&lasting, 2027, 2034), "≤" COR_NBSP "2027");
  EXPECT (cor_parity_years_text (&lost, 0, 2034), "2027–2030");
  EXPECT (cor_parity_years_text (&again, 0, 2034), "2025, 2028–2029, from 2033");
  EXPECT (cor_parity_short_text (&again, 0, 2034), "2025 (3×)");
  EXPECT (cor_parity_short_text (&twice, 0, 2034), "2024–26, 2029+");
  EXPECT (cor_parity_short_text (&lost, 0, 2034), "2027–2030");
  EXPECT (cor_parity_years_text (&once, 0, 2034), "only 2027");
  EXPECT (cor_parity_years_text (&never, 0, 2034), "after 2034");
}

/* The year stands large, until when it holds beside it, with how many duties can be done. */
static void
test_headline (void)
{
  CorTotals totals[2] = { { .trucks = 1 }, { .trucks = 1 } };
  CorResults results = { .first_year = 2027, .n_years = 2, .totals = totals, .n_duties = 4, .feasible = 3,
                         .parity_year = 2027, .parity = { 1, { { 2027, 2027 } }, 2028 } };
  CorHeadlineText text;

  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.value, ==, "2027");
  g_assert_cmpstr (text.unit, ==, "that year only · 3 of 4 duties");
  cor_headline_text_clear (&text);
  results.feasible = 4;
  results.n_years = 8;
  results.parity = (CorParitySpells){ 2, { { 2027, 2027 }, { 2031, 2034 } }, 2028 };
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "again from 2031");
  cor_headline_text_clear (&text);
  results.parity = (CorParitySpells){ 2, { { 2027, 2029 }, { 2031, 2034 } }, 2030 };
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "until 2029, again from 2031");
  cor_headline_text_clear (&text);
  results.parity = (CorParitySpells){ 3, { { 2027, 2027 }, { 2029, 2030 }, { 2033, 2034 } }, 2028 };
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "again 2029–2030, from 2033");
  cor_headline_text_clear (&text);
  results.parity = (CorParitySpells){ 2, { { 2027, 2028 }, { 2030, 2031 } }, 2029 };
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "until 2028, again 2030–2031");
  cor_headline_text_clear (&text);
  results.n_years = 2;
  results.parity = (CorParitySpells){ 1, { { 2027, 2029 } }, 2030 };
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "until 2029");
  cor_headline_text_clear (&text);
  results.parity = (CorParitySpells){ 1, { { 2027, 2028 } }, 0 };
  results.feasible = 4;
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.value, ==, "≤" COR_NBSP "2027");
  g_assert_cmpstr (text.unit, ==, "");
  cor_headline_text_clear (&text);
}

/* Where nothing can be driven in the year shown, the number says from when on something can. */
static void
test_possible_later (void)
{
  CorTotals totals[3] = { { .trucks = 0 }, { .trucks = 0 }, { .trucks = 1 } };
  CorResults results = { .first_year = 2026, .n_years = 3, .year = 1, .totals = totals, .n_duties = 1, .feasible = 0 };
  CorHeadlineText text;

  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.value, ==, COR_EN_DASH);
  g_assert_cmpstr (text.unit, ==, "0 of 1 duty · possible from 2028");
  cor_headline_text_clear (&text);
  results.year = 2;
  totals[2].trucks = 0;
  totals[1].trucks = 1;
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "0 of 1 duty · possible in 2027");
  cor_headline_text_clear (&text);
  totals[1].trucks = 0;
  cor_headline_text (COR_HEADLINE_PARITY, &results, NULL, &text);
  g_assert_cmpstr (text.unit, ==, "0 of 1 duty");
  cor_headline_text_clear (&text);
}

/* Both ends of a range are told in one unit, however small one of them is. */
static void
test_range_in_one_unit (void)
{
  double cheaper[] = { 0.5, 0.96 };
  CorMonteCarlo drawn = { .n_draws = 3000, .first_year = 2027, .n_years = 2, .cheaper = cheaper, .gap = { .p05 = -257000, .p95 = -3517 } };
  g_autofree char *sentence = cor_chart_cheaper_sentence (&drawn, 2027, NULL, NULL);

  g_assert_nonnull (strstr (sentence, "between " COR_MINUS "257" ));
  g_assert_nonnull (strstr (sentence, "and " COR_MINUS "4" COR_NBSP "k yuan."));
}

/* What many draws say is never certain. */
static void
test_chance (void)
{
  static const struct
  {
    double share;
    const char *text;
  } cases[] = { { 1, ">99.9" },     { 2999 / 3000.0, ">99.9" }, { 0.9986, "99.9" }, { 0.996, "99.6" }, { 0.724, "72" },
                { 0.0042, "0.4" }, { 1 / 3000.0, "<0.1" },     { 0, "<0.1" } };
  double cheaper[] = { 1, 1 };
  CorMonteCarlo drawn = { .n_draws = 3000, .first_year = 2027, .n_years = 2, .cheaper = cheaper, .gap = { .p05 = -257000, .p95 = -3517 } };
  g_autofree char *sentence = cor_chart_cheaper_sentence (&drawn, 2027, NULL, NULL), *headline = cor_chart_cheaper_short (&drawn, 2027);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cor_format_chance (cases[i].share, NULL), *expected = g_strconcat (cases[i].text, COR_NBSP "%", NULL);

      g_assert_cmpstr (text, ==, expected);
    }
  g_assert_null (strstr (sentence, "100"));
  g_assert_true (g_str_has_suffix (headline, ">99.9" COR_NBSP "%"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/headline/parity-spells", test_parity_spells);
  g_test_add_func ("/headline/parity", test_headline);
  g_test_add_func ("/headline/possible-later", test_possible_later);
  g_test_add_func ("/headline/chance", test_chance);
  g_test_add_func ("/headline/range-in-one-unit", test_range_in_one_unit);
  return g_test_run ();
}
