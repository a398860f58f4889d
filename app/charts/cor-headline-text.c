/* cor-headline-text.c: what the four numbers say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-headline-text.h"

#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
cor_headline_title (CorHeadlineKind kind)
{
  static const char *titles[COR_N_HEADLINES]
      = { N_ ("TCO parity year"), N_ ("Detour share"), N_ ("Emissions, well to wheel"),
          N_ ("Public cost") };

  return _ (titles[kind]);
}

const char *
cor_headline_about (CorHeadlineKind kind)
{
  static const char *texts[COR_N_HEADLINES] = {
    N_ ("First model year in which all duties' zero-emission trucks together cost no more over "
        "their ownership than diesel trucks doing the same work"),
    N_ ("Kilometres driven only to reach energy, of all kilometres driven"),
    N_ ("CO₂e a year compared with diesel trucks doing the same work; below zero is avoided"),
    N_ ("Public money a year for each tonne of CO₂e avoided against diesel, average over all "
        "trucks"),
  };

  return _ (texts[kind]);
}

CorTraceQuantity
cor_headline_quantity (CorHeadlineKind kind)
{
  static const CorTraceQuantity quantities[COR_N_HEADLINES] = {
    [COR_HEADLINE_PARITY] = COR_TRACE_PARITY,
    [COR_HEADLINE_DETOUR] = COR_TRACE_DETOUR,
    [COR_HEADLINE_EMISSIONS] = COR_TRACE_EMISSIONS,
    [COR_HEADLINE_PUBLIC] = COR_TRACE_PUBLIC,
  };

  return quantities[kind];
}

static int
last_year (const CorResults *results)
{
  return results->first_year + (int)results->n_years - 1;
}

/* Whether the four numbers stand on anything. */
static gboolean
has_fleet (const CorResults *results)
{
  return results != NULL && results->n_years > 0 && results->totals[results->year].trucks > 0;
}

static char *
spell_text (const CorParitySpell *spell, gboolean only)
{
  if (spell->last > spell->first)
    return g_strdup_printf ("%d" COR_EN_DASH "%d", spell->first, spell->last);
  /* Translators: parity is reached in that model year and in no other. */
  return g_strdup_printf (only ? _ ("only %d") : "%d", spell->first);
}

/* Spells that stand where room is short; of more the year that the first begins in, and how many there are. */
#define SHORT_SPELLS 2

/* "2024–26", "2025", "2029+" where it holds to the last model year. */
static void
append_short (GString *text, const CorParitySpell *spell, int last)
{
  if (spell->last == last)
    g_string_append_printf (text, "%d+", spell->first);
  else if (spell->last > spell->first)
    g_string_append_printf (text, "%d" COR_EN_DASH "%02d", spell->first, spell->last % 100);
  else
    g_string_append_printf (text, "%d", spell->first);
}

char *
cor_parity_short_text (const CorParitySpells *parity, int first, int last)
{
  GString *text;

  if (parity->lost == 0)
    return cor_format_year (parity->n > 0 ? parity->at[0].first : 0, first, last);
  if (parity->n == 1)
    return spell_text (&parity->at[0], TRUE);
  if (parity->n > SHORT_SPELLS)
    {
      g_autofree char *begin = cor_format_year (parity->at[0].first, first, last);

      /* Translators: parity begins in that model year, is lost and comes back, so often in all: "2025 (3×)". */
      return g_strdup_printf (_ ("%s (%u×)"), begin, parity->n);
    }
  text = g_string_new (NULL);
  append_short (text, &parity->at[0], last);
  g_string_append (text, _ (", "));
  append_short (text, &parity->at[1], last);
  return g_string_free (text, FALSE);
}

/* The spells from the one of index @begin on: "2025, 2028–2029, from 2033". */
static char *
spells_text (const CorParitySpells *parity, guint begin, int last)
{
  GString *text = g_string_new (NULL);

  for (guint i = begin; i < parity->n; i++)
    {
      g_autofree char *spell = spell_text (&parity->at[i], FALSE);

      g_string_append (text, i > begin ? _ (", ") : "");
      if (i > 0 && parity->at[i].last == last)
        g_string_append_printf (text, _ ("from %d"), parity->at[i].first);
      else
        g_string_append (text, spell);
    }
  return g_string_free (text, FALSE);
}

