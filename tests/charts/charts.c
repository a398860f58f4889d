/* charts.c: every chart at every size: no cairo error, no two texts in one place; its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"
#include "samples.h"

#include <math.h>
#include <string.h>

static const int sizes[][2]
    = { { 1, 1 },     { 20, 400 },  { 400, 20 },  { 120, 80 },   { 180, 120 },
        { 260, 186 }, { 360, 640 }, { 900, 400 }, { 1920, 1080 } };

/* Draws onto an image and looks at what the canvas remembers. Returns the count of texts. */
static guint
draw_and_check (const CorChart *chart, double w, double h, const CorChartTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)w, (int)h);
  cairo_t *cr = cairo_create (surface);
  CorCanvas canvas;
  cor_canvas_init (&canvas, chart, cr, w, h, theme);
  cor_chart_walk (&canvas);
  guint texts = canvas.boxes->len;
  for (guint i = 0; i < canvas.boxes->len; i++)
    {
      const CorBox *box = &g_array_index (canvas.boxes, CorBox, i);
      g_assert_true (isfinite (box->x + box->y + box->width + box->height));
      for (guint k = 0; k < i; k++)
        g_assert_false (cor_box_overlaps (box, &g_array_index (canvas.boxes, CorBox, k)));
    }
  for (guint i = 0; i < canvas.boxes->len * canvas.taken->len; i++)
    g_assert_false (
        cor_box_overlaps (&g_array_index (canvas.boxes, CorBox, i % canvas.boxes->len),
                          &g_array_index (canvas.taken, CorBox, i / canvas.boxes->len)));
  for (guint i = 0; i < canvas.regions->len; i++)
    {
      const CorRegion *region = &g_array_index (canvas.regions, CorRegion, i);
      g_assert_true (isfinite (region->box.x + region->box.y));
      g_assert_cmpfloat (region->box.width, >=, 0);
      g_assert_cmpfloat (region->box.height, >=, 0);
    }
  cor_canvas_clear (&canvas);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texts;
}

static void
draw_all_sizes (const CorChart *chart, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (CorLook look = COR_LOOK_LIGHT; look <= COR_LOOK_PRINT; look++)
      {
        if (sizes[i][0] > 1000 && look != COR_LOOK_LIGHT)
          continue;
        CorChartTheme theme = cor_chart_theme (look);
        theme.language = language;
        theme.paint_ground = TRUE;
        theme.scale = i % 2 == 0 ? 1 : 1.5;
        draw_and_check (chart, sizes[i][0], sizes[i][1], &theme);
      }
}

static void
test_sizes (gconstpointer data)
{
  g_autoptr (CorChart) english = sample_chart (data, FALSE);
  g_autoptr (CorChart) chinese = sample_chart (data, TRUE);
  draw_all_sizes (english, "en");
  draw_all_sizes (chinese, "zh_CN");
  /* At the size of the main window there is room for more than the title. */
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  g_assert_cmpuint (draw_and_check (english, 260, 186, &theme), >=, 6);
}

/* The same data with a share of its values taken out or blown up. */
static void
test_hostile (gconstpointer data)
{
  static const double values[] = { NAN, 0, 1e18, -1e18, 1e-12, INFINITY, -1 };
  for (guint v = 0; v < G_N_ELEMENTS (values); v++)
    for (guint every = 1; every <= 3; every++)
      {
        g_autoptr (CorChart) chart = sample_chart (data, FALSE);
        for (guint s = 0; s < chart->series->len; s++)
          {
            CorChartSeries *series = cor_chart_series_at (chart, s);
            for (guint i = 0; i < series->points->len; i += every)
              cor_series_point (series, i)->y = values[v];
          }
        CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
        CorChartHit hit;
        draw_and_check (chart, 260, 186, &theme);
        G_GNUC_UNUSED g_autofree char *csv = cor_chart_to_csv (chart);
        g_autofree char *words = cor_chart_describe (chart, "en");
        g_assert_null (strstr (words, "nan"));
        g_assert_true (g_utf8_validate (words, -1, NULL));
        for (double x = 5; x < 260; x += 50)
          {
            cor_chart_hit (chart, 260, 186, &theme, x, 90, &hit);
            cor_chart_hit_clear (&hit);
          }
      }
}

