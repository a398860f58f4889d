/* cor-report-dialog.c: what a report is about and has in it, before it is printed or written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-report.h"

#include "cor-dialogs.h"
#include "cor-typed.h"

#include <glib/gi18n-lib.h>

/* So many have room in it; the rest are counted. */
#define MOST_NAMES 4

/* What it is about: scenario, variant and model year. */
static char *
subject (CorWindow *self)
{
  CorDocument *document = cor_session_get_document (self->session);
  gboolean zh = cor_window_is_chinese ();
  const CorItem *variant = cor_scenario_find (cor_document_get_base (document), COR_ITEM_VARIANT, cor_document_get_variant (document));
  const CorScenario *scenario = cor_document_get_scenario (document);
  const char *title = cor_scenario_title (scenario, zh);
  int year = cor_scenario_head (scenario)->model_year;

  if (title == NULL || *title == '\0')
    title = _ ("Scenario");
  if (variant == NULL)
    return g_strdup_printf (_ ("%s, model year %d"), title, year);
  return g_strdup_printf (_ ("%s, variant “%s”, model year %d"), title, cor_item_label (variant, zh), year);
}

/* The variants that stand beside each other in it; NULL without any. */
static char *
beside (CorWindow *self)
{
  guint n;
  const CorItem *const *items
      = cor_scenario_items (cor_document_get_base (cor_session_get_document (self->session)), COR_ITEM_VARIANT, &n);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", cor_item_label (items[i], cor_window_is_chinese ()));
  if (n > MOST_NAMES)
    g_string_append_printf (names, " +%u", n - MOST_NAMES);
  return g_string_free (names, n == 0);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  return row;
}

static GtkListBox *
list_new (CorWindow *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autofree char *about = subject (self), *variants = beside (self);

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_list_box_append (list, row_new (_ ("About"), about));
  if (variants != NULL)
    gtk_list_box_append (list, row_new (_ ("Variants beside each other"), variants));
  gtk_list_box_append (list, row_new (_ ("Contents"), _ ("Map and headline figures, what is proposed, cost, energy and detours, emissions, how sure it "
                                                       "is, each duty, method and sources")));
  return list;
}

static void
answered (GtkWindow *window, const char *response, gpointer one_page)
{
  gboolean summary = gtk_check_button_get_active (one_page);

  if (g_str_equal (response, "print"))
    cor_window_print_pages (COR_WINDOW (window), NULL, summary);
  else if (g_str_equal (response, "save"))
    cor_window_ask_report_file (COR_WINDOW (window), summary);
}

void
cor_window_ask_report (CorWindow *self)
{
  const char *const responses[] = { "cancel", _ ("_Cancel"), "print", _ ("_Print…"), "save", _ ("_Save PDF…"), NULL };
  GtkWidget *one_page, *box, *dialog;

  cor_typed_take (GTK_WINDOW (self));
  if (cor_session_get_results (self->session) == NULL && !cor_session_get_computing (self->session))
    {
      cor_window_toast (self, _ ("There is nothing to report yet"), FALSE);
      return;
    }
  one_page = gtk_check_button_new_with_mnemonic (_ ("_First page alone"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list_new (self)));
  gtk_box_append (GTK_BOX (box), one_page);
  dialog = cor_dialog_ask (GTK_WINDOW (self), _ ("Report"), NULL, responses, answered, one_page);
  /* One at a time is made. */
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "print",
                                           g_action_group_get_action_enabled (G_ACTION_GROUP (self), "print-report"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
}
