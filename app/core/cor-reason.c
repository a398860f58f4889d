/* cor-reason.c: why a duty cannot be done, and what would make it possible, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-reason.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NBSP "\xc2\xa0"

/* Units that stand behind a number in these sentences. */
static const char *const units[] = { "km", "t", "°C", "m", "kWh", "kW", "h", "minutes" };

/* Whether one of the units stands at @text, and nothing more of a word. */
static gboolean
is_unit (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (text, units[i]) && !g_unichar_isalpha (g_utf8_get_char (text + strlen (units[i]))))
      return TRUE;
  return FALSE;
}

/* A number and its unit stay on one line. Takes over @text. */
static char *
keep_units (char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ' && c > text && g_ascii_isdigit (c[-1]) && is_unit (c + 1))
      g_string_append (kept, NBSP);
    else
      g_string_append_c (kept, *c);
  g_free (text);
  return g_string_free (kept, FALSE);
}

/* "between A and B", "after A", or nothing, by the names at hand. */
static char *
where (const char *from, const char *to)
{
  if (from != NULL && to != NULL)
    return g_strdup_printf (_ ("between %s and %s"), from, to);
  return g_strdup (_ ("on the way"));
}

static char *
range_text (const CorReason *reason, const char *from, const char *to)
{
  g_autofree char *place = where (from, to);

  if (reason->short_m < 1000.0)
    return g_strdup_printf (_ ("Less than 1 km short %s at %.0f t and %.0f °C"), place,
                            reason->payload_t, reason->temperature_c);
  /* Translators: %.0f km missing, then "between A and B", load in tonnes, ambient temperature. */
  return g_strdup_printf (_ ("%.0f km short %s at %.0f t and %.0f °C"), reason->short_m / 1000.0,
                          place, reason->payload_t, reason->temperature_c);
}

static char *
reason_text (const CorReason *reason, const char *from, const char *to, const char *station)
{
  const char *name = station ? station : _ ("a station on the way");
  g_autofree char *place = NULL;

  switch (reason->code)
    {
    case COR_REASON_NONE:
      return g_strdup ("");
    case COR_REASON_RANGE:
      return range_text (reason, from, to);
    case COR_REASON_LENGTH:
      return g_strdup_printf (_ ("Too long for %s: %.1f m, at most %.1f m can enter"), name,
                              reason->actual, reason->limit);
    case COR_REASON_HEIGHT:
      return g_strdup_printf (_ ("Too high for %s: %.1f m, at most %.1f m can enter"), name,
                              reason->actual, reason->limit);
    case COR_REASON_SWAP_TYPE:
      return g_strdup_printf (_ ("%s has another battery system"), name);
    case COR_REASON_NIGHT:
      return g_strdup_printf (_ ("The night gives %.0f kWh, the day needs %.0f kWh from the depot"),
                              reason->limit, reason->actual);
    case COR_REASON_DAY:
      return g_strdup_printf (_ ("The day takes %.1f h, at most %.1f h are allowed"), reason->actual,
                              reason->limit);
    case COR_REASON_PAYLOAD:
      return g_strdup_printf (_ ("The truck has %.1f t empty and may have %.1f t in all: it cannot carry %.1f t"), reason->actual,
                              reason->limit, reason->payload_t);
    case COR_REASON_NO_PATH:
      place = where (from, to);
      return g_strdup_printf (_ ("No road for this vehicle %s"), place);
    case COR_REASON_NO_FIGURE:
      return g_strdup_printf (_ ("The figure “%s” is missing"), reason->missing ? reason->missing : "?");
    default:
      return g_strdup ("");
    }
}

char *
cor_reason_text (const CorReason *reason, const char *from, const char *to, const char *station)
{
  return keep_units (reason_text (reason, from, to, station));
}

char *
cor_reason_fix_text (const CorReason *reason)
{
  GString *text = g_string_new (NULL);

  if (reason->fix_battery_kwh > 0.0 && reason->code == COR_REASON_PAYLOAD)
    g_string_append_printf (text, _ ("A battery of at most %.0f kWh leaves room for the load."), reason->fix_battery_kwh);
  else if (reason->fix_battery_kwh > 0.0)
    g_string_append_printf (text, _ ("A battery of %.0f kWh would do."), ceil (reason->fix_battery_kwh));
  if (reason->fix_power_kw > 0.0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, _ ("A station of at least %.0f kW within %.0f km of the spot would do."),
                              reason->fix_power_kw, MAX (1.0, floor (reason->fix_within_m / 1000.0)));
    }
  if (reason->fix_unhitch_min > 0.0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, _ ("Leaving the trailer outside would do, in up to %.0f minutes each time."),
                              reason->fix_unhitch_min);
    }
  if (reason->fix_trips > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u trip a day can be done.",
                                           "%u trips a day can be done.", reason->fix_trips),
                              reason->fix_trips);
    }
  if (reason->cut)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append (text, _ ("There are too many ways to stop to look at all of them: not searched to the end."));
    }
  return keep_units (g_string_free (text, FALSE));
}
