/* card-sum.c: interval arithmetic over the numbers of a card.
 *
 * Each figure stands for the range that its printed digits allow; the rules for sums, products, quotients
 * and powers of ranges are those of R. E. Moore, Interval Analysis, 1966. A card reproduces its figure if
 * the figure lies in the range of its numbers. This reader shares no code with what writes the cards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-sum.h"

#include <math.h>
#include <string.h>

static CardRange sum (const char **at);

static gboolean
take (const char **at, const char *word)
{
  while (**at == ' ')
    (*at)++;
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static CardRange
range (double a, double b, double c, double d)
{
  return (CardRange) { fmin (fmin (a, b), fmin (c, d)), fmax (fmax (a, b), fmax (c, d)) };
}

/* How far a printed figure may be from the one it stands for. */
static double
slack (double printed)
{
  double size = fabs (printed);

  return size >= 1000 ? 0.5 : size >= 10 ? 0.005 : size >= 1 ? 5e-5 : size >= 1e-3 ? 5e-6 : 5e-9;
}

static CardRange
number (const char **at)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  double value;

  while (**at == ' ')
    (*at)++;
  for (; g_ascii_isdigit (**at) || **at == ',' || **at == '.'; (*at)++)
    if (**at != ',')
      g_string_append_c (digits, **at);
  g_assert_cmpuint (digits->len, >, 0);
  value = g_ascii_strtod (digits->str, NULL);
  if (value == 0)
    return (CardRange) { -5e-9, 5e-9 };
  return (CardRange) { value - slack (value) * 1.001, value + slack (value) * 1.001 };
}

static CardRange
pair (const char **at, gboolean largest)
{
  CardRange a = sum (at), b;

  g_assert_true (take (at, ";"));
  b = sum (at);
  g_assert_true (take (at, ")"));
  if (largest)
    return (CardRange) { fmax (a.low, b.low), fmax (a.high, b.high) };
  return (CardRange) { fmin (a.low, b.low), fmin (a.high, b.high) };
}

static CardRange
atom (const char **at)
{
  CardRange inner;

  if (take (at, "max ("))
    return pair (at, TRUE);
  if (take (at, "min ("))
    return pair (at, FALSE);
  if (take (at, "⌈"))
    {
      inner = sum (at);
      g_assert_true (take (at, "⌉"));
      return (CardRange) { ceil (inner.low), ceil (inner.high) };
    }
  if (!take (at, "("))
    return number (at);
  inner = sum (at);
  g_assert_true (take (at, ")"));
  return inner;
}

static CardRange
power (const char **at)
{
  CardRange base = atom (at), exponent;

  if (!take (at, "^"))
    return base;
  exponent = atom (at);
  return range (pow (base.low, exponent.low), pow (base.low, exponent.high), pow (base.high, exponent.low), pow (base.high, exponent.high));
}

static CardRange
product (const char **at)
{
  CardRange a, b;

  if (take (at, "−"))
    {
      a = product (at);
      return (CardRange) { -a.high, -a.low };
    }
  a = power (at);
  for (;;)
    {
      if (take (at, "·"))
        {
          b = power (at);
          a = range (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high);
        }
      else if (take (at, "÷"))
        {
          b = power (at);
          a = range (a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high);
        }
      else
        return a;
    }
}

static CardRange
sum (const char **at)
{
  CardRange a = product (at), b;

  for (;;)
    {
      if (take (at, "+"))
        {
          b = product (at);
          a = (CardRange) { a.low + b.low, a.high + b.high };
        }
      else if (take (at, "−"))
        {
          b = product (at);
          a = (CardRange) { a.low - b.high, a.high - b.low };
        }
      else
        return a;
    }
}

CardRange
card_sum (const char *numbers)
{
  const char *at = numbers;
  CardRange left = sum (&at), right;

  if (take (&at, "="))
    {
      right = sum (&at);
      g_assert_cmpfloat (left.low, <=, right.high);
      g_assert_cmpfloat (right.low, <=, left.high);
      left = (CardRange) { NAN, NAN };
    }
  g_assert_cmpstr (at, ==, "");
  return left;
}

int
card_years (const char *numbers, int *last)
{
  const char *at = numbers;
  int first = 0;

  *last = 0;
  do
    {
      int year = (int) g_ascii_strtoll (at + strspn (at, " "), (char **) &at, 10);
      CardRange a, b;

      g_assert_true (take (&at, ":"));
      a = sum (&at);
      if (take (&at, "≤"))
        {
          b = sum (&at);
          g_assert_cmpfloat (a.low, <=, b.high);
          first = first ? first : year;
        }
      else
        {
          g_assert_true (take (&at, ">"));
          b = sum (&at);
          g_assert_cmpfloat (a.high, >=, b.low);
        }
      g_assert_cmpint (year, >, *last);
      *last = year;
    }
  while (take (&at, ";"));
  g_assert_cmpstr (at, ==, "");
  return first;
}
