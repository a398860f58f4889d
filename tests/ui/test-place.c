/* test-place.c: where a site or station is, typed in the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"

#include <glib/gi18n.h>

#define SITE "yantian-port"

static GtkEditable *
entry (UiFixture *f)
{
  return GTK_EDITABLE (ui_find (GTK_WIDGET (f->window), GTK_TYPE_ENTRY, ui_has_name, "place-coordinates"));
}

static GtkWidget *
problem (UiFixture *f)
{
  return ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, ui_has_name, "place-problem");
}

static gboolean
is_wrong (UiFixture *f)
{
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (entry (f)), "error"), ==, gtk_widget_get_visible (problem (f)));
  return gtk_widget_get_visible (problem (f));
}

static CorLonLat
place (UiFixture *f)
{
  const CorSite *site = (const CorSite *) cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, SITE);

  return (CorLonLat){ site->lon, site->lat };
}

static void
select_site (UiFixture *f)
{
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_SITE, SITE);
  ui_until (entry (f) != NULL);
  g_assert_nonnull (entry (f));
}

static void
type (UiFixture *f, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry (f)));
  gtk_editable_set_text (entry (f), text);
}

/* Any common form is taken at Enter, shown in the usual one, and is one step. */
static void
test_forms (UiFixture *f, gconstpointer data)
{
  static const char *const forms[] = { "22.61, 114.31",         "114.31 22.61",      "22°36′36″N 114°18′36″E",
                                       "N22 36.6 E114 18.6",    "北纬22.61 东经114.31", "geo:22.61,114.31",
                                       "@22.61,114.31,12z" };
  CorLonLat before = place (f);
  g_autofree char *was = NULL;

  select_site (f);
  was = g_strdup (gtk_editable_get_text (entry (f)));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      type (f, forms[i]);
      g_signal_emit_by_name (entry (f), "activate");
      g_assert_cmpfloat_with_epsilon (place (f).lon, 114.31, 1e-6);
      g_assert_cmpfloat_with_epsilon (place (f).lat, 22.61, 1e-6);
      ui_wait (50);
      g_assert_cmpstr (gtk_editable_get_text (entry (f)), ==, "22.61000, 114.31000");
      g_assert_false (is_wrong (f));
      ui_activate (f, "undo", NULL);
      g_assert_cmpfloat (place (f).lon, ==, before.lon);
      g_assert_cmpfloat (place (f).lat, ==, before.lat);
      ui_wait (200);
      g_assert_cmpstr (gtk_editable_get_text (entry (f)), ==, was);
    }
  ui_settle (f);
}

/* What cannot be read moves nothing, stays, and says how to write it; Escape brings back what was. */
static void
test_wrong (UiFixture *f, gconstpointer data)
{
  static const char *const wrong[] = { "", "Yantian", "222.6, 514.3", "22.6" };
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autoptr (GListModel) controllers = NULL;
  g_autofree char *was = NULL;
  gboolean taken = FALSE;

  select_site (f);
  was = g_strdup (gtk_editable_get_text (entry (f)));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (f, wrong[i]);
      g_signal_emit_by_name (entry (f), "activate");
      g_assert_true (is_wrong (f));
      g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem (f))), "22.5431, 114.0579"));
      g_assert_cmpstr (gtk_editable_get_text (entry (f)), ==, wrong[i]);
      g_assert_true (ui_scenario (f) == before);
    }
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (entry (f)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &taken);
    }
  g_assert_true (taken);
  g_assert_false (is_wrong (f));
  g_assert_cmpstr (gtk_editable_get_text (entry (f)), ==, was);
}

/* Leaving the entry takes what was typed, as elsewhere in the inspector; leaving it as it was takes nothing. */
static void
test_leave (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  GtkWidget *map = ui_find (GTK_WIDGET (f->window), SHUMATE_TYPE_MAP, NULL, NULL);

  select_site (f);
  gtk_widget_grab_focus (GTK_WIDGET (entry (f)));
  gtk_widget_grab_focus (map);
  g_assert_true (ui_scenario (f) == before);
  type (f, "22.61, 114.31");
  g_assert_true (ui_scenario (f) == before);
  gtk_widget_grab_focus (map);
  g_assert_cmpfloat_with_epsilon (place (f).lat, 22.61, 1e-9);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

/* Another thing is selected, or the place goes, while something is typed: what was typed is taken of a place that is
 * there, and nothing of what is gone. */
static void
test_gone (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  guint n;

  select_site (f);
  type (f, "22.61, 114.31");
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[0]->id);
  ui_until (G_APPROX_VALUE (place (f).lat, 22.61, 1e-9));
  g_assert_cmpfloat_with_epsilon (place (f).lat, 22.61, 1e-9);
  ui_activate (f, "undo", NULL);
  ui_settle (f);

  select_site (f);
  type (f, "22.61, 114.31");
  cor_document_apply (document, cor_edit_remove (ui_scenario (f), COR_ITEM_SITE, SITE, NULL), "", NULL);
  ui_wait (200);
  g_assert_null (cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, SITE));
  ui_activate (f, "undo", NULL);
  ui_settle (f);

  select_site (f);
  type (f, "22.61, 114.31");
  cor_session_open (f->session, empty, NULL);
  ui_wait (200);
  g_assert_true (ui_scenario (f) == empty);
}

#define ADD(name, func) g_test_add ("/ui/place/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("forms", test_forms);
  ADD ("wrong", test_wrong);
  ADD ("leave", test_leave);
  ADD ("gone", test_gone);
  return g_test_run ();
}