char *
cor_parity_years_text (const CorParitySpells *parity, int first, int last)
{
  return parity->lost == 0 || parity->n == 1 ? cor_parity_short_text (parity, first, last) : spells_text (parity, 0, last);
}

/* That parity does not last: the year alone would mislead. */
static char *
until (const CorResults *results)
{
  const CorParitySpells *parity = results != NULL ? &results->parity : NULL;
  const CorParitySpell *spell = parity != NULL ? parity->at : NULL;
  g_autofree char *later = NULL;

  if (!has_fleet (results) || parity->lost == 0)
    return g_strdup ("");
  if (parity->n > 1)
    later = spells_text (parity, 1, last_year (results));
  if (later != NULL && spell[0].first == spell[0].last)
    /* Translators: beside a year in which parity is reached and lost in the next: the later years with parity, as in
     * "again 2027–2029, from 2031". */
    return g_strdup_printf (_ ("again %s"), later);
  if (later != NULL)
    return g_strdup_printf (_ ("until %d, again %s"), spell[0].last, later);
  if (spell[0].first == spell[0].last)
    /* Translators: beside a year: parity is reached in it and lost in the next. */
    return g_strdup (_ ("that year only"));
  /* Translators: parity is reached in a year and holds until this one. */
  return g_strdup_printf (_ ("until %d"), spell[0].last);
}

/* Where nothing can be driven in the year shown: the first year in which a duty can; "" where none can, or some can now. */
static char *
possible_from (const CorResults *results)
{
  for (guint i = 0; results != NULL && !has_fleet (results) && i < results->n_years; i++)
    if (results->totals[i].trucks > 0)
      return g_strdup_printf (i > results->year ? _ ("possible from %d") : _ ("possible in %d"), results->first_year + (int) i);
  return g_strdup ("");
}

static char *
parity_value (const CorResults *results)
{
  if (!has_fleet (results))
    return g_strdup (COR_EN_DASH);
  return cor_format_year (results->parity_year, results->parity.lost == 0 ? results->first_year : 0,
                          last_year (results));
}

/* "3 of 4 duties" where not all can be done. */
static char *
duties_done (const CorResults *results)
{
  if (results == NULL || results->feasible == results->n_duties)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u of %u duty", "%u of %u duties", results->n_duties),
                          results->feasible, results->n_duties);
}

static char *
parity_unit (const CorResults *results)
{
  g_autofree char *done = duties_done (results);
  g_autofree char *more = has_fleet (results) ? until (results) : possible_from (results);

  if (*more == '\0' || *done == '\0')
    return g_strconcat (more, done, NULL);
  return has_fleet (results) ? g_strdup_printf ("%s · %s", more, done) : g_strdup_printf ("%s · %s", done, more);
}

/* Not reached counts as the year after the last. */
static void
parity_change (const CorResults *results, const CorResults *baseline, CorHeadlineText *out)
{
  int now = results->parity_year > 0 ? results->parity_year : last_year (results) + 1;
  int then = baseline->parity_year > 0 ? baseline->parity_year : last_year (baseline) + 1;

  if (now == then)
    return;
  g_free (out->change);
  if (baseline->parity_year == 0)
    out->change = g_strdup (_ ("now reached"));
  else if (results->parity_year == 0)
    out->change = g_strdup (_ ("no longer reached"));
  else
    out->change = cor_format_year_change (now - then);
  out->better = now < then ? 1 : -1;
}

static char *
detour_value (const CorResults *results)
{
  if (results == NULL || isnan (results->detour_share))
    return g_strdup (COR_EN_DASH);
  return cor_format_percent (results->detour_share, 1, NULL);
}

static void
detour_change (const CorResults *results, const CorResults *baseline, CorHeadlineText *out)
{
  double change = results->detour_share - baseline->detour_share;

  if (!(fabs (change) >= 0.0005))
    return;
  g_free (out->change);
  out->change = cor_format_points (change);
  out->better = change < 0 ? 1 : -1;
}

static char *
emissions_value (const CorResults *results)
{
  if (!has_fleet (results) || isnan (results->saved_t))
    return g_strdup (COR_EN_DASH);
  return cor_format_number (-results->saved_t, 0);
}

