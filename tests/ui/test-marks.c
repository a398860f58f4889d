/* test-marks.c: what is marked on screen as resting on something assumed is what the proposal marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-trace-rests.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARK "cor-assumed-figure"

static gboolean
is_value (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "cor-number");
}

static GtkWidget *
tile (UiFixture *f, CorHeadlineKind kind)
{
  CorSummary *summary = COR_SUMMARY (ui_find (GTK_WIDGET (f->window), COR_TYPE_SUMMARY, NULL, NULL));

  return GTK_WIDGET (cor_summary_get_headline (summary, kind));
}

/* As page one of the proposal marks it. */
static gboolean
is_marked_on_paper (UiFixture *f, CorHeadlineKind kind, const char *value)
{
  return !g_str_equal (value, COR_EN_DASH)
         && cor_trace_rests (cor_session_get_results (f->session), &(CorTraceKey){ .quantity = cor_headline_quantity (kind) });
}

static void
check_tiles (UiFixture *f)
{
  for (CorHeadlineKind kind = 0; kind < COR_N_HEADLINES; kind++)
    {
      GtkWidget *headline = tile (f, kind), *value = ui_find (headline, GTK_TYPE_LABEL, is_value, NULL);
      gboolean marked = is_marked_on_paper (f, kind, gtk_label_get_label (GTK_LABEL (value)));
      const char *told;

      ui_until (gtk_widget_has_css_class (value, MARK) == marked);
      g_assert_cmpint (gtk_widget_has_css_class (value, MARK), ==, marked);
      told = gtk_widget_get_tooltip_text (headline);
      g_assert_cmpint (strstr (told, _ ("rests on something assumed")) != NULL, ==, marked);
    }
}

/* The four numbers of the sample, and of an empty scenario. */
static void
test_tiles (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) empty = NULL;
  gboolean marked = FALSE;

  ui_settle (f);
  check_tiles (f);
  for (CorHeadlineKind kind = 0; kind < COR_N_HEADLINES; kind++)
    marked |= gtk_widget_has_css_class (ui_find (tile (f, kind), GTK_TYPE_LABEL, is_value, NULL), MARK);
  g_assert_true (marked);
  empty = cor_scenario_new (NULL);
  cor_session_open (f->session, empty, NULL);
  ui_settle (f);
  check_tiles (f);
  for (CorHeadlineKind kind = 0; kind < COR_N_HEADLINES; kind++)
    g_assert_false (gtk_widget_has_css_class (ui_find (tile (f, kind), GTK_TYPE_LABEL, is_value, NULL), MARK));
}

typedef struct
{
  GtkWidget *label;
  CorTraceKey key;
} Shown;

static void
show_figure (GArray *all, const CorResults *results, CorTraceKey key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);
  Shown shown = { NULL, key };

  if (trace == NULL)
    return;
  shown.label = g_object_ref_sink (gtk_label_new ("1"));
  cor_card_attach (shown.label, results, &key);
  g_array_append_val (all, shown);
}

/* One of each kind of figure of everything there is. */
static GArray *
show_figures (const CorResults *results)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Shown));

  for (CorTraceQuantity q = 0; q < COR_N_TRACE_QUANTITIES; q++)
    {
      CorTraceScope scope = cor_trace_scope (q);
      gboolean truck = cor_trace_is_of_truck (q), parts = scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL;

      for (guint i = 0; i < (truck ? results->n_duties : MAX (1, results->n_stations)); i++)
        for (int t = truck || scope == COR_TRACE_OF_GROUP ? -1 : 0; t < (truck ? (int) results->duties[i].n_alternatives : 1); t++)
          for (CorTcoPart part = 0; part < (parts || scope == COR_TRACE_OF_GROUP ? COR_N_TCO_PARTS : 1); part++)
            if (truck || i == 0 || scope >= COR_TRACE_OF_STATION)
              show_figure (all, results,
                           truck ? (CorTraceKey){ .quantity = q, .duty = i, .truck = t, .part = part }
                                 : (CorTraceKey){ .quantity = q, .truck = t, .part = part, .index = i });
    }
  return all;
}