static void
test_lone_and_empty (gconstpointer data)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_DARK);
  g_autoptr (CorChart) chart = sample_chart (data, FALSE);
  for (guint s = 0; s < chart->series->len; s++)
    g_array_set_size (cor_chart_series_at (chart, s)->points, 1);
  draw_and_check (chart, 260, 186, &theme);
  for (guint s = 0; s < chart->series->len; s++)
    g_array_set_size (cor_chart_series_at (chart, s)->points, 0);
  g_assert_true (cor_chart_is_empty (chart));
  g_assert_cmpuint (draw_and_check (chart, 260, 186, &theme), >=, 2);
  g_ptr_array_set_size (chart->series, 0);
  g_array_set_size (chart->marks, 0);
  draw_and_check (chart, 260, 186, &theme);
  g_autofree char *words = cor_chart_describe (chart, "en");
  g_assert_nonnull (strstr (words, "Nothing to show yet"));
  CorChartHit hit;
  g_assert_false (cor_chart_hit (chart, 260, 186, &theme, 100, 100, &hit));
  g_assert_null (hit.text);
}

static void
test_describe_and_csv (gconstpointer data)
{
  g_autoptr (CorChart) chart = sample_chart (data, FALSE);
  g_autofree char *words = cor_chart_describe (chart, "en");
  g_autofree char *csv = cor_chart_to_csv (chart);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint points = 0;
  for (guint s = 0; s < chart->series->len; s++)
    points += cor_chart_series_at (chart, s)->points->len;
  g_assert_true (g_str_has_prefix (words, chart->title));
  g_assert_cmpuint (strlen (words), >, strlen (chart->title) + 10);
  g_assert_cmpstr (lines[0], ==, "series,label,x,y,low,high,far_low,far_high");
  g_assert_cmpuint (g_strv_length (lines), ==, points + 2);
}

static void
test_parity (void)
{
  g_autoptr (CorChart) chart = sample_chart ("gap", FALSE);
  g_assert_cmpfloat (cor_chart_parity_year (cor_chart_series_at (chart, 0)), ==, 2033);
  g_assert_cmpfloat (cor_chart_parity_year (cor_chart_series_at (chart, 1)), ==, 2031);
  g_assert_cmpfloat (cor_chart_parity_year (cor_chart_series_at (chart, 2)), ==, 2027);
  g_autoptr (CorChart) never = sample_chart ("gap-never", FALSE);
  g_assert_true (isnan (cor_chart_parity_year (cor_chart_series_at (never, 1))));
  g_autofree char *words = cor_chart_describe (chart, "en");
  g_assert_nonnull (strstr (words, "+ policies: parity in 2027."));
}

/* A line whose first years have no value begins late, and words say so; one without any does not begin. */
static void
test_first_year (void)
{
  g_autoptr (CorChart) chart = cor_chart_new (COR_CHART_GAP, "Gap", "yuan");
  g_autoptr (CorChart) usual = sample_chart ("gap", FALSE);
  CorChartSeries *late = cor_chart_add_series (chart, "late", "Late", COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  CorChartSeries *none = cor_chart_add_series (chart, "none", "None", COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  g_autofree char *words = NULL;

  for (int year = 2024; year < 2030; year++)
    {
      cor_chart_series_add (late, year, year < 2027 ? NAN : 1e4 * (2028 - year));
      cor_chart_series_add (none, year, NAN);
    }
  g_assert_cmpfloat (cor_chart_first_year (late), ==, 2027);
  g_assert_true (isnan (cor_chart_first_year (none)));
  g_assert_true (isnan (cor_chart_first_year (cor_chart_series_at (usual, 0))));
  words = cor_chart_describe (chart, "en");
  g_assert_nonnull (strstr (words, "Late: not possible before 2027."));
  g_assert_null (strstr (words, "None: not possible"));
}

/* Diesel and nine variants, with names that are long. */
static CorChart *
many (CorChartKind kind)
{
  CorChart *chart = cor_chart_new (kind, "Title", "k yuan a truck");

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u: two swap stations, grants and relief", i);
      CorChartSeries *series = cor_chart_add_series (chart, name, name, COR_ROLE_ELECTRIC, COR_STYLE_THIN);

      cor_chart_series_add_part (series, "Truck", COR_ROLE_TRUCK, 960000 + 1e4 * i);
      cor_chart_series_add_part (series, "Energy", COR_ROLE_ENERGY, 265000);
    }
  chart->y.quantity = kind == COR_CHART_PARTS ? COR_QUANTITY_MONEY : COR_QUANTITY_TONNES;
  return chart;
}

/* Of many variants each has its name and its sum, in the compare window's charts as they are at least and where it is
 * large; amounts of stages beside names that stand in bars are no condition. */
static void
test_many (void)
{
  static const int places[][2] = { { 352, 300 }, { 352, 360 }, { 352, 420 }, { 352, 700 }, { 800, 300 } };
  g_autoptr (CorChart) parts = many (COR_CHART_PARTS), stages = many (COR_CHART_STAGES);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      /* Amounts of both parts on both sides, and the parts' names, too. */
      g_assert_cmpuint (draw_and_check (parts, places[i][0], places[i][1], &theme), >=, 2 + 2 * 10 + 2 * 2 + 2);
      g_assert_cmpuint (draw_and_check (stages, places[i][0], places[i][1], &theme), >=, 2 + 2 * 10);
    }
}