static void
emissions_change (const CorResults *results, const CorResults *baseline, CorHeadlineText *out)
{
  double change = results->saved_t - baseline->saved_t;
  g_autofree char *tonnes = NULL;

  if (!(fabs (change) >= 0.5))
    return;
  tonnes = cor_format_quantity (COR_QUANTITY_TONNES, fabs (change), NULL);
  g_free (out->change);
  out->change
      = g_strdup_printf (change > 0 ? _ ("%s more avoided") : _ ("%s less avoided"), tonnes);
  out->better = change > 0 ? 1 : -1;
}

static char *
public_value (const CorResults *results)
{
  if (!has_fleet (results) || isnan (results->public_yuan_per_t)
      || !(fabs (results->public_yuan_per_year) >= 0.5))
    return g_strdup (COR_EN_DASH);
  return cor_format_number (results->public_yuan_per_t, 0);
}

static char *
public_unit (const CorResults *results)
{
  if (!has_fleet (results))
    return g_strdup ("");
  if (!(fabs (results->public_yuan_per_year) >= 0.5))
    return g_strdup (_ ("no public money"));
  if (isnan (results->public_yuan_per_t))
    return g_strdup (_ ("nothing avoided"));
  return g_strdup (cor_units_money (_ ("yuan per t CO₂e")));
}

static void
public_change (const CorResults *results, const CorResults *baseline, CorHeadlineText *out)
{
  double change = results->public_yuan_per_year - baseline->public_yuan_per_year;
  g_autofree char *money = NULL;

  if (!(fabs (change) >= 0.5))
    return;
  money = cor_format_money_change (change, NULL);
  g_free (out->change);
  out->change = g_strdup_printf (_ ("%s a year"), money);
  out->better = change < 0 ? 1 : -1;
}

static char *
public_base (const CorResults *baseline)
{
  g_autofree char *money = NULL;

  if (!(fabs (baseline->public_yuan_per_year) >= 0.5))
    return g_strdup (_ ("no policy"));
  money = cor_format_money (baseline->public_yuan_per_year, NULL);
  return g_strdup_printf (_ ("%s a year"), money);
}

typedef struct
{
  char *(*value) (const CorResults *results);
  void (*change) (const CorResults *results, const CorResults *baseline, CorHeadlineText *out);
} Row;

static const Row rows[COR_N_HEADLINES] = {
  [COR_HEADLINE_PARITY] = { parity_value, parity_change },
  [COR_HEADLINE_DETOUR] = { detour_value, detour_change },
  [COR_HEADLINE_EMISSIONS] = { emissions_value, emissions_change },
  [COR_HEADLINE_PUBLIC] = { public_value, public_change },
};

static char *
unit_of (CorHeadlineKind kind, const CorResults *results)
{
  switch (kind)
    {
    case COR_HEADLINE_PARITY:
      return parity_unit (results);
    case COR_HEADLINE_EMISSIONS:
      return g_strdup (has_fleet (results) ? _ ("t CO₂e a year") : "");
    case COR_HEADLINE_PUBLIC:
      return public_unit (results);
    default:
      return g_strdup ("");
    }
}

void
cor_headline_text (CorHeadlineKind kind,
                   const CorResults *results,
                   const CorResults *baseline,
                   CorHeadlineText *out)
{
  out->value = rows[kind].value (results);
  out->unit = unit_of (kind, results);
  out->change = g_strdup ("");
  out->better = 0;
  out->base = g_strdup ("");
  if (results == NULL || baseline == NULL || results == baseline)
    return;
  if (has_fleet (results) && has_fleet (baseline))
    rows[kind].change (results, baseline, out);
  if (*out->change == '\0')
    return;
  g_free (out->base);
  out->base = kind == COR_HEADLINE_PUBLIC ? public_base (baseline) : rows[kind].value (baseline);
}

void
cor_headline_text_clear (CorHeadlineText *text)
{
  g_clear_pointer (&text->value, g_free);
  g_clear_pointer (&text->unit, g_free);
  g_clear_pointer (&text->change, g_free);
  g_clear_pointer (&text->base, g_free);
}
