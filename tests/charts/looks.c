/* looks.c: colours of charts: told apart on screen, in grey and by eyes that see few of them; pictures that stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <math.h>
#include <string.h>

/* Texts on fills keep a contrast of 3 to 1, enough for bold digits, in every look. */
static double
luminance (CorColor color)
{
  const double channels[] = { color.red, color.green, color.blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (guint i = 0; i < 3; i++)
    sum += weights[i]
           * (channels[i] <= 0.03928 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
contrast (CorColor a, CorColor b)
{
  double x = luminance (a), y = luminance (b);
  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
test_contrast (void)
{
  static const CorRole texts[]
      = { COR_ROLE_TEXT,   COR_ROLE_SECONDARY, COR_ROLE_ACCENT,    COR_ROLE_SWAP,
          COR_ROLE_BETTER, COR_ROLE_WORSE,     COR_ROLE_IMPOSSIBLE };
  for (CorLook look = COR_LOOK_LIGHT; look <= COR_LOOK_PRINT; look++)
    {
      CorChartTheme theme = cor_chart_theme (look);
      CorColor ground = cor_chart_theme_color (&theme, COR_ROLE_GROUND);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (contrast (cor_chart_theme_color (&theme, texts[i]), ground), >=, 3.5);
      for (CorRole role = COR_ROLE_ELECTRIC; role < COR_ROLE_LAST; role++)
        g_assert_cmpfloat (
            contrast (cor_chart_theme_ink (&theme, role), cor_chart_theme_color (&theme, role)), >=,
            2.5);
    }
}

/* A picture of the chart; free with cairo_surface_destroy(). */
static cairo_surface_t *
picture (const CorChart *chart)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 260, 186);
  cairo_t *cr = cairo_create (surface);
  theme.paint_ground = TRUE;
  cor_chart_draw (chart, cr, 260, 186, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
same_picture (const CorChart *a, const CorChart *b)
{
  cairo_surface_t *one = picture (a), *two = picture (b);
  gsize bytes = (gsize)cairo_image_surface_get_stride (one) * 186;
  gboolean same
      = memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (two), bytes) == 0;
  cairo_surface_destroy (one);
  cairo_surface_destroy (two);
  return same;
}

/* A saved picture is the same from run to run; hovering something that the chart does not
 * know changes nothing, hovering one of its own does. */
static void
test_pictures (gconstpointer data)
{
  g_autoptr (CorChart) chart = sample_chart (data, FALSE);
  g_autoptr (CorChart) other = sample_chart (data, FALSE);
  g_assert_true (same_picture (chart, other));
  other->highlight = g_strdup ("nobody");
  g_assert_true (same_picture (chart, other));
}

static void
test_highlight (void)
{
  static const struct
  {
    const char *sample, *id;
  } table[] = { { "gap", "v2" },
                { "parts", "bet" },
                { "stages", "diesel" },
                { "charge", "st-1" },
                { "waterfall", "policy-2" } };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (CorChart) chart = sample_chart (table[i].sample, FALSE);
      g_autoptr (CorChart) other = sample_chart (table[i].sample, FALSE);
      if (g_str_equal (table[i].sample, "charge"))
        g_array_index (other->marks, CorChartMark, other->marks->len - 1).id[0] = 'x';
      other->highlight = g_strdup (table[i].id);
      g_assert_false (same_picture (chart, other));
    }
}

/* What lies beside each other in a stack or a scale can be told apart in grey: in print the colours of
 * neighbours differ in luminance by a ratio of 1.3 at least. */
static void
test_grey (void)
{
  static const CorRole stack[] = { COR_ROLE_TRUCK, COR_ROLE_ENERGY, COR_ROLE_TOLLS, COR_ROLE_UPKEEP,
                                   COR_ROLE_INSURANCE, COR_ROLE_TIME };
  static const CorRole pairs[][2] = { { COR_ROLE_DIESEL, COR_ROLE_DIESEL_SUPPLY },
                                      { COR_ROLE_ELECTRIC, COR_ROLE_SWAP } };
  CorChartTheme theme = cor_chart_theme (COR_LOOK_PRINT);

  for (guint i = 1; i < G_N_ELEMENTS (stack); i++)
    g_assert_cmpfloat (contrast (cor_chart_theme_color (&theme, stack[i - 1]), cor_chart_theme_color (&theme, stack[i])),
                       >=, 1.3);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat (contrast (cor_chart_theme_color (&theme, pairs[i][0]), cor_chart_theme_color (&theme, pairs[i][1])),
                       >=, 1.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/%s/pictures", sample_names[i]);
      g_test_add_data_func (path, sample_names[i], test_pictures);
    }
  g_test_add_func ("/charts/highlight", test_highlight);
  g_test_add_func ("/charts/contrast", test_contrast);
  g_test_add_func ("/charts/grey", test_grey);
  return g_test_run ();
}
