/* monkey.c: what the monkey does: actions, clicks, keys, drags, the use of any control in sight.
 *
 * Clicks, keys and drags are those of the screen (xdotool), so they take every way that a hand's do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey.h"

#include "cor-edit.h"

#include <gdk/x11/gdkx.h>
#include <shumate/shumate.h>
#include <signal.h>

static void
say (Monkey *m, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (Monkey *m, const char *format, ...)
{
  va_list args;

  if (m->log == NULL)
    return;
  fprintf (m->log, "%d ", m->step);
  va_start (args, format);
  vfprintf (m->log, format, args);
  va_end (args);
  fputc ('\n', m->log);
  fflush (m->log);
}

static int
pick (Monkey *m, int n)
{
  return g_rand_int_range (m->rand, 0, n);
}

#define PICK(m, table) ((table)[pick (m, G_N_ELEMENTS (table))])

CorDocument *
monkey_document (Monkey *m)
{
  return cor_session_get_document (m->ui.session);
}

/* xdotool ends where a window that it was to move is gone; then another is started. */
static void
start_hand (Monkey *m)
{
  int in;
  const char *argv[] = { "xdotool", "-", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                            NULL, &in, NULL, NULL, &error);
  g_assert_no_error (error);
  m->hand = fdopen (in, "w");
}

static void
hand (Monkey *m, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
hand (Monkey *m, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  say (m, "%s", line);
  if (fprintf (m->hand, "%s\n", line) >= 0 && fflush (m->hand) == 0)
    return;
  fclose (m->hand);
  start_hand (m);
}

static gulong
xid (GtkWidget *window)
{
  gulong id;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  id = GDK_SURFACE_XID (gtk_native_get_surface (GTK_NATIVE (window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  return id;
}

/* Without a window manager nothing keeps a window on the screen: it cannot be taken by its header. */
static void
pin_down (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); GTK_IS_WINDOW_HANDLE (widget) && i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_GESTURE (controller))
        gtk_widget_remove_controller (widget, controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    pin_down (child);
}

/* The windows that are there, with menus and bubbles left out. */
static GPtrArray *
windows (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GPtrArray *shown = g_ptr_array_new ();

  for (GList *l = all; l != NULL; l = l->next)
    {
      if (!gtk_widget_get_mapped (l->data))
        continue;
      if (g_object_get_data (l->data, "pinned") == NULL)
        pin_down (l->data);
      g_object_set_data (l->data, "pinned", l->data);
      g_ptr_array_add (shown, l->data);
    }
  return shown;
}

/* Something of the scenario, or nothing. */
static const CorItem *
select_any (Monkey *m)
{
  CorSelection *selection = cor_session_get_selection (m->ui.session);
  CorItemKind kind = (CorItemKind) (COR_ITEM_HEAD + 1 + pick (m, COR_N_ITEM_KINDS - 1));
  guint n = 0;
  const CorItem *const *items = cor_scenario_items (ui_scenario (&m->ui), kind, &n);
  const CorItem *item = n > 0 ? items[pick (m, (int) n)] : NULL;

  if (item == NULL)
    cor_selection_clear (selection);
  else
    cor_selection_set (selection, kind, item->id);
  return item;
}

/* A target for an action that wants a text: now and then one that there is not. */
static char *
any_target (Monkey *m, const char *name)
{
  static const char *const files[] = { "points.geojson", "stations.csv", "track.gpx", "missing.kml" };
  static const struct
  {
    const char *name, *target;
  } table[] = {
    { "toggle-policy", "toll_relief" }, { "toggle-policy", "no-such" }, { "add-policy", "energy" },
    { "add-policy", "purchase" },       { "tool", "route" },            { "tool", "station" },
    { "tool", "site" },                 { "tool", "select" },           { "tool", "measure" },
    { "colour", "charge" },             { "colour", "detour" },         { "colour", "parity" },
    { "colour", "load" },               { "colour", "emissions" },      { "grid-factor", "grid-2023" },
    { "help", "start" },                { "variant", "" },              { "export-data", "csv" },
  };
  guint n;
  const CorItem *const *variants = cor_scenario_items (cor_document_get_base (monkey_document (m)), COR_ITEM_VARIANT, &n);

  if (g_str_equal (name, "import-uri"))
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), PICK (m, files), NULL);

      return g_filename_to_uri (path, NULL, NULL);
    }
  if (g_str_equal (name, "variant") && n > 0 && pick (m, 3) > 0)
    return g_strdup (variants[pick (m, (int) n)]->id);
  for (guint i = 0, start = (guint) pick (m, G_N_ELEMENTS (table)); i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[(start + i) % G_N_ELEMENTS (table)].name, name))
      return g_strdup (table[(start + i) % G_N_ELEMENTS (table)].target);
  return g_strdup ("no-such");
}

