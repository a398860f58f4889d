/* cor-map-pane-private.h: the map pane's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-legend.h"
#include "cor-map-pane.h"
#include "cor-map-search.h"
#include "cor-object-layer.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** COR_MAP_SNAP_PX: how far beside a site a click still means it, pixels. */
#define COR_MAP_SNAP_PX 18.0

/** CorMapDrag: what is being dragged, and how things were when it began. */
typedef struct
{
  char *key; /* merge key of the step; NULL while nothing is dragged */
  CorItemKind kind;
  char *id;
  CorLonLat from;
  CorResults *before;
  CorResults *moved_of; /* the results that the next two are of, or NULL */
  const CorDutyResult *moved; /* the duty whose parity moved most since, or NULL */
  int moved_years;
  GArray *vias;  /* of the route, when a line is pulled; or its points, when drawn by hand */
  gboolean by_hand;
  guint via;     /* which of them is pulled */
  char **others; /* what is selected beside it and moves along */
} CorMapDrag;

/** CorMapPoint: a point clicked with the route or measure tool; @site: (nullable): the site there. */
typedef struct
{
  char *site;
  CorLonLat at;
} CorMapPoint;

struct _CorMapPane
{
  AdwBin parent_instance;

  CorSession *session;
  CorNetwork *network;
  CorPlaces *places; /* or NULL */
  CorObjectLayer *layer;
  char *tool;
  char *station_kind;  /* as somebody chose it, or NULL */
  char *drawn;         /* the route that is brought into sight once it is laid, or NULL */
  char *colour;
  char *stations;      /* what the discs below stations say */
  double buffer_km;    /* to each side of the routes */
  gboolean has_reach;  /* the reach from @reach_from is shown */
  CorLonLat reach_from;
  CorMapReach *reach;  /* or NULL, while it is worked out */
  gboolean reach_busy, reach_again;
  guint scene_source;
  gboolean scene_anew; /* nothing of the scene before holds */
  CorMapDrag drag;
  GArray *points;      /* CorMapPoint: clicked so far with the route or measure tool */
  CorLonLat pointer;   /* where it last was with such a tool */
  gboolean by_hand;    /* the route is drawn as clicked */
  gboolean measured;   /* the last point was clicked */
  gboolean live_busy;  /* a worker lays the line */
  guint live_round;    /* answers to earlier rounds are not shown */
  GArray *live_next;   /* CorLonLat: what the worker does next, or NULL */
  CorMapObjectKind stop_kind; /* what Tab has come to */
  char *stop_id;
  guint tell_source;
  CorLonLat menu_place;
  GtkPopover *menu;
  GSimpleActionGroup *actions;

  CorMapView *view;
  CorMapLegend *legend;
  CorMapSearch *search;
  GtkAdjustment *buffer;
  GtkDropDown *base_choice;
  gboolean following_ground; /* the choice is being set to the settings */
  double near_x, near_y; /* where the pointer is, pixels */
  GtkWidget *hint_box;
  GtkWidget *options; /* of the tool, beside the tools */
  GtkWidget *station_kinds; /* charging or swap, while a station is placed */
  GtkLabel *hint;
  GtkToggleButton *by_hand_button;
  GtkWidget *tools;
  GtkWidget *steps;
  GtkWidget *problem_box; /* why the chosen base map is not shown */
  GtkLabel *problem;
};

/** cor_map_pane_connect_drags: dragging of places and lines. */
void cor_map_pane_connect_drags (CorMapPane *self);

/** cor_map_pane_connect_clicks: selecting and hovering. */
void cor_map_pane_connect_clicks (CorMapPane *self);

/** cor_map_pane_connect_drawing: placing, drawing routes, measuring. */
void cor_map_pane_connect_drawing (CorMapPane *self);

/** cor_map_pane_connect_search: what the search finds is shown, or taken by the tool that is on. */
void cor_map_pane_connect_search (CorMapPane *self);

/** cor_map_pane_connect_ground: the choice of the base map. */
void cor_map_pane_connect_ground (CorMapPane *self);

/** cor_map_pane_connect_hint: the hint gives way to the pointer. */
void cor_map_pane_connect_hint (CorMapPane *self);

/** cor_map_pane_connect_keys: the keyboard on the map. */
void cor_map_pane_connect_keys (CorMapPane *self);

/** cor_map_pane_connect_menu: context menus and their actions, of the group "map". */
void cor_map_pane_connect_menu (CorMapPane *self);

/** cor_map_pane_open_menu: the menu of a thing, or with @id %NULL of a place, at a point of the map. */
void cor_map_pane_open_menu (
    CorMapPane *self, CorMapObjectKind kind, const char *id, double x, double y, double lon, double lat);

/** cor_map_pane_item_kind: what the scenario calls such an object. */
CorItemKind cor_map_pane_item_kind (CorMapObjectKind kind);

/** cor_map_pane_place_of: where a site or station is. */
CorLonLat cor_map_pane_place_of (const CorItem *item);

/** cor_map_pane_describe: (transfer full) (nullable): a thing's name and its number. */
char *cor_map_pane_describe (CorMapPane *self, CorMapObjectKind kind, const char *id);

/** cor_map_pane_shift: (transfer full): the scenario with these places so many degrees further. */
CorScenario *cor_map_pane_shift (CorMapPane *self, CorItemKind kind, const char *const *ids, double lon, double lat);

