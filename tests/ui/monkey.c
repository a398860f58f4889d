/* monkey.c: what the monkey does, step by step, and the windows it leaves behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey-private.h"

#include <gdk/x11/gdkx.h>
#include <signal.h>

void
monkey_say (Monkey *m, const char *format, ...)
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

int
monkey_pick (Monkey *m, int n)
{
  return g_rand_int_range (m->rand, 0, n);
}

CorDocument *
monkey_document (Monkey *m)
{
  return cor_session_get_document (m->ui.session);
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
    {
      /* That alone leaves the dialog where it is. */
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "discard");
      gtk_window_destroy (window);
    }
  else
    gtk_window_close (window);
}

static void
tidy (Monkey *m, gboolean all)
{
  g_autoptr (GPtrArray) shown = monkey_windows ();
  gboolean crowded = shown->len > 5;

  for (guint i = 0; i < shown->len; i++)
    {
      GtkWindow *window = g_ptr_array_index (shown, i);

      /* One that is closed takes those above it with it. */
      if (window != GTK_WINDOW (m->ui.window) && gtk_widget_get_mapped (GTK_WIDGET (window))
          && (all || crowded || GTK_IS_FILE_CHOOSER (window) || monkey_pick (m, 12) == 0))
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
    { "actions", monkey_action, 5 }, { "edits", monkey_edit, 3 },       { "clicks", monkey_click, 4 },
    { "drags", monkey_drag, 2 },     { "map drags", monkey_drag_object, 1 }, { "keys", monkey_key, 4 },
    { "wheel", monkey_wheel, 1 },    { "controls", monkey_control, 4 }, { "pastes", monkey_paste, 1 },
    { "undos", monkey_undo, 3 },
  };
  int all = 0, i = 0, which;

  for (guint k = 0; k < G_N_ELEMENTS (acts); k++)
    all += acts[k].share;
  for (which = monkey_pick (m, all); which >= acts[i].share; i++)
    which -= acts[i].share;
  acts[i].act (m);
  g_hash_table_insert (m->counts, (gpointer) acts[i].name,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (m->counts, acts[i].name)) + 1));
  ui_wait ((guint) (4 + monkey_pick (m, 12)));
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
  monkey_start_hand (m);
  monkey_focus (m, GTK_WIDGET (m->ui.window));
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
