/* cor-network-choice.c: the road networks there are, one of them in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-choice.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-network-store.h"

#include <glib/gi18n-lib.h>

struct _CorNetworkChoice
{
  AdwPreferencesGroup parent_instance;

  CorSession *session;
  CorEngine *engine;
  GPtrArray *rows;
  GPtrArray *checks; /* of the rows */
  GtkCheckButton *group; /* never seen: with it a single row too is one of a choice, and cannot be switched off */
};

G_DEFINE_FINAL_TYPE (CorNetworkChoice, cor_network_choice, ADW_TYPE_PREFERENCES_GROUP)

static CorDocument *
document_of (CorNetworkChoice *self)
{
  return cor_session_get_document (self->session);
}

static const char *
used (CorNetworkChoice *self)
{
  return cor_scenario_head (cor_document_get_scenario (document_of (self)))->network;
}

void
cor_network_choice_use (CorNetworkChoice *self, const char *name)
{
  CorScenario *next
    = cor_edit_string (cor_document_get_scenario (document_of (self)), COR_ITEM_HEAD, NULL, "network", name, NULL);

  if (next != NULL)
    cor_document_apply (document_of (self), next, _ ("Another road network"), NULL);
}

/* A large network takes a while to be read; what is chosen turns until there are results on it. */
static GtkWidget *
new_spinner (CorNetworkChoice *self, GtkWidget *check)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading roads"), -1);
  g_object_bind_property (check, "active", spinner, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->session, "computing", spinner, "spinning", G_BINDING_SYNC_CREATE);
  return spinner;
}

static const char *
network_of (gpointer check)
{
  return g_object_get_data (G_OBJECT (check), "network");
}

static void
row_toggled (GtkCheckButton *button, CorNetworkChoice *self)
{
  if (gtk_check_button_get_active (button) && g_strcmp0 (used (self), network_of (button)) != 0)
    cor_network_choice_use (self, network_of (button));
}

static void
add_row (CorNetworkChoice *self, const char *name, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (used (self), name) == 0);
  g_object_set_data_full (G_OBJECT (check), "network", g_strdup (name), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (row_toggled), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_spinner (self, check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

/* The one that comes with the program, those that were built, and the scenario's own where it is not
 * among them. */
void
cor_network_choice_fill (CorNetworkChoice *self)
{
  g_auto (GStrv) names = cor_network_store_names ();
  CorNetwork *bundled = cor_engine_network (self->engine);

  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  add_row (self, NULL, cor_network_title (bundled, cor_format_is_chinese (NULL)), _ ("Comes with the program"));
  for (guint i = 0; names[i] != NULL; i++)
    add_row (self, names[i], names[i], _ ("Built from OpenStreetMap"));
  if (used (self) != NULL && !g_strv_contains ((const char *const *) names, used (self)))
    add_row (self, used (self), used (self), _ ("Not on this computer; the indicative network stands in"));
}

/* Undone, redone or changed elsewhere. */
static void
follow (CorNetworkChoice *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (g_strcmp0 (network_of (g_ptr_array_index (self->checks, i)), used (self)) == 0)
      {
        gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
        return;
      }
  cor_network_choice_fill (self);
}

void
cor_network_choice_set_session (CorNetworkChoice *self, CorSession *session, CorEngine *engine)
{
  g_return_if_fail (COR_IS_NETWORK_CHOICE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->engine = cor_engine_ref (engine);
  g_signal_connect_object (document_of (self), "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  cor_network_choice_fill (self);
}

static void
cor_network_choice_finalize (GObject *object)
{
  CorNetworkChoice *self = COR_NETWORK_CHOICE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->engine, cor_engine_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);
  g_clear_object (&self->group);
  G_OBJECT_CLASS (cor_network_choice_parent_class)->finalize (object);
}

static void
cor_network_choice_class_init (CorNetworkChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_network_choice_finalize;
}

static void
cor_network_choice_init (CorNetworkChoice *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
}
