/* cor-place-card.c: where a site or station is: its coordinates, to be read and typed, and the way to its road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-place-card.h"

#include "cor-coordinates.h"
#include "cor-edit.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>

struct _CorPlaceCard
{
  AdwBin parent_instance;

  CorSession *session;
  CorNetwork *network;
  CorItemKind kind;
  char *id;
  char *shown; /* the coordinates as they were written here, or NULL */

  GtkEditable *coordinates;
  GtkLabel *problem; /* why what was typed is not taken */
  GtkLabel *way;
  AdwActionRow *way_row;
};

G_DEFINE_FINAL_TYPE (CorPlaceCard, cor_place_card, ADW_TYPE_BIN)

static const CorItem *
item_of (CorPlaceCard *self)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));

  return cor_scenario_find (scenario, self->kind, self->id);
}

static gboolean
place_of (CorPlaceCard *self, CorLonLat *at)
{
  const CorItem *item = item_of (self);

  if (item == NULL)
    return FALSE;
  *at = self->kind == COR_ITEM_SITE ? (CorLonLat){ ((const CorSite *) item)->lon, ((const CorSite *) item)->lat }
                                    : (CorLonLat){ ((const CorStation *) item)->lon, ((const CorStation *) item)->lat };
  return TRUE;
}

/* Five decimals of a degree are a metre. */
static char *
coordinates_text (CorLonLat at)
{
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (lat, sizeof lat, "%.5f", at.lat);
  g_ascii_formatd (lon, sizeof lon, "%.5f", at.lon);
  return g_strdup_printf ("%s, %s", lat, lon);
}

/* How far the road is, and what that means for what is reckoned. */
static void
show_way (CorPlaceCard *self, CorLonLat at)
{
  g_autofree char *text = NULL, *none = NULL, *road = NULL;
  const char *counts, *name = "";
  CorSnap snap;

  if (cor_network_snap (self->network, at, NULL, &snap, NULL))
    {
      text = cor_format_quantity (COR_QUANTITY_KM, snap.away_m / 1000, NULL);
      name = cor_network_road_name (self->network, snap.edge);
      counts = self->kind == COR_ITEM_SITE ? _ ("counted in its routes, as a straight line")
                                           : _ ("counted there and back at each stop, as a straight line");
    }
  else
    {
      none = g_strdup_printf (_ ("none within %.0f km"), COR_SNAP_LIMIT_M / 1000);
      counts = self->kind == COR_ITEM_SITE ? _ ("routes cannot follow roads from here") : _ ("no truck gets here");
    }
  gtk_label_set_text (self->way, text != NULL ? text : none);
  road = *name != '\0' ? g_strdup_printf ("%s · %s", name, counts) : NULL;
  adw_action_row_set_subtitle (self->way_row, road != NULL ? road : counts);
}

/* What was typed is read, or why it is not. */
static void
show_problem (CorPlaceCard *self, const char *problem)
{
  gboolean wrong = problem != NULL;

  gtk_label_set_text (self->problem, wrong ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), wrong);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->coordinates), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->coordinates), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->coordinates), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
