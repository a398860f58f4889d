/* cor-tariff-text.c: months and hours of a tariff as people write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DASH "–"
#define ALL_MONTHS 0xfff
#define MINUTES 60

const char *
cor_tariff_period_name (CorTariffPeriod period)
{
  static const char *const names[COR_TARIFF_PERIODS] = {
    [COR_TARIFF_FLAT] = N_ ("Flat hours"),
    [COR_TARIFF_VALLEY] = N_ ("Valley"),
    [COR_TARIFF_PEAK] = N_ ("Peak"),
    [COR_TARIFF_SHARP] = N_ ("Sharp peak"),
  };

  g_return_val_if_fail (period < COR_TARIFF_PERIODS, NULL);
  return _ (names[period]);
}

char *
cor_tariff_months_text (guint16 months)
{
  GString *text = g_string_new (NULL);
  guint start = 0;

  if ((months & ALL_MONTHS) == ALL_MONTHS)
    return g_string_free (g_string_append (text, "1" DASH "12"), FALSE);
  while ((months & 1) && (months & (1 << (COR_TARIFF_MONTHS - 1))) && (months & (1 << start)))
    start++;
  for (guint i = 0; i < COR_TARIFF_MONTHS; i++)
    {
      guint month = (start + i) % COR_TARIFF_MONTHS, last = month;

      if (!(months & (1 << month)) || (months & (1 << ((month + COR_TARIFF_MONTHS - 1) % COR_TARIFF_MONTHS))))
        continue;
      while (months & (1 << ((last + 1) % COR_TARIFF_MONTHS)))
        last = (last + 1) % COR_TARIFF_MONTHS;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", month + 1);
      if (last != month)
        g_string_append_printf (text, DASH "%u", last + 1);
    }
  return g_string_free (text, FALSE);
}

static void
append_hour (GString *text, double hour)
{
  int minutes = (int) lround ((hour - floor (hour)) * MINUTES);

  g_string_append_printf (text, "%d", (int) floor (hour));
  if (minutes > 0)
    g_string_append_printf (text, ":%02d", minutes);
}

char *
cor_tariff_hours_text (const CorTariffSeason *season, CorTariffPeriod period)
{
  double stretches[COR_TARIFF_STRETCHES][2];
  guint n = cor_tariff_stretches (season, period, stretches);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      append_hour (text, stretches[i][0]);
      g_string_append (text, DASH);
      append_hour (text, stretches[i][1]);
    }
  return g_string_free (text, FALSE);
}

/* A number with minutes or a half after it, as 9, 9:30, 9.5; moves behind it. */
static gboolean
read_number (const char **at, double *number)
{
  char *end;

  while (g_ascii_isspace (**at))
    (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  *number = g_ascii_strtod (*at, &end);
  if (*end == ':' && g_ascii_isdigit (end[1]))
    *number += g_ascii_strtoull (end + 1, &end, 10) / (double) MINUTES;
  *at = end;
  while (g_ascii_isspace (**at))
    (*at)++;
  return TRUE;
}

/* One stretch, "FROM–TO" or "FROM", and the comma after it. */
static gboolean
read_stretch (const char **at, double *from, double *to)
{
  if (!read_number (at, from))
    return FALSE;
  *to = *from;
  if (**at == '-' || g_str_has_prefix (*at, DASH))
    {
      *at += **at == '-' ? 1 : strlen (DASH);
      if (!read_number (at, to))
        return FALSE;
    }
  if (**at == ',')
    (*at)++;
  else if (g_str_has_prefix (*at, "，"))
    *at += strlen ("，");
  else if (**at != '\0')
    return FALSE;
  return TRUE;
}

gboolean
cor_tariff_months_read (const char *text, guint16 *months)
{
  guint16 found = 0;

  while (*text != '\0')
    {
      double from, to;

      if (!read_stretch (&text, &from, &to) || from < 1 || to < 1 || from > COR_TARIFF_MONTHS || to > COR_TARIFF_MONTHS
          || from != floor (from) || to != floor (to))
        return FALSE;
      found |= cor_tariff_months ((int) from, (int) to);
    }
  if (found == 0)
    return FALSE;
  *months = found;
  return TRUE;
}

gboolean
cor_tariff_hours_read (CorTariffSeason *season, CorTariffPeriod period, const char *text)
{
  CorTariffSeason hours, next = *season;
  gboolean any = FALSE;

  cor_tariff_season_init (&hours);
  while (*text != '\0')
    {
      double from, to;

      if (!read_stretch (&text, &from, &to) || !cor_tariff_add_stretch (&hours, COR_TARIFF_SHARP, from, to))
        return FALSE;
    }
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    {
      if (hours.period[slot] == COR_TARIFF_SHARP)
        next.period[slot] = period;
      else if (next.period[slot] == period)
        next.period[slot] = COR_TARIFF_FLAT;
      any |= next.period[slot] == period;
    }
  if (any && isnan (next.yuan_per_kwh[period]))
    next.yuan_per_kwh[period] = next.yuan_per_kwh[COR_TARIFF_FLAT];
  *season = next;
  return TRUE;
}

gboolean
cor_tariff_set_months (CorTariffSeason *seasons, guint n, guint index, guint16 months)
{
  guint16 left = seasons[index].months & ~months;
  guint other = index == 0 ? 1 : 0;

  g_return_val_if_fail (index < n, FALSE);

  if (months == 0 || (left != 0 && n < 2))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (i != index && ((seasons[i].months & ~months) | (i == other ? left : 0)) == 0)
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (i != index)
      seasons[i].months = (guint16) ((seasons[i].months & ~months) | (i == other ? left : 0));
  seasons[index].months = months;
  return TRUE;
}

static guint
count_users (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  const CorField *field = cor_item_field (kind, "tariff");
  guint n, users = 0;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

  for (guint i = 0; i < n; i++)
    users += g_strcmp0 (cor_item_string (items[i], field), id) == 0;
  return users;
}

char *
cor_tariff_users_text (const CorScenario *scenario, const char *id)
{
  guint stations = count_users (scenario, COR_ITEM_STATION, id), sites = count_users (scenario, COR_ITEM_SITE, id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *of_stations = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u station", "%u stations", stations), stations);
  g_autofree char *of_sites = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u site", "%u sites", sites), sites);
  g_auto (GStrv) parts = NULL;

  if (stations > 0)
    g_strv_builder_add (builder, of_stations);
  if (sites > 0)
    g_strv_builder_add (builder, of_sites);
  if (g_strcmp0 (cor_scenario_head (scenario)->tariff, id) == 0)
    g_strv_builder_add (builder, _ ("depots and sites that name none"));
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? g_strjoinv (", ", parts) : NULL;
}