/* Any action that the window or the program has. */
static void
do_action (Monkey *m)
{
  GActionGroup *group = pick (m, 12) == 0 ? G_ACTION_GROUP (m->ui.app) : G_ACTION_GROUP (m->ui.window);
  g_auto (GStrv) names = g_action_group_list_actions (group);
  const char *name = names[pick (m, (int) g_strv_length (names))];
  const GVariantType *type = g_action_group_get_action_parameter_type (group, name);
  g_autofree char *target = NULL;

  select_any (m);
  if (!g_action_group_get_action_enabled (group, name)
      || (type != NULL && !g_variant_type_equal (type, G_VARIANT_TYPE_STRING)))
    return;
  target = type != NULL ? any_target (m, name) : NULL;
  say (m, "action %s %s", name, target != NULL ? target : "");
  g_action_group_activate_action (group, name, target != NULL ? g_variant_new_string (target) : NULL);
}

/* An edit as the inspector makes it: any parameter of anything that has its own. */
static void
do_edit (Monkey *m)
{
  CorScenario *now = ui_scenario (&m->ui);
  CorParamId id = (CorParamId) pick (m, COR_N_PARAMS);
  const CorParamInfo *info = cor_param_info (id);
  double value = g_rand_double_range (m->rand, MAX (info->lowest, -1e6), MIN (info->highest, 1e6));
  const CorItem *item = select_any (m);
  gboolean own = item != NULL && (item->kind == COR_ITEM_TRUCK || item->kind == COR_ITEM_DUTY);
  CorScenario *next
    = cor_edit_parameter (now, own ? item->kind : COR_ITEM_HEAD, own ? item->id : NULL, id, value, NULL);
  static const char *const keys[] = { NULL, "monkey" };

  say (m, "edit %s %g", info->id, value);
  if (next != NULL)
    cor_document_apply (monkey_document (m), next, "Monkey", PICK (m, keys));
}

static void
do_click (Monkey *m)
{
  hand (m, "mousemove %d %d click --repeat %d --delay 15 %d", pick (m, MONKEY_WIDTH), pick (m, MONKEY_HEIGHT),
        1 + (pick (m, 5) == 0), pick (m, 6) == 0 ? 3 : 1);
}

static void
drag_from (Monkey *m, int x, int y)
{
  hand (m, "mousemove %d %d mousedown 1 mousemove_relative -- %d %d mousemove_relative -- %d %d%s mouseup 1", x, y,
        pick (m, 200) - 100, pick (m, 200) - 100, pick (m, 200) - 100, pick (m, 200) - 100,
        pick (m, 6) == 0 ? " key Escape" : "");
}

static void
do_drag (Monkey *m)
{
  drag_from (m, pick (m, MONKEY_WIDTH), pick (m, MONKEY_HEIGHT));
}

