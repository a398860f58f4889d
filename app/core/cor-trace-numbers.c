/* cor-trace-numbers.c: what a trace is, its formula and its numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

/* Whole digits in groups of three. */
static char *
group_digits (const char *digits)
{
  GString *grouped = g_string_new (digits);

  for (gssize at = (gssize) grouped->len - 3; at > 0; at -= 3)
    g_string_insert_c (grouped, at, ',');
  return g_string_free (grouped, FALSE);
}

char *
cor_tracer_number (double value)
{
  char text[64];
  double size = fabs (value);
  g_autofree char *grouped = NULL;

  if (isnan (value))
    return g_strdup ("–");
  if (size != 0 && size < 1e-3)
    g_snprintf (text, sizeof text, "%.8f", size);
  else
    g_snprintf (text, sizeof text, size >= 1000 ? "%.0f" : size >= 10 ? "%.2f" : size >= 1 ? "%.4f" : "%.5f", size);
  if (strchr (text, '.') != NULL)
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  grouped = size >= 1000 ? group_digits (text) : g_strdup (text);
  return g_strconcat (value < 0 ? "−" : "", grouped, NULL);
}

void
cor_tracer_head (CorTracer *t, char *title, const char *formula, double value, const char *unit)
{
  t->out->title = title;
  t->out->formula = g_strdup (formula);
  t->out->numbers = g_strdup ("");
  t->out->value = value;
  t->out->unit = g_strdup (unit);
}

void
cor_tracer_formula (CorTracer *t, const char *formula)
{
  g_free (t->out->formula);
  t->out->formula = g_strdup (formula);
}

void
cor_tracer_set_numbers (CorTracer *t, const char *numbers)
{
  g_free (t->out->numbers);
  t->out->numbers = g_strdup (numbers);
}

/* @format with figures in place of each #. */
static char *
fill (const char *format, va_list values)
{
  GString *text = g_string_new (NULL);

  for (const char *at = format; *at != '\0'; at++)
    {
      g_autofree char *number = NULL;
      double value;

      if (*at != '#')
        {
          g_string_append_c (text, *at);
          continue;
        }
      value = va_arg (values, double);
      number = cor_tracer_number (value);
      g_string_append_printf (text, value < 0 && at != format ? "(%s)" : "%s", number);
    }
  return g_string_free (text, FALSE);
}

void
cor_tracer_numbers (CorTracer *t, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_free (t->out->numbers);
  t->out->numbers = fill (format, values);
  va_end (values);
}

void
cor_tracer_add_term (CorTracer *t, double factor, double value)
{
  g_autofree char *before = t->out->numbers, *number = cor_tracer_number (fabs (value)), *times = cor_tracer_number (factor);
  const char *sign = value < 0 ? "−" : "+";

  if (*before == '\0')
    t->out->numbers = factor == 1 ? g_strconcat (value < 0 ? "−" : "", number, NULL)
                                  : g_strconcat (value < 0 ? "−" : "", times, " · ", number, NULL);
  else
    t->out->numbers = factor == 1 ? g_strdup_printf ("%s %s %s", before, sign, number)
                                  : g_strdup_printf ("%s %s %s · %s", before, sign, times, number);
}

void
cor_tracer_divide (CorTracer *t, const char *divisor)
{
  g_autofree char *sum = t->out->numbers;

  t->out->numbers = g_strdup_printf ("(%s) ÷ %s", sum, divisor);
}

void
cor_tracer_divide_by (CorTracer *t, const char *format, ...)
{
  g_autofree char *divisor = NULL;
  va_list values;

  va_start (values, format);
  divisor = fill (format, values);
  va_end (values);
  cor_tracer_divide (t, divisor);
}
