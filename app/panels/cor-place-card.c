/* cor-place-card.c: where a site or station is: its coordinates, and the way to its road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-place-card.h"

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

  GtkLabel *coordinates, *way;
  AdwActionRow *way_row;
};

G_DEFINE_FINAL_TYPE (CorPlaceCard, cor_place_card, ADW_TYPE_BIN)

static gboolean
place_of (CorPlaceCard *self, CorLonLat *at)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  const CorItem *item = cor_scenario_find (scenario, self->kind, self->id);

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

void
cor_place_card_refresh (CorPlaceCard *self)
{
  g_autofree char *text = NULL;
  CorLonLat at;

  g_return_if_fail (COR_IS_PLACE_CARD (self));

  if (!place_of (self, &at))
    return;
  text = coordinates_text (at);
  if (g_strcmp0 (gtk_label_get_text (self->coordinates), text) == 0)
    return;
  gtk_label_set_text (self->coordinates, text);
  if (self->network != NULL)
    show_way (self, at);
}

static void
copy_clicked (CorPlaceCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->coordinates));
}

/* A row with a title and, at its end, a text that can be marked and copied. */
static AdwActionRow *
add_row (GtkWidget *list, const char *title, const char *subtitle, const char *name, GtkLabel **value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (row, "cor-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_name (label, name);
  gtk_widget_add_css_class (label, "cor-figure");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  *value = GTK_LABEL (label);
  return ADW_ACTION_ROW (row);
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

static void
cor_place_card_finalize (GObject *object)
{
  CorPlaceCard *self = COR_PLACE_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->network, cor_network_unref);
  g_free (self->id);
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
  AdwActionRow *row;

  self->session = g_object_ref (session);
  self->network = network != NULL ? cor_network_ref (network) : NULL;
  self->kind = kind;
  self->id = g_strdup (id);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "cor-card");
  row = add_row (list, _ ("Coordinates"), "WGS-84", "place-coordinates", &self->coordinates);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->coordinates), _ ("Latitude and longitude, degrees"));
  adw_action_row_add_suffix (row, copy_button (self));
  self->way_row = add_row (list, _ ("Way to the road"), NULL, "place-way", &self->way);
  gtk_widget_set_visible (GTK_WIDGET (self->way_row), network != NULL);
  adw_bin_set_child (ADW_BIN (self), list);
  cor_place_card_refresh (self);
  return GTK_WIDGET (self);
}