/* A fleet's name is written out beside its total, be its bar ever so short. */
static void
test_short_bar (void)
{
  g_autoptr (CorChart) chart = cor_chart_new (COR_CHART_STAGES, "Title", "t");
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  const char *const names[] = { "Diesel fleet", "Zero-emission fleet" };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 260, 186);
  cairo_t *cr = cairo_create (surface);
  gboolean whole = FALSE;
  CorCanvas canvas;
  double width;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cor_chart_series_add_part (cor_chart_add_series (chart, names[i], names[i], COR_ROLE_ELECTRIC, COR_STYLE_THIN), "supply", COR_ROLE_ELECTRIC, i == 0 ? 385610 : 120022);
  chart->y.quantity = COR_QUANTITY_TONNES;
  cor_canvas_init (&canvas, chart, cr, 260, 186, &theme);
  cor_chart_walk (&canvas);
  cor_canvas_measure (&canvas, COR_TEXT_STRONG, names[1], &width, NULL);
  for (guint i = 0; i < canvas.boxes->len; i++)
    whole |= fabs (g_array_index (canvas.boxes, CorBox, i).width - width) < 0.5;
  g_assert_true (whole);
  /* A third far beyond the others leaves the second's change no room in its bar: it stands beside the name. */
  cor_chart_series_add_part (cor_chart_add_series (chart, "Large", "Large", COR_ROLE_ELECTRIC, COR_STYLE_THIN), "supply", COR_ROLE_ELECTRIC, 9e6);
  cor_series_point (cor_chart_series_at (chart, 1), 0)->y = 386610;
  g_assert_cmpuint (draw_and_check (chart, 400, 300, &theme), >=, 13);
  cor_canvas_clear (&canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_csv_quotes (void)
{
  g_autoptr (CorChart) chart = cor_chart_new (COR_CHART_STAGES, "t", NULL);
  CorChartSeries *series
      = cor_chart_add_series (chart, NULL, "a \"b\", c", COR_ROLE_DIESEL, COR_STYLE_THIN);
  cor_chart_series_add_part (series, "x", COR_ROLE_DIESEL, 1.5);
  g_autofree char *csv = cor_chart_to_csv (chart);
  g_assert_cmpstr (csv, ==,
                   "series,label,x,y,low,high,far_low,far_high\n"
                   "\"a \"\"b\"\", c\",x,0,1.5,,,,\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  static const struct
  {
    const char *path;
    void (*run) (gconstpointer data);
  } each[] = {
    { "sizes", test_sizes },
    { "hostile", test_hostile },
    { "lone-and-empty", test_lone_and_empty },
    { "words", test_describe_and_csv },
  };
  for (guint i = 0; sample_names[i] != NULL; i++)
    for (guint t = 0; t < G_N_ELEMENTS (each); t++)
      {
        g_autofree char *path = g_strdup_printf ("/charts/%s/%s", sample_names[i], each[t].path);
        g_test_add_data_func (path, sample_names[i], each[t].run);
      }
  g_test_add_func ("/charts/parity", test_parity);
  g_test_add_func ("/charts/first-year", test_first_year);
  g_test_add_func ("/charts/csv-quotes", test_csv_quotes);
  g_test_add_func ("/charts/many", test_many);
  g_test_add_func ("/charts/short-bar", test_short_bar);
  return g_test_run ();
}
