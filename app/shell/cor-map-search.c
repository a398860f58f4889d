/* cor-map-search.c: finds things of the scenario, places and coordinates on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-search.h"

#include "cor-coordinates.h"
#include "cor-crs.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-map-near.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The most answers of a kind. */
#define MAX_ITEMS 8
#define MAX_PLACES 8
#define MAX_NEAR   6

/* Zoom at which coordinates are looked at, and a place of each rank from 1 to 5. */
#define POINT_ZOOM 14.0
static const double rank_zooms[] = { 9, 10, 11, 12, 13 };

struct _CorMapSearch
{
  AdwBin parent_instance;

  CorSession *session;
  CorPlaces *places;
  const CorPinyin *pinyin; /* of the base */
  char *searched;
  GtkSearchEntry *entry;
  GtkLabel *note; /* that it is not found as it was typed */
  GtkWidget *scroller;
  GtkListBox *list;
};

enum
{
  SIGNAL_ITEM_CHOSEN,
  SIGNAL_PLACE_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorMapSearch, cor_map_search, ADW_TYPE_BIN)

/* What a row stands for. */
typedef struct
{
  CorItemKind kind; /* COR_ITEM_HEAD for a place */
  char *id;
  char *name;
  CorLonLat at;
  double zoom;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->id);
  g_free (answer->name);
  g_free (answer);
}

/* Takes over @answer. */
static void
add_answer (CorMapSearch *self, Answer *answer, const char *icon, const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (answer->name), *second = gtk_label_new (subtitle);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_add_css_class (second, "caption");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  answer->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_object_set_data_full (G_OBJECT (row), "answer", answer, answer_free);
  gtk_list_box_append (self->list, row);
}

static void
add_item (CorMapSearch *self, const CorItem *item, const char *icon)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *subtitle = cor_item_subtitle (scenario, item, zh);
  Answer *answer = g_new0 (Answer, 1);

  answer->kind = item->kind;
  answer->id = g_strdup (item->id);
  answer->name = g_strdup (cor_item_label (item, zh));
  add_answer (self, answer, icon, subtitle);
}

static void
add_items (CorMapSearch *self, CorItemKind kind, const char *icon, const char *needle)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  const CorItem *const *items;
  guint n, found = 0;

  items = cor_scenario_items (scenario, kind, &n);
  for (guint i = 0; i < n && found < MAX_ITEMS; i++)
    if (cor_map_near_matches (self->pinyin, items[i], needle))
      {
        found++;
        add_item (self, items[i], icon);
      }
}

static const char *
place_kind (CorPlaceKind kind)
{
  static const char *const names[] = {
    [COR_PLACE_CITY] = N_ ("city"),       [COR_PLACE_DISTRICT] = N_ ("district"),
    [COR_PLACE_TOWN] = N_ ("town"),       [COR_PLACE_PORT] = N_ ("port"),
    [COR_PLACE_AIRPORT] = N_ ("airport"), [COR_PLACE_SEA] = N_ ("sea"),
    [COR_PLACE_WATER] = N_ ("water"),     [COR_PLACE_RIVER] = N_ ("river"),
    [COR_PLACE_RESERVOIR] = N_ ("reservoir"), [COR_PLACE_ISLAND] = N_ ("island"),
    [COR_PLACE_BRIDGE] = N_ ("bridge"),
  };

  return _ (names[kind]);
}

static void
add_place (CorMapSearch *self, const CorPlace *place)
{
  gboolean zh = cor_format_is_chinese (NULL) && *place->name_zh != '\0';
  Answer *answer = g_new0 (Answer, 1);
  g_autofree char *subtitle = NULL;
  const char *other = zh ? place->name_en : place->name_zh;

  answer->name = g_strdup (zh ? place->name_zh : place->name_en);
  answer->at = (CorLonLat){ place->lon, place->lat };
  answer->zoom = rank_zooms[CLAMP (place->rank, 1, 5) - 1];
  subtitle = *other != '\0' ? g_strdup_printf ("%s · %s", other, place_kind (place->kind))
                            : g_strdup (place_kind (place->kind));
  add_answer (self, answer, "mark-location-symbolic", subtitle);
}