/* A site or a station by its place on the map. */
static void
do_drag_object (Monkey *m)
{
  GtkWidget *map = ui_find (GTK_WIDGET (m->ui.window), SHUMATE_TYPE_MAP, NULL, NULL);
  CorItemKind kind = pick (m, 2) == 0 ? COR_ITEM_SITE : COR_ITEM_STATION;
  guint n;
  const CorItem *const *items = cor_scenario_items (ui_scenario (&m->ui), kind, &n);
  const CorItem *item = n > 0 ? items[pick (m, (int) n)] : NULL;
  graphene_point_t at;
  double x, y;

  if (item == NULL)
    return;
  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (SHUMATE_MAP (map)), map,
                                              cor_item_number (item, cor_item_field (kind, "lat")),
                                              cor_item_number (item, cor_item_field (kind, "lon")), &x, &y);
  if (gtk_widget_compute_point (map, GTK_WIDGET (m->ui.window), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
      && at.x >= 0 && at.y >= 0 && at.x < MONKEY_WIDTH && at.y < MONKEY_HEIGHT)
    drag_from (m, (int) at.x, (int) at.y);
}

/* Keys go to a window that may be another than the first. */
static void
do_key (Monkey *m)
{
  static const char *const keys[] = {
    "Tab",     "shift+Tab", "Return", "Escape", "space",  "Down",   "Up",       "Left",    "Right",  "Delete",
    "a",       "7",         "period", "minus",  "ctrl+a", "ctrl+d", "ctrl+b",   "ctrl+f",  "F8",     "F9",
    "shift+F9", "alt+s",    "alt+r",  "alt+t",  "alt+i",  "alt+1",  "alt+2",    "alt+3",   "ctrl+0", "ctrl+plus",
    "F10",     "Menu",      "Home",   "End",    "BackSpace", "ctrl+c", "ctrl+v", "Page_Down", "plus", "F7",
    "F1",      "ctrl+question", "ctrl+z", "ctrl+shift+z", "Escape", "Escape",
  };
  g_autoptr (GPtrArray) shown = windows ();

  if (pick (m, 4) == 0)
    hand (m, "windowfocus %lu", xid (g_ptr_array_index (shown, (guint) pick (m, (int) shown->len))));
  hand (m, "key %s", PICK (m, keys));
}

static void
do_wheel (Monkey *m)
{
  hand (m, "mousemove %d %d click %d", pick (m, MONKEY_WIDTH), pick (m, MONKEY_HEIGHT), 4 + pick (m, 2));
}

static void
do_undo (Monkey *m)
{
  const char *action = pick (m, 3) == 0 ? "redo" : "undo";

  say (m, "%s", action);
  for (int i = pick (m, 4); i >= 0; i--)
    if (g_action_group_get_action_enabled (G_ACTION_GROUP (m->ui.window), action))
      ui_activate (&m->ui, action, NULL);
}

static gboolean
is_control (GtkWidget *widget, gconstpointer nothing)
{
  return (GTK_IS_BUTTON (widget) && !GTK_IS_LINK_BUTTON (widget)) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_RANGE (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT (widget) || ADW_IS_COMBO_ROW (widget);
}

static void
collect (GtkWidget *root, GPtrArray *controls)
{
  if (!gtk_widget_get_mapped (root) || !gtk_widget_is_sensitive (root))
    return;
  if (is_control (root, NULL))
    g_ptr_array_add (controls, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, controls);
}

/* Whether a hand could reach it: not scrolled away, not below something else. */
static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  GtkWidget *found;

  if (!gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;
  graphene_rect_get_center (&bounds, &middle);
  if (middle.x >= MONKEY_WIDTH || middle.y >= MONKEY_HEIGHT)
    return FALSE;
  found = gtk_widget_pick (window, middle.x, middle.y, GTK_PICK_DEFAULT);
  return found != NULL && (found == widget || gtk_widget_is_ancestor (found, widget));
}

static void
choose_any (Monkey *m, GtkWidget *widget)
{
  GListModel *model = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget))
                                                : adw_combo_row_get_model (ADW_COMBO_ROW (widget));
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  if (n > 0)
    g_object_set (widget, "selected", (guint) pick (m, (int) n), NULL);
}

static void
slide_any (Monkey *m, GtkWidget *widget)
{
  GtkAdjustment *range = gtk_range_get_adjustment (GTK_RANGE (widget));
  double low = gtk_adjustment_get_lower (range), high = gtk_adjustment_get_upper (range);
  gboolean handled;

  if (low < high)
    g_signal_emit_by_name (widget, "change-value", GTK_SCROLL_JUMP, g_rand_double_range (m->rand, low, high), &handled);
}

