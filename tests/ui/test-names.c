/* test-names.c: names out of a file are text and nothing else: no markup, no link, in no window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"

#include <string.h>

#define HOSTILE "<a href=\"file:///etc/passwd\">evil</a> & %s <b>"

/* The same scenario with everything called that; items of the library keep names of their own. */
static CorScenario *
with_hostile_names (CorScenario *scenario)
{
  CorScenario *now = cor_scenario_ref (scenario);

  for (int kind = COR_ITEM_HEAD; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n = 1;
      const CorItem *const *items = kind != COR_ITEM_HEAD ? cor_scenario_items (scenario, (CorItemKind) kind, &n) : NULL;

      for (guint i = 0; i < 2 * n; i++)
        {
          CorScenario *next = cor_edit_string (now, (CorItemKind) kind, items != NULL ? items[i / 2]->id : NULL,
                                               i % 2 == 0 ? "name" : "name_zh", HOSTILE, NULL);

          g_assert_nonnull (next);
          cor_scenario_unref (now);
          now = next;
        }
    }
  return now;
}

/* What was taken for markup has lost its signs. */
static guint
check (GtkWidget *root)
{
  const char *text = GTK_IS_LABEL (root) ? gtk_label_get_text (GTK_LABEL (root)) : NULL;
  guint n = 0;

  if (text != NULL && strstr (text, "evil") != NULL)
    {
      n++;
      if (strstr (text, "<a href") == NULL)
        g_error ("taken for markup in %s", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check (child);
  return n;
}

static guint
check_windows (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_widget_get_visible (l->data))
      n += check (l->data);
  return n;
}

static void
test_names (UiFixture *f, gconstpointer data)
{
  static const char *const windows[] = { "stations", "siting", "plan", "break-even", "sure", "cash-flow", "instruments",
                                         "region", "machines", "compare", "new-variant", "workshop" };
  g_autoptr (CorScenario) hostile = with_hostile_names (ui_scenario (f));
  guint seen = 0;

  cor_session_open (f->session, hostile, NULL);
  ui_settle (f);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (ui_scenario (f), (CorItemKind) kind, &n);

      if (n == 0)
        continue;
      cor_selection_set (cor_session_get_selection (f->session), (CorItemKind) kind, items[0]->id);
      ui_wait (60);
      seen += check_windows ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      guint n;
      CorItemKind kind = g_str_equal (windows[i], "machines") ? COR_ITEM_SITE : COR_ITEM_DUTY;

      cor_selection_set (cor_session_get_selection (f->session), kind, cor_scenario_items (ui_scenario (f), kind, &n)[0]->id);
      ui_activate (f, windows[i], NULL);
      ui_wait (300);
      seen += check_windows ();
      ui_close_others (f);
    }
  /* A message that names what was taken away. */
  ui_activate (f, "delete", NULL);
  ui_wait (100);
  seen += check_windows ();
  g_test_message ("seen %u times", seen);
  g_assert_cmpuint (seen, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/names/markup", UiFixture, NULL, ui_open, test_names, ui_close);
  return g_test_run ();
}