/* Every figure of the sample is marked as the proposal and the spreadsheet mark it, by all beneath it. */
static void
test_figures (UiFixture *f, gconstpointer data)
{
  CorResults *results = cor_results_ref ((CorResults *) cor_session_get_results (f->session));
  g_autoptr (GArray) all = show_figures (results);
  g_autoptr (GtkWidget) last = g_object_ref_sink (gtk_label_new ("1"));
  guint marked = 0;

  /* What is asked for last is answered last. */
  cor_card_attach (last, results, &(CorTraceKey){ .quantity = COR_TRACE_TCO });
  ui_until (gtk_widget_has_css_class (last, MARK));
  for (guint i = 0; i < all->len; i++)
    {
      const Shown *shown = &g_array_index (all, Shown, i);
      gboolean rests = cor_trace_rests (results, &shown->key);
      g_autofree char *id = cor_trace_id (results, &shown->key);

      if (gtk_widget_has_css_class (shown->label, MARK) != rests)
        g_error ("%s: marked %d on screen, %d on paper", id, !rests, rests);
      marked += rests;
      g_object_unref (shown->label);
    }
  g_test_message ("%u figures, %u marked", all->len, marked);
  g_assert_cmpuint (all->len, >, 1000);
  g_assert_cmpuint (marked, >, 500);
  g_assert_cmpuint (marked, <, all->len);
  cor_results_unref (results);
}

/* What is asked for anew replaces what was asked before; what is gone is told nothing. */
static void
test_newest (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  const CorTraceKey rests = { .quantity = COR_TRACE_TCO }, plain = { .quantity = COR_TRACE_TRUCK_NOX };
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("1")), *gone = g_object_ref_sink (gtk_label_new ("1"));
  g_autoptr (GtkWidget) last = g_object_ref_sink (gtk_label_new ("1"));

  for (int i = 0; i < 20; i++)
    {
      cor_card_attach (label, results, &rests);
      cor_card_attach (gone, results, &rests);
      ui_wait (1);
      cor_card_attach (label, results, &plain);
    }
  g_object_run_dispose (G_OBJECT (gone));
  cor_card_attach (last, results, &rests);
  ui_until (gtk_widget_has_css_class (last, MARK));
  g_assert_true (gtk_widget_has_css_class (last, MARK));
  g_assert_false (gtk_widget_has_css_class (label, MARK));
  g_object_unref (gone);
  cor_card_attach (label, results, &rests);
  ui_until (gtk_widget_has_css_class (label, MARK));
  g_assert_true (gtk_widget_has_css_class (label, MARK));
  cor_card_attach (label, NULL, NULL);
  g_assert_false (gtk_widget_has_css_class (label, MARK));
  g_object_unref (label);
}

/* Results that a widget showed in passing are let go at once, though an answer is not begun until all is quiet. */
static void
test_passing (UiFixture *f, gconstpointer data)
{
  CorResults *results = (CorResults *) cor_session_get_results (f->session);
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("1"));
  int once;

  ui_settle (f);
  cor_card_attach (label, results, &(CorTraceKey){ .quantity = COR_TRACE_TCO });
  once = g_atomic_int_get (&results->refs);
  for (int i = 0; i < 20; i++)
    cor_card_attach (label, results, &(CorTraceKey){ .quantity = COR_TRACE_TCO });
  g_assert_cmpint (g_atomic_int_get (&results->refs), ==, once);
  ui_until (gtk_widget_has_css_class (label, MARK));
  g_assert_true (gtk_widget_has_css_class (label, MARK));
}

/* A figure in a sentence says so when the pointer rests on it, and the sentence has the mark. */
static void
test_sentence (UiFixture *f, gconstpointer data)
{
  CorResults *results = (CorResults *) cor_session_get_results (f->session);
  const CorMark figures[] = { { results, { .quantity = COR_TRACE_TRUCK_NOX }, NULL }, { results, { .quantity = COR_TRACE_TCO }, NULL } };
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *plain = cor_card_link (g_strdup ("<1>"), 0), *rests = cor_card_link (g_strdup ("2"), 1);
  g_autofree char *markup = g_strconcat ("One ", plain, ", two ", rests, NULL);
  const char *shown;

  cor_card_set_sentence (GTK_LABEL (label), markup, figures, G_N_ELEMENTS (figures));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "One <1>, two 2");
  ui_until (gtk_widget_has_css_class (label, MARK));
  g_assert_true (gtk_widget_has_css_class (label, MARK));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "One <1>, two 2");
  shown = gtk_label_get_label (GTK_LABEL (label));
  g_assert_nonnull (strstr (shown, "<a href=\"0\">"));
  g_assert_nonnull (strstr (shown, "<a href=\"1\" title=\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/marks/tiles", UiFixture, NULL, ui_open, test_tiles, ui_close);
  g_test_add ("/marks/figures", UiFixture, NULL, ui_open, test_figures, ui_close);
  g_test_add ("/marks/newest", UiFixture, NULL, ui_open, test_newest, ui_close);
  g_test_add ("/marks/passing", UiFixture, NULL, ui_open, test_passing, ui_close);
  g_test_add ("/marks/sentence", UiFixture, NULL, ui_open, test_sentence, ui_close);
  return g_test_run ();
}