cor_place_card_refresh (CorPlaceCard *self)
{
  g_autofree char *text = NULL;
  CorLonLat at;

  g_return_if_fail (COR_IS_PLACE_CARD (self));

  if (!place_of (self, &at))
    return;
  text = coordinates_text (at);
  if (g_strcmp0 (self->shown, text) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  gtk_editable_set_text (self->coordinates, self->shown);
  show_problem (self, NULL);
  if (self->network != NULL)
    show_way (self, at);
}

/* Moves the place to what is typed; what cannot be read stays to be mended. */
static void
take (CorPlaceCard *self)
{
  const char *text = gtk_editable_get_text (self->coordinates);
  const CorItem *item = item_of (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  CorCoordinateOrder order;
  CorScenario *next;
  CorLonLat at;

  if (item == NULL)
    return;
  if (g_strcmp0 (text, self->shown) == 0)
    {
      show_problem (self, NULL);
      return;
    }
  if (!cor_coordinates_parse (text, &at.lon, &at.lat, &order))
    {
      show_problem (self, _ ("Not a place on the earth: type 22.5431, 114.0579 or 22°32′35″N 114°3′28″E"));
      return;
    }
  next = cor_edit_place (cor_document_get_scenario (cor_session_get_document (self->session)), self->kind, self->id, at, &error);
  if (next == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  label = g_strdup_printf (_ ("Move “%s”"), cor_item_label (item, cor_format_is_chinese (NULL)));
  /* Whatever form it was typed in, it is shown in the usual one. */
  g_clear_pointer (&self->shown, g_free);
  cor_document_apply (cor_session_get_document (self->session), next, label, NULL);
  cor_place_card_refresh (self);
}

/* Escape writes back where the place is. */
static gboolean
key_pressed (CorPlaceCard *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (self->coordinates), self->shown) == 0)
    return FALSE;
  gtk_editable_set_text (self->coordinates, self->shown);
  show_problem (self, NULL);
  return TRUE;
}

static void
copy_clicked (CorPlaceCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->shown);
}

/* A row with the way to the road at its end, to be marked and copied. */
static GtkWidget *
way_row (CorPlaceCard *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->way = GTK_LABEL (gtk_label_new (NULL));
  self->way_row = ADW_ACTION_ROW (row);
  gtk_widget_set_name (GTK_WIDGET (self->way), "place-way");
  gtk_label_set_selectable (self->way, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->way), "cor-figure");
  gtk_widget_add_css_class (row, "cor-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Way to the road"));
  adw_action_row_add_suffix (self->way_row, GTK_WIDGET (self->way));
  gtk_widget_set_visible (row, self->network != NULL);
  return row;
}

static GtkWidget *
place_entry (CorPlaceCard *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  gtk_widget_set_name (entry, "place-coordinates");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_tooltip_text (entry, _ ("Latitude and longitude, degrees; degrees and minutes, or a piece of a map’s address, are read too"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Coordinates"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
copy_button (CorPlaceCard *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Copy the coordinates"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy the coordinates"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkLabel *
caption (const char *text, const char *look)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, look);
  return GTK_LABEL (label);
}

/* What the numbers are stands above the entry, what is wrong with them below. */
static GtkWidget *
place_row (CorPlaceCard *self)
{
  GtkWidget *row = adw_preferences_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title = gtk_label_new (_ ("Coordinates")), *note = GTK_WIDGET (caption (_ ("WGS-84, latitude first"), "dim-label"));

  self->coordinates = GTK_EDITABLE (place_entry (self));
  self->problem = caption (NULL, "error");
  gtk_widget_set_name (GTK_WIDGET (self->problem), "place-problem");
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_set_halign (note, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), note);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->coordinates));
  gtk_box_append (GTK_BOX (line), copy_button (self));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 8);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  show_problem (self, NULL);
  return row;
}

static void
cor_place_card_finalize (GObject *object)
{
  CorPlaceCard *self = COR_PLACE_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->network, cor_network_unref);
  g_free (self->id);
  g_free (self->shown);
  G_OBJECT_CLASS (cor_place_card_parent_class)->finalize (object);
}

static void
cor_place_card_class_init (CorPlaceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_place_card_finalize;
}

static void
cor_place_card_init (CorPlaceCard *self)
{
}

GtkWidget *
cor_place_card_new (CorSession *session, CorNetwork *network, CorItemKind kind, const char *id)
{
  CorPlaceCard *self = g_object_new (COR_TYPE_PLACE_CARD, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->session = g_object_ref (session);
  self->network = network != NULL ? cor_network_ref (network) : NULL;
  self->kind = kind;
  self->id = g_strdup (id);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "cor-card");
  gtk_list_box_append (GTK_LIST_BOX (list), place_row (self));
  gtk_list_box_append (GTK_LIST_BOX (list), way_row (self));
  adw_bin_set_child (ADW_BIN (self), list);
  cor_place_card_refresh (self);
  return GTK_WIDGET (self);
}
