/* cor-map-search.c: finds things of the scenario, places and coordinates on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-search-private.h"

#include "cor-map-near.h"

enum
{
  SIGNAL_ITEM_CHOSEN,
  SIGNAL_PLACE_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorMapSearch, cor_map_search, ADW_TYPE_BIN)

static void
clear (CorMapSearch *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
search_changed (CorMapSearch *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *needle = cor_map_near_fold (text);

  clear (self);
  g_free (self->searched);
  self->searched = g_strdup (text);
  gtk_widget_set_visible (self->scroller, *needle != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  if (*needle == '\0' || self->session == NULL)
    return;
  cor_map_search_fill (self, text, needle);
}

static void
stopped (CorMapSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
row_activated (CorMapSearch *self, GtkListBoxRow *row)
{
  const CorMapAnswer *answer = g_object_get_data (G_OBJECT (row), "answer");

  if (answer->id != NULL)
    g_signal_emit (self, signals[SIGNAL_ITEM_CHOSEN], 0, answer->kind, answer->id);
  else
    g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, answer->at.lon, answer->at.lat,
                   answer->zoom, answer->name);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
entry_activated (CorMapSearch *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been looked for yet. */
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search_changed (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    row_activated (self, row);
}

static void
scroll_to (CorMapSearch *self, GtkWidget *row)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed (CorMapSearch *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    index++;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    index--;
  else
    return FALSE;
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      scroll_to (self, GTK_WIDGET (row));
    }
  return TRUE;
}

static void
cor_map_search_dispose (GObject *object)
{
  CorMapSearch *self = COR_MAP_SEARCH (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->places, cor_places_unref);
  g_clear_pointer (&self->searched, g_free);
  G_OBJECT_CLASS (cor_map_search_parent_class)->dispose (object);
}

static void
cor_map_search_class_init (CorMapSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_map_search_dispose;
  signals[SIGNAL_ITEM_CHOSEN] = g_signal_new ("item-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_PLACE_CHOSEN]
      = g_signal_new ("place-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                      G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_STRING);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-search.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, CorMapSearch, scroller);
  gtk_widget_class_bind_template_child (widget_class, CorMapSearch, note);
  gtk_widget_class_bind_template_child (widget_class, CorMapSearch, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, stopped);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
cor_map_search_init (CorMapSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
cor_map_search_set_source (CorMapSearch *self, CorSession *session, const CorMapBase *base)
{
  g_return_if_fail (COR_IS_MAP_SEARCH (self));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->places, cor_places_unref);
  self->places = base->places != NULL ? cor_places_ref (base->places) : NULL;
  self->pinyin = base->pinyin;
}

void
cor_map_search_begin (CorMapSearch *self)
{
  g_return_if_fail (COR_IS_MAP_SEARCH (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  clear (self);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

GtkEditable *
cor_map_search_get_entry (CorMapSearch *self)
{
  g_return_val_if_fail (COR_IS_MAP_SEARCH (self), NULL);

  return GTK_EDITABLE (self->entry);
}
