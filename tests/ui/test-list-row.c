/* test-list-row.c: lines of the list that lead somewhere: prices with long names, duties called after their route.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-inspector.h"
#include "cor-item-text.h"
#include "cor-lever.h"
#include "cor-list-panel.h"
#include "cor-param.h"

#include <glib/gi18n.h>

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* The longest of the names takes two lines and is whole. In a new scenario all prices are in sight. */
static void
test_price_names (UiFixture *f, gconstpointer data)
{
  const char *text = g_dgettext ("corridor", cor_param_info (COR_PARAM_STATION_PRICE)->label);
  GtkWidget *list = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);
  g_autoptr (CorScenario) empty = cor_edit_starter ("Shenzhen", "carrier-2024");
  PangoLayout *layout;
  GtkWidget *name;

  cor_session_open (f->session, empty, NULL);
  ui_settle (f);
  ui_until ((name = ui_find (list, GTK_TYPE_LABEL, is_label, text)) != NULL && gtk_widget_get_width (name) > 0);
  name = ui_find (list, GTK_TYPE_LABEL, is_label, text);
  g_assert_nonnull (name);
  layout = gtk_label_get_layout (GTK_LABEL (name));
  g_assert_cmpint (pango_layout_get_line_count (layout), <=, 2);
  g_assert_false (pango_layout_is_ellipsized (layout));
}

static gboolean
is_marked (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "marked");
}

/* Whether the marked price lies wholly within what the inspector shows. */
static gboolean
marked_in_sight (UiFixture *f)
{
  GtkWidget *inspector = ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
  GtkWidget *scroller = ui_find (inspector, GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  GtkWidget *lever = ui_find (inspector, COR_TYPE_LEVER, is_marked, NULL);
  graphene_rect_t box;

  return lever != NULL && gtk_widget_get_height (lever) > 0 && gtk_widget_compute_bounds (lever, scroller, &box) && box.origin.y >= 0
         && box.origin.y + box.size.height <= gtk_widget_get_height (scroller);
}

/* A price chosen in the list is in sight in the inspector: the last, the first, and again from another kind of thing. */
static void
test_price_in_sight (UiFixture *f, gconstpointer data)
{
  static const CorParamId ids[] = { COR_PARAM_TOLL, COR_PARAM_DIESEL_PRICE, COR_PARAM_HYDROGEN_PRICE };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cor_selection_set (cor_session_get_selection (f->session), COR_SELECT_PARAMETER, cor_param_info (ids[i])->id);
      ui_until (marked_in_sight (f));
      g_assert_true (marked_in_sight (f));
      if (i == 1)
        cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_ROUTE, "yantian-nansha");
      ui_wait (50);
    }
}

/* What a duty is called is not said twice: one called after its route has its truck and their number below it. */
static void
test_duty_subtitle (UiFixture *f, gconstpointer data)
{
  const CorItem *const *duties;
  guint n;

  duties = cor_scenario_items (ui_scenario (f), COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    for (guint zh = 0; zh < 2; zh++)
      {
        const CorDuty *duty = (const CorDuty *) duties[i];
        const CorItem *route = cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, duty->route);
        const CorItem *truck = cor_scenario_find (ui_scenario (f), COR_ITEM_TRUCK, duty->truck);
        g_autoptr (CorItem) same = cor_item_copy (duties[i]);
        g_autofree char *own = NULL, *repeated = NULL, *count = g_strdup_printf ("%.0f", duty->trucks);

        g_free (same->name);
        g_free (same->name_zh);
        same->name = g_strdup (route->name);
        same->name_zh = g_strdup (route->name_zh);
        repeated = cor_item_subtitle (ui_scenario (f), same, zh);
        g_assert_null (strstr (repeated, cor_item_label (route, zh)));
        g_assert_true (g_str_has_prefix (repeated, cor_item_label (truck, zh)));
        g_assert_nonnull (strstr (repeated + strlen (cor_item_label (truck, zh)), count));
        g_free (same->name);
        g_free (same->name_zh);
        same->name = g_strdup ("Night shift");
        same->name_zh = NULL;
        own = cor_item_subtitle (ui_scenario (f), same, zh);
        g_assert_true (g_str_has_prefix (own, cor_item_label (route, zh)));
      }
}

#define ADD(name, func) g_test_add ("/ui/list-row/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("price-names", test_price_names);
  ADD ("price-in-sight", test_price_in_sight);
  ADD ("duty-subtitle", test_duty_subtitle);
  return g_test_run ();
}
