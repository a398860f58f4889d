/* cor-attribution-trace.c: a figure of a city traced to the trucks that drive or are registered there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* Figures stand for any later year than the last that the truck freight report has. */
#define LATEST 2100

typedef struct
{
  const CorAttribution *attribution;
  guint row;
  CorCityFigure figure;
} Asked;

/* What is summed over the duties: of the diesel truck or of the one that counts. */
typedef struct
{
  gboolean diesel;
  CorTraceQuantity quantity;
  const char *unit;
} Part;

static void
add_duty (CorTracer *t, CorTraceSum *terms, const CorCityPart *share, const Part *part, double sign)
{
  const CorDutyResult *duty = &t->results->duties[share->duty];
  int truck = part->diesel ? -1 : duty->counted[t->year];
  const CorAlternative *of = truck < 0 ? duty->diesel : duty->alternatives[truck];
  double value = cor_trace_outcome_figure (&of->outcomes[t->year], part->quantity), n = duty->duty->trucks * share->share;

  if (isnan (value))
    return;
  /* Translators: a duty, how many trucks, the share of their way in the city, the truck. */
  cor_trace_sum_add (terms, sign * n, value, part->diesel ? "E<sub>D,i</sub>" : "E<sub>i</sub>",
                     g_strdup_printf (_ ("%s: %g × %.1f %% of %s"), cor_tracer_duty_label (t, duty), duty->duty->trucks, share->share * 100,
                                      cor_item_label (&of->truck->item, t->zh)),
                     part->unit, (CorTraceKey){ .quantity = part->quantity, .duty = share->duty, .truck = truck });
}

static void
add_part (CorTracer *t, CorTraceSum *terms, const Asked *asked, const Part *part, double sign)
{
  gboolean registered = asked->figure == COR_CITY_REGISTERED;

  for (guint i = 0; i < asked->attribution->parts->len; i++)
    {
      const CorCityPart *share = &g_array_index (asked->attribution->parts, CorCityPart, i);

      if (share->row == asked->row && share->registered == registered)
        add_duty (t, terms, share, part, sign);
    }
}

static void
head (CorTracer *t, const Asked *asked, const char *what, const char *formula, const char *unit)
{
  const CorCityRow *row = &asked->attribution->rows[asked->row];

  cor_tracer_head (t, g_strdup_printf ("%s · %s", what, t->zh ? row->name_zh : row->name), formula,
                   cor_attribution_figure (asked->attribution, asked->row, asked->figure), unit);
}

/* The parts, the second taken off the first; tonnes are made of kg. */
static void
sum (CorTracer *t, const Asked *asked, const char *what, const char *formula, const char *unit, const Part *parts, guint n, gboolean tonnes)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  head (t, asked, what, formula, unit);
  for (guint i = 0; i < n; i++)
    add_part (t, terms, asked, &parts[i], i == 0 ? 1 : -1);
  cor_tracer_add_sum (t, terms, parts[0].unit);
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "", _ ("Trucks of the duties"), 0, "", COR_TRACE_BY_NONE, _ ("None drives or is registered here"));
  if (*t->out->numbers == '\0')
    cor_tracer_numbers (t, "#", 0.0);
  if (tonnes)
    cor_tracer_divide (t, "1000");
}

static void
emissions (CorTracer *t, const Asked *asked)
{
  const Part diesel = { TRUE, COR_TRACE_TRUCK_EMISSIONS, _ ("kg CO₂e a year") };
  const Part planned = { FALSE, COR_TRACE_TRUCK_EMISSIONS, _ ("kg CO₂e a year") };
  const Part saved[] = { diesel, planned };
  const char *unit = _ ("t CO₂e a year");

  if (asked->figure == COR_CITY_DRIVEN)
    sum (t, asked, _ ("Emissions of the diesel trucks, by where driven"), "Σ n<sub>i</sub> s<sub>i</sub> E<sub>D,i</sub> ÷ 1000", unit, &diesel, 1, TRUE);
  else if (asked->figure == COR_CITY_REGISTERED)
    sum (t, asked, _ ("Emissions of the diesel trucks, by where registered"), "Σ n<sub>i</sub> E<sub>D,i</sub> ÷ 1000", unit, &diesel, 1, TRUE);
  else if (asked->figure == COR_CITY_PLANNED)
    sum (t, asked, _ ("Emissions as planned, by where driven"), "Σ n<sub>i</sub> s<sub>i</sub> E<sub>i</sub> ÷ 1000", unit, &planned, 1, TRUE);
  else
    sum (t, asked, _ ("Emissions saved, by where driven"), "Σ n<sub>i</sub> s<sub>i</sub> (E<sub>D,i</sub> − E<sub>i</sub>) ÷ 1000", unit, saved, 2, TRUE);
}

static double
add_city (CorTracer *t, const Asked *asked)
{
  const CorParamContext context = { .powertrain = -1, .region = asked->attribution->rows[asked->row].name };

  return cor_tracer_add_parameter_of (t, "K", COR_PARAM_CITY_OPERATING, &context, LATEST);
}

/* Tank to wheel, of what the report says the city's heavy trucks emit. */
static void
share (CorTracer *t, const Asked *asked)
{
  const Part parts[] = { { TRUE, COR_TRACE_TRUCK_DIRECT, _ ("kg CO₂e a year") },
                         { FALSE, COR_TRACE_TRUCK_DIRECT, _ ("kg CO₂e a year") } };
  gboolean saved = asked->figure == COR_CITY_SAVED_SHARE;
  g_autofree char *before = NULL, *city = NULL;

  sum (t, asked, saved ? _ ("Saved of what the city's heavy trucks emit") : _ ("Share of what the city's heavy trucks emit"),
       saved ? "Σ n<sub>i</sub> s<sub>i</sub> (E<sub>D,i</sub> − E<sub>i</sub>) ÷ (K · 10<sup>6</sup>)"
             : "Σ n<sub>i</sub> s<sub>i</sub> E<sub>D,i</sub> ÷ (K · 10<sup>6</sup>)",
       "1", parts, saved ? 2 : 1, FALSE);
  city = cor_tracer_number (add_city (t, asked));
  before = t->out->numbers;
  t->out->numbers = g_strdup_printf ("(%s) ÷ (%s · 1,000,000)", before, city);
}

static void
city_trucks (CorTracer *t, const Asked *asked)
{
  head (t, asked, _ ("CO₂ of the city's heavy trucks, tank to wheel"), "K", _ ("kt CO₂ a year"));
  cor_tracer_numbers (t, "#", add_city (t, asked));
}

static void
write_figure (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const Part km = { FALSE, COR_TRACE_TRUCK_KM, _ ("km a year") };

  switch (asked->figure)
    {
    case COR_CITY_SHARE:
    case COR_CITY_SAVED_SHARE:
      share (t, asked);
      break;
    case COR_CITY_TRUCKS:
      city_trucks (t, asked);
      break;
    case COR_CITY_KM:
      sum (t, asked, _ ("Driven km"), "Σ n<sub>i</sub> s<sub>i</sub> d<sub>i</sub>", _ ("km a year"), &km, 1, FALSE);
      break;
    default:
      emissions (t, asked);
    }
}

CorTrace *
cor_attribution_trace (const CorResults *results, const CorAttribution *attribution, guint row, CorCityFigure figure, gboolean zh)
{
  Asked asked = { attribution, row, figure };

  g_return_val_if_fail (row < attribution->n_rows && figure < COR_N_CITY_FIGURES, NULL);

  return isnan (cor_attribution_figure (attribution, row, figure)) ? NULL : cor_tracer_run (results, zh, write_figure, &asked);
}