/** cor_map_pane_put: places @what: "site", "charging" or "swap". */
void cor_map_pane_put (CorMapPane *self, const char *what, CorLonLat at);

/** cor_map_pane_put_tool: places what the tool that is on places. */
void cor_map_pane_put_tool (CorMapPane *self, CorLonLat at);

/** cor_map_pane_station_kind: the kind that the station tool places: "charging" or "swap". */
const char *cor_map_pane_station_kind (CorMapPane *self);

/** cor_map_pane_add_named: (transfer full): the scenario with a place named after where it is: "Humen", "Humen swap". */
CorScenario *cor_map_pane_add_named (CorMapPane *self, CorScenario *scenario, CorItemKind kind, int which, CorLonLat at, char **id);

/** cor_map_pane_route_point: a point of the route that is drawn; @site: (nullable): the site there; @by_way_of: not yet its end. */
void cor_map_pane_route_point (CorMapPane *self, const char *site, CorLonLat at, gboolean by_way_of);

/** cor_map_pane_show_route: brings a new route into sight once it is laid, where part of it lies outside the map. */
void cor_map_pane_show_route (CorMapPane *self, const char *id);

/** cor_map_pane_show_drawn: does so, where the scene has its line by now. */
void cor_map_pane_show_drawn (CorMapPane *self);

/** cor_map_pane_route_from: begins a route at a site, or where @site is %NULL at @at. */
void cor_map_pane_route_from (CorMapPane *self, const char *site, CorLonLat at);

/** cor_map_pane_forget_points: the route or measure tool starts over. */
void cor_map_pane_forget_points (CorMapPane *self);

/**
 * cor_map_pane_take_point: the route or measure tool ends at @site, or with %NULL where its line ends.
 *
 * Returns: whether there was something to end, or begin
 */
gboolean cor_map_pane_take_point (CorMapPane *self, const char *site);

/** cor_map_pane_take_back: takes the last point back; whether there was one. */
gboolean cor_map_pane_take_back (CorMapPane *self);

/** cor_map_points_new: an empty list of #CorMapPoint. */
GArray *cor_map_points_new (void);

/** cor_map_pane_measure_click: a point of what is measured; the second press of two ends it. */
void cor_map_pane_measure_click (CorMapPane *self, CorLonLat at, int n_press);

/** cor_map_pane_is_empty: whether no site, station or route is in the scenario. */
gboolean cor_map_pane_is_empty (CorMapPane *self);

/** cor_map_pane_show_live: the line over the points clicked and on to the pointer, along the roads. */
void cor_map_pane_show_live (CorMapPane *self, CorLonLat pointer);

/** cor_map_pane_stop_live: what is still being looked for is not shown. */
void cor_map_pane_stop_live (CorMapPane *self);

/** cor_map_pane_road_problem: (transfer full): why no line or reach was found, for the place that is pointed at. */
char *cor_map_pane_road_problem (const GError *error);

/** cor_map_pane_show_access: the piece between a place and its road. */
void cor_map_pane_show_access (CorMapPane *self, const CorSnap *snap);

/** cor_map_pane_show_road: the same of a place that is being placed; none where no road is near. */
void cor_map_pane_show_road (CorMapPane *self, CorLonLat at);

/** cor_map_pane_has_road: whether a road can be got to from there; @text (out): why not, or that it is far. */
gboolean cor_map_pane_has_road (CorMapPane *self, CorLonLat at, char **text);

/** cor_map_pane_tell_far: tells that a site or station lies far from any road, where it does, and what that means. */
void cor_map_pane_tell_far (CorMapPane *self, CorItemKind kind, const char *id);

/** cor_map_pane_show_hint: what to do next with the tool that is on; nothing for selecting. */
void cor_map_pane_show_hint (CorMapPane *self);

/** cor_map_pane_show_text: (nullable): in the place of the hint. */
void cor_map_pane_show_text (CorMapPane *self, const char *text);

/** cor_map_pane_room_for_hint: the hint stands where the search is not open. */
void cor_map_pane_room_for_hint (CorMapPane *self);

/** cor_map_pane_tell: shows a text for a while. */
void cor_map_pane_tell (CorMapPane *self, const char *text);

/** cor_map_pane_queue_scene: what lies on the map is made anew, once a frame at most. */
void cor_map_pane_queue_scene (CorMapPane *self);

/** cor_map_pane_results_changed: the map shows the results that the session has now. */
void cor_map_pane_results_changed (CorMapPane *self);

/** cor_map_pane_show_reach: the roads that a truck can reach from a place. */
void cor_map_pane_show_reach (CorMapPane *self, CorLonLat from);

/** cor_map_pane_update_reach: the same with what the results are now. */
void cor_map_pane_update_reach (CorMapPane *self);

/** cor_map_pane_hide_reach: no more. */
void cor_map_pane_hide_reach (CorMapPane *self);

/** cor_map_pane_back_to_select: the tool is done. */
void cor_map_pane_back_to_select (CorMapPane *self);

/** cor_map_pane_show_bubble: what the drag does so far; hidden while nothing is dragged. */
void cor_map_pane_show_bubble (CorMapPane *self);

/** cor_map_pane_scenario: the state of the document. */
CorScenario *cor_map_pane_scenario (CorMapPane *self);

G_END_DECLS
