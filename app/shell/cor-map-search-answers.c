/* cor-map-search-answers.c: what the search on the map finds, as rows of its list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-search-private.h"

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

static void
answer_free (gpointer data)
{
  CorMapAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->name);
  g_free (answer);
}

/* Takes over @answer. */
static void
add_answer (CorMapSearch *self, CorMapAnswer *answer, const char *icon, const char *subtitle)
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
  CorMapAnswer *answer = g_new0 (CorMapAnswer, 1);

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
  CorMapAnswer *answer = g_new0 (CorMapAnswer, 1);
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
  CorMapAnswer *answer = g_new0 (CorMapAnswer, 1);

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

void
cor_map_search_fill (CorMapSearch *self, const char *text, const char *needle)
{
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