/* Whole words first, as the table of places ranks them; then what the spelling begins. */
static void
add_places (CorMapSearch *self, const char *needle)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->places == NULL)
    return;
  found = cor_places_find (self->places, needle, MAX_PLACES);
  for (guint i = 0; self->pinyin != NULL && i < cor_places_get_n (self->places) && found->len < MAX_PLACES; i++)
    {
      const CorPlace *place = cor_places_get (self->places, i);

      if (cor_pinyin_match (self->pinyin, place->name_zh, needle)
          && !g_ptr_array_find (found, place, NULL))
        g_ptr_array_add (found, (gpointer)place);
    }
  for (guint i = 0; i < found->len; i++)
    add_place (self, g_ptr_array_index (found, i));
}

static void
add_point (CorMapSearch *self, CorLonLat at, const char *subtitle)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->at = at;
  answer->zoom = POINT_ZOOM;
  answer->name = g_strdup_printf ("%.5f° %c  %.5f° %c", fabs (at.lat), at.lat < 0 ? 'S' : 'N',
                                  fabs (at.lon), at.lon < 0 ? 'W' : 'E');
  add_answer (self, answer, "find-location-symbolic", subtitle);
}

/* The place as typed and, where Chinese map services shift places, what they would mean by it. */
static void
add_coordinates (CorMapSearch *self, const char *text)
{
  static const struct
  {
    CorCrs crs;
    const char *text;
  } shifted[] = { { COR_CRS_GCJ02, N_ ("if copied from Amap or Tencent (GCJ-02): %s away") },
                  { COR_CRS_BD09, N_ ("if copied from Baidu (BD-09): %s away") } };
  CorCoordinateOrder order;
  CorLonLat at;

  if (!cor_coordinates_parse (text, &at.lon, &at.lat, &order))
    return;
  add_point (self, at, order == COR_COORDINATE_ORDER_ASSUMED ? _ ("latitude first, WGS 84") : _ ("as typed, WGS 84"));
  if (order == COR_COORDINATE_ORDER_ASSUMED)
    add_point (self, (CorLonLat){ at.lat, at.lon }, _ ("longitude first, WGS 84"));
  for (guint i = 0; i < G_N_ELEMENTS (shifted) && cor_crs_shifts (at); i++)
    {
      CorLonLat meant = cor_crs_convert (at, shifted[i].crs, COR_CRS_WGS84);
      g_autofree char *km
          = cor_format_quantity (COR_QUANTITY_KM, cor_lonlat_distance (at, meant) / 1000, NULL);
      g_autofree char *subtitle = g_strdup_printf (_ (shifted[i].text), km);

      add_point (self, meant, subtitle);
    }
}

static void
clear (CorMapSearch *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* What has some of the words; none of it is chosen before somebody does. */
static void
add_near (CorMapSearch *self, const char *text)
{
  static const char *const icons[] = { [COR_ITEM_SITE] = "corridor-site-symbolic",
                                       [COR_ITEM_STATION] = "corridor-station-symbolic",
                                       [COR_ITEM_ROUTE] = "corridor-route-symbolic" };
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  g_autoptr (GArray) found = cor_map_near_find (scenario, self->places, self->pinyin, text, MAX_NEAR);
  g_autofree char *note = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const CorMapNear *near = &g_array_index (found, CorMapNear, i);

      if (near->item != NULL)
        add_item (self, near->item, icons[near->item->kind]);
      else
        add_place (self, near->place);
    }
  if (found->len == 0)
    return;
  note = g_strdup_printf (_ ("“%s” is not found; nearest to it by its words:"), text);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
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
  add_coordinates (self, text);
  add_items (self, COR_ITEM_SITE, "corridor-site-symbolic", needle);
  add_items (self, COR_ITEM_STATION, "corridor-station-symbolic", needle);
  add_items (self, COR_ITEM_ROUTE, "corridor-route-symbolic", needle);
  add_places (self, needle);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    add_near (self, text);
  else
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
stopped (CorMapSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
row_activated (CorMapSearch *self, GtkListBoxRow *row)
{
  const Answer *answer = g_object_get_data (G_OBJECT (row), "answer");

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