static void
write_any (Monkey *m, GtkWidget *widget)
{
  static const char *const texts[] = { "", "7", "-1", "0.35", "1e308", "nan", "2030", "1,5", "盐田港", "a b", "%s%n",
                                       "2027-13", "999999999999999999999999" };

  if (!gtk_editable_get_editable (GTK_EDITABLE (widget)))
    return;
  gtk_widget_grab_focus (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), PICK (m, texts));
  g_signal_emit_by_name (widget, "activate");
}

/* A button pressed, a switch turned, a lever moved, a choice made, a text written: any in sight. */
static void
do_control (Monkey *m)
{
  g_autoptr (GPtrArray) shown = windows (), controls = g_ptr_array_new ();
  GtkWidget *window = g_ptr_array_index (shown, (guint) pick (m, (int) shown->len)), *widget;

  collect (window, controls);
  if (controls->len == 0)
    return;
  widget = g_ptr_array_index (controls, (guint) pick (m, (int) controls->len));
  if (!is_in_sight (widget, window))
    return;
  say (m, "use %s %s", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
  g_object_ref (widget);
  if (GTK_IS_SWITCH (widget))
    gtk_switch_set_active (GTK_SWITCH (widget), !gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_RANGE (widget))
    slide_any (m, widget);
  else if (GTK_IS_TEXT (widget))
    write_any (m, widget);
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    choose_any (m, widget);
  g_object_unref (widget);
}

/* Rows as from a spreadsheet, into the window; what stands in an import's window is taken. */
static void
do_paste (Monkey *m)
{
  static const char *const texts[] = {
    "name\tlon\tlat\tpower_kw\nOne\t114.1\t22.7\t120\nTwo\t113.9\t22.6\t240\n",
    "名称,经度,纬度\n甲,114.05,22.55\n乙,114.15,22.65\n",
    "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "nothing of use",
  };
  g_autoptr (GPtrArray) shown = windows ();

  for (guint i = 0; i < shown->len; i++)
    if (gtk_widget_activate_action (g_ptr_array_index (shown, i), "import.add", NULL))
      {
        say (m, "import.add");
        return;
      }
  say (m, "paste");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (m->ui.window)), PICK (m, texts));
  ui_activate (&m->ui, "import-paste", NULL);
}

/* One that asks for a file is closed at once; a second window with changes is left without saving. */
static void
close_window (Monkey *m, GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (GTK_IS_FILE_CHOOSER (window))
    gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_CANCEL);
  else if (ADW_IS_MESSAGE_DIALOG (window) && parent != NULL && parent != GTK_WINDOW (m->ui.window)
           && adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (window), "discard"))
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "discard");
  else
    gtk_window_close (window);
}

static void
tidy (Monkey *m, gboolean all)
{
  g_autoptr (GPtrArray) shown = windows ();
  gboolean crowded = shown->len > 5;

  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (GtkWindow) window = g_object_ref (g_ptr_array_index (shown, i));

      if (window != GTK_WINDOW (m->ui.window)
          && (all || crowded || GTK_IS_FILE_CHOOSER (window) || pick (m, 12) == 0))
        close_window (m, window);
    }
}

void
monkey_tidy (Monkey *m)
{
  for (guint i = 0; i < 10; i++)
    {
      tidy (m, TRUE);
      ui_wait (20);
    }
}

void
monkey_step (Monkey *m)
{
  static const struct
  {
    const char *name;
    void (*act) (Monkey *);
    int share;
  } acts[] = {
    { "actions", do_action, 5 }, { "edits", do_edit, 3 },       { "clicks", do_click, 4 },
    { "drags", do_drag, 2 },     { "map drags", do_drag_object, 1 }, { "keys", do_key, 4 },
    { "wheel", do_wheel, 1 },    { "controls", do_control, 4 }, { "pastes", do_paste, 1 },
    { "undos", do_undo, 3 },
  };
  int all = 0, i = 0, which;

  for (guint k = 0; k < G_N_ELEMENTS (acts); k++)
    all += acts[k].share;
  for (which = pick (m, all); which >= acts[i].share; i++)
    which -= acts[i].share;
  acts[i].act (m);
  g_hash_table_insert (m->counts, (gpointer) acts[i].name,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (m->counts, acts[i].name)) + 1));
  ui_wait ((guint) (4 + pick (m, 12)));
  tidy (m, FALSE);
}

