/* cor-window-ready.c: what is written waits until all that is in it is worked out, and says which variants it leaves out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-typed.h"

#include <glib/gi18n-lib.h>

/* What takes no longer is waited for without a word. */
#define SHOW_AFTER_MS 300

/* Somebody who waits, kept by the dialog that is shown meanwhile, which goes with the window. */
typedef struct
{
  CorWindow *window;
  gboolean variants;   /* for all of them, too */
  CorWindowReady then; /* NULL once it is over */
  gpointer data;
  GDestroyNotify free_data;
  AdwMessageDialog *dialog;
  GtkProgressBar *bar; /* NULL without variants */
  guint show;          /* the timer that shows the dialog */
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_handle_id (&wait->show, g_source_remove);
  if (wait->free_data != NULL)
    wait->free_data (wait->data);
  g_free (wait);
}

static Wait *
wait_of (AdwMessageDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "wait");
}

static gboolean
is_computing (CorWindow *self, gboolean variants)
{
  return cor_session_get_computing (self->session) || (variants && cor_comparison_get_computing (self->comparison));
}

/* How many columns are as the document is now, of how many. */
static guint
count_current (CorWindow *self, guint *n)
{
  guint current = 0;

  *n = cor_comparison_get_n_columns (self->comparison);
  for (guint i = 0; i < *n; i++)
    current += cor_comparison_get_column (self->comparison, i)->current;
  return current;
}

/* What is there can be written once the scenario itself is worked out and it is known which variants are not. */
static void
show_progress (Wait *wait)
{
  g_autofree char *text = NULL;
  guint n, current;

  if (!wait->variants)
    return;
  current = count_current (wait->window, &n);
  text = g_strdup_printf (_ ("%u of %u variants are worked out"), current, n);
  gtk_progress_bar_set_fraction (wait->bar, n > 0 ? (double) current / n : 0);
  gtk_progress_bar_set_text (wait->bar, text);
  adw_message_dialog_set_response_enabled (wait->dialog, "without", !cor_session_get_computing (wait->window->session) && current < n);
}

/* The dialog goes first: what follows may show one of its own, and run as long as that stands. */
static void
go_on (Wait *wait)
{
  g_autoptr (CorWindow) window = g_object_ref (wait->window);
  CorWindowReady then = g_steal_pointer (&wait->then);
  GDestroyNotify free_data = g_steal_pointer (&wait->free_data);
  gpointer data = g_steal_pointer (&wait->data);

  g_clear_handle_id (&wait->show, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (wait->dialog));
  then (window, data);
  if (free_data != NULL)
    free_data (data);
}

static void
changed (AdwMessageDialog *dialog)
{
  Wait *wait = wait_of (dialog);

  if (wait->then == NULL)
    return;
  if (is_computing (wait->window, wait->variants))
    show_progress (wait);
  else
    go_on (wait);
}

static void
answered (AdwMessageDialog *dialog, const char *response)
{
  Wait *wait = wait_of (dialog);

  if (wait->then == NULL)
    return;
  if (g_str_equal (response, "without"))
    go_on (wait);
  else
    wait->then = NULL;
}

static gboolean
show_dialog (gpointer data)
{
  Wait *wait = data;

  wait->show = 0;
  gtk_window_present (GTK_WINDOW (wait->dialog));
  return G_SOURCE_REMOVE;
}

static void
add_progress (Wait *wait)
{
  wait->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (wait->bar, TRUE);
  adw_message_dialog_set_extra_child (wait->dialog, GTK_WIDGET (wait->bar));
  adw_message_dialog_add_response (wait->dialog, "without", _ ("_Write Without Them"));
  show_progress (wait);
}

static void
ask (Wait *wait)
{
  GtkWidget *dialog
      = adw_message_dialog_new (NULL, wait->variants ? _ ("Working Out the Variants") : _ ("Working Out the Scenario"),
                                wait->variants ? _ ("What is written waits for them, so that none is missing.")
                                               : _ ("What is written waits for it, so that it has the newest figures."));

  cor_dialog_attach (GTK_WINDOW (dialog), GTK_WINDOW (wait->window));
  g_object_set_data_full (G_OBJECT (dialog), "wait", wait, wait_free);
  wait->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_set_weak_pointer (&wait->window->waiting, GTK_WINDOW (dialog));
  adw_message_dialog_add_response (wait->dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (wait->dialog, "cancel");
  if (wait->variants)
    add_progress (wait);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), NULL);
  g_signal_connect_object (wait->window->comparison, "changed", G_CALLBACK (changed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (wait->window->session, "notify::computing", G_CALLBACK (changed), dialog, G_CONNECT_SWAPPED);
  wait->show = g_timeout_add (SHOW_AFTER_MS, show_dialog, wait);
}

/* As the document has it: columns follow a little later. */
static gboolean
has_variants (CorWindow *self)
{
  guint n;

  cor_scenario_items (cor_document_get_base (cor_session_get_document (self->session)), COR_ITEM_VARIANT, &n);
  return n > 0;
}

void
cor_window_stop_waiting (CorWindow *self)
{
  if (self->waiting != NULL)
    gtk_window_destroy (self->waiting);
}

void
cor_window_when_ready (CorWindow *self, gboolean variants, CorWindowReady then, gpointer data, GDestroyNotify free_data)
{
  Wait *wait;

  cor_window_stop_waiting (self);
  cor_typed_take (GTK_WINDOW (self));
  variants = variants && has_variants (self);
  if (!is_computing (self, variants))
    {
      then (self, data);
      if (free_data != NULL)
        free_data (data);
      return;
    }
  wait = g_new0 (Wait, 1);
  *wait = (Wait){ .window = self, .variants = variants, .then = then, .data = data, .free_data = free_data };
  ask (wait);
}

static const char *
column_name (CorWindow *self, const CorComparisonColumn *column)
{
  CorScenario *base = cor_document_get_base (cor_session_get_document (self->session));
  const CorItem *item = cor_scenario_find (base, COR_ITEM_VARIANT, column->id);

  return item != NULL ? cor_item_label (item, cor_window_is_chinese ()) : _ ("Without changes");
}

char *
cor_window_take_variants (CorWindow *self, GPtrArray *results, GPtrArray *names)
{
  CorScenario *base = cor_document_get_base (cor_session_get_document (self->session));
  const CorComparisonColumn *pinned = cor_comparison_find (self->comparison, cor_scenario_head (base)->baseline);
  guint n = cor_comparison_get_n_columns (self->comparison);
  g_autoptr (GString) missing = g_string_new (NULL);

  if (pinned == NULL)
    pinned = cor_comparison_get_column (self->comparison, 0);
  for (guint i = 0; i <= n; i++)
    {
      const CorComparisonColumn *column = i == 0 ? pinned : cor_comparison_get_column (self->comparison, i - 1);

      if (i > 0 && column == pinned)
        continue;
      if (column->results == NULL || !column->current)
        {
          g_string_append_printf (missing, "%s%s", missing->len > 0 ? _ (", ") : "", column_name (self, column));
          continue;
        }
      g_ptr_array_add (results, cor_results_ref (column->results));
      g_ptr_array_add (names, g_strdup (column_name (self, column)));
    }
  return missing->len > 0 && n > 1 ? g_strdup (missing->str) : NULL;
}
