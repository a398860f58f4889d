/* cor-map-pane-ground.c: which base map is chosen, and what to do where it cannot be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-map-ground.h"

static gboolean
same_names (GListModel *shown, GtkStringList *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (shown == NULL || g_list_model_get_n_items (shown) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i), gtk_string_list_get_string (names, i)))
      return FALSE;
  return TRUE;
}

/* The base maps on offer, and which of them is chosen; says what is wrong with it. */
static void
follow_ground (CorMapPane *self)
{
  CorMapGround *ground = cor_map_ground_get_default ();
  const char *problem = cor_map_ground_get_problem (ground);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->session == NULL)
    return;
  for (guint i = 0; i < COR_MAP_N_GROUNDS; i++)
    gtk_string_list_take (names, cor_map_ground_name (ground, i));
  self->following_ground = TRUE;
  /* Told in the middle of a choice the list keeps its model, which GTK goes on with. */
  if (!same_names (gtk_drop_down_get_model (self->base_choice), names))
    gtk_drop_down_set_model (self->base_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->base_choice, cor_map_ground_get_chosen (ground));
  self->following_ground = FALSE;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

/* A choice that lacks its file or address is completed in the preferences. */
static void
ground_selected (CorMapPane *self)
{
  CorMapGround *ground = cor_map_ground_get_default ();

  if (self->following_ground)
    return;
  cor_map_ground_choose (ground, (CorMapGroundKind)gtk_drop_down_get_selected (self->base_choice));
  if (cor_map_ground_get_problem (ground) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.preferences", NULL);
}

static void
bundled_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_ground_choose (cor_map_ground_get_default (), COR_MAP_GROUND_BUNDLED);
}

void
cor_map_pane_connect_ground (CorMapPane *self)
{
  const GActionEntry entries[] = { { "bundled", bundled_activated, NULL, NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "ground", G_ACTION_GROUP (group));
  follow_ground (self);
  g_signal_connect_object (cor_map_ground_get_default (), "changed", G_CALLBACK (follow_ground), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->base_choice, "notify::selected", G_CALLBACK (ground_selected), self,
                           G_CONNECT_SWAPPED);
}