/* What would replace the scenario, end the program, or wait for a person does nothing. */
static void
take_away (Monkey *m)
{
  static const char *const names[] = { "new", "open", "open-uri", "save", "save-as", "close", "print-report" };
  static const char *const app_names[] = { "quit", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (names) + G_N_ELEMENTS (app_names); i++)
    {
      gboolean of_window = i < G_N_ELEMENTS (names);
      GActionMap *map = of_window ? G_ACTION_MAP (m->ui.window) : G_ACTION_MAP (m->ui.app);
      const char *name = of_window ? names[i] : app_names[i - G_N_ELEMENTS (names)];
      GAction *old = g_action_map_lookup_action (map, name);
      g_autoptr (GSimpleAction) nothing = NULL;

      g_assert_nonnull (old);
      nothing = g_simple_action_new (name, g_action_get_parameter_type (old));
      g_action_map_add_action (map, G_ACTION (nothing));
    }
}

static void
write_files (void)
{
  static const struct
  {
    const char *name, *text;
  } files[] = {
    { "points.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"A\",\"x\":{\"deep\":[1,2]}},"
      "\"geometry\":{\"type\":\"Point\",\"coordinates\":[114.1,22.6]}},"
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"B\"},"
      "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[114.1,22.6],[113.9,22.8],[113.6,22.9]]}}]}" },
    { "stations.csv", "name,lon,lat,power_kw,plugs\nOne,114.2,22.7,120,4\nTwo,113.8,22.9,240,8\nThree,,,1,1\n" },
    { "track.gpx", "<gpx><trk><name>T</name><trkseg><trkpt lat=\"22.6\" lon=\"114.1\"/><trkpt lat=\"22.8\" lon=\"113.9\"/>"
                   "</trkseg></trk></gpx>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }
}

static gboolean
stay_open (void)
{
  return TRUE;
}

void
monkey_begin (Monkey *m, guint seed, const char *log_path)
{
  signal (SIGPIPE, SIG_IGN);
  m->rand = g_rand_new_with_seed (seed);
  m->counts = g_hash_table_new (g_str_hash, g_str_equal);
  m->log = log_path != NULL ? fopen (log_path, "w") : NULL;
  write_files ();
  ui_open (&m->ui, NULL);
  take_away (m);
  /* Without a window manager GDK moves windows itself, also one that was closed meanwhile. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gdk_x11_display_error_trap_push (gtk_widget_get_display (GTK_WIDGET (m->ui.window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  gtk_window_set_default_size (GTK_WINDOW (m->ui.window), MONKEY_WIDTH, MONKEY_HEIGHT);
  g_signal_connect (m->ui.window, "close-request", G_CALLBACK (stay_open), NULL);
  start_hand (m);
  hand (m, "windowfocus %lu", xid (GTK_WIDGET (m->ui.window)));
  ui_wait (300);
}

void
monkey_end (Monkey *m)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gdk_x11_display_error_trap_pop_ignored (gtk_widget_get_display (GTK_WIDGET (m->ui.window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  fclose (m->hand);
  g_signal_handlers_disconnect_by_func (m->ui.window, stay_open, NULL);
  /* GTK 4.8 now and then keeps a window that was closed under the hand, its own file chooser too, and
   * such a window the one it belongs to; so that this does not wait for the last reference to go. */
  gtk_window_destroy (GTK_WINDOW (m->ui.window));
  ui_wait (500);
  g_rand_free (m->rand);
  g_hash_table_unref (m->counts);
  g_clear_pointer (&m->log, fclose);
}
