/* test-monkey.c: a seeded driver without sense at the real window: actions, clicks, keys, drags.
 *
 * Usage: test-monkey [--steps=N] [--seed=S] [--log=FILE]. Whatever it does there is no critical and
 * no crash; the state is the same when it is written and read again; undo all the way gives the
 * exact first state and redo the exact last. What it can do is in monkey-*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey.h"

#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* After so many steps the state is written and read again. */
#define CHECK_EVERY 50

static int n_steps = 600;
static int seed = 20260101;
static char *log_path;

/* The arrows of a file chooser's path bar come into sight while it is laid out and have no size in that
 * frame, in any program. Of a widget GTK tells the address alone; any other is named with all it is in. */
static gboolean
is_path_bar (const char *message)
{
  void *address = NULL;

  if (sscanf (message, "Trying to snapshot %*s %p without", &address) != 1)
    return FALSE;
  for (GtkWidget *widget = address; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkPathBar"))
      return TRUE;
  for (GtkWidget *widget = address; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_printerr ("  in %s %s\n", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
  return FALSE;
}

/* A menu that finds no screen, as below, has no room for what is in it either. */
static gboolean
is_menu_without_room (const char *message)
{
  void *address = NULL;
  GtkWidget *parent;

  if (sscanf (message, "gtk_widget_size_allocate(): attempt to allocate GtkScrolledWindow scrolledwindow %p with width -", &address) != 1)
    return FALSE;
  parent = gtk_widget_get_parent (address);
  return parent != NULL && g_str_equal (G_OBJECT_TYPE_NAME (parent), "GtkPopoverContent");
}

/* What GTK 4.8 says of itself and goes on from; nothing else may be said.
 *
 * @begin, @part, @end: what the message begins with, has in it, ends with; any may be %NULL
 * @source: what GTK calls the moment at which it says so; %NULL for any
 */
static struct
{
  const char *begin, *part, *end, *source;
  guint n;
} passed[] = {
  /* It counts presses wrongly where what was pressed is hidden or given another parent before the release. */
  { "Broken accounting of active state", NULL, NULL, NULL, 0 },
  /* A menu whose button is scrolled away or off the screen, opened by a key: it finds no screen there. */
  { NULL, "gdk_monitor_get_geometry: assertion", NULL, NULL, 0 },
  { NULL, "attempt to allocate GtkPopoverContent contents", NULL, NULL, 0 },
  /* The screen's answer to a surface that is gone by then. */
  { NULL, "_gdk_frame_clock_uninhibit_freeze: assertion", NULL, NULL, 0 },
  /* The pointer rests on an open drop-down's list, beside the window, and the drop-down is taken away: GTK takes
   * the tooltip that is due out of a window that is closed, but not out of such a list, which it also keeps. A
   * program of nothing but one drop-down says so too. It finds nothing there, and goes on. */
  { "gdk_surface_get_device_position: assertion", NULL, NULL, "[gtk] tooltip_popup_timeout", 0 },
  { "_gtk_widget_find_at_coords: assertion", NULL, NULL, "[gtk] tooltip_popup_timeout", 0 },
  /* The wheel turned past the end of what scrolls, which is taken out of its window within 50 ms: it is told to swing
   * back then. A program of nothing but a scrolled window says so too. */
  { "gdk_frame_clock_get_frame_time: assertion", NULL, NULL, "[gtk] start_scroll_deceleration_cb", 0 },
  /* A list or table that is laid out while a key moves in it. */
  { NULL, NULL, "ListView failed to scroll to given position. Ignoring...", NULL, 0 },
  /* The numbers below a GtkShortcutsWindow of two pages, in any program. */
  { "GtkLabel", "reported min width -", NULL, NULL, 0 },
};

static gboolean
is_of_gtk (const char *message, gboolean count)
{
  GSource *now = g_main_current_source ();
  const char *source = now != NULL ? g_source_get_name (now) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    if ((passed[i].begin == NULL || g_str_has_prefix (message, passed[i].begin))
        && (passed[i].part == NULL || strstr (message, passed[i].part) != NULL)
        && (passed[i].end == NULL || g_str_has_suffix (message, passed[i].end))
        && (passed[i].source == NULL || g_strcmp0 (passed[i].source, source) == 0))
      {
        passed[i].n += count;
        return TRUE;
      }
  return is_path_bar (message) || is_menu_without_room (message);
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && is_of_gtk (fields[i].value, TRUE))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n, data);
}

/* In place of what GLib's tests do with a warning: they call the whole run a failure before they ask. */
static void
write_plain (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (!is_of_gtk (message, TRUE))
    g_log_default_handler (domain, level, message, data);
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_of_gtk (message, FALSE);
}

/* Both texts into files beside the log, for a person to compare. */
static void
keep_texts (GBytes *kept, GBytes *read)
{
  g_autofree char *one = g_strconcat (log_path, ".kept", NULL), *two = g_strconcat (log_path, ".read", NULL);

  g_file_set_contents (one, g_bytes_get_data (kept, NULL), (gssize) g_bytes_get_size (kept), NULL);
  g_file_set_contents (two, g_bytes_get_data (read, NULL), (gssize) g_bytes_get_size (read), NULL);
}

/* The state survives being written and read. */
static void
check (Monkey *m)
{
  CorScenario *now = cor_document_get_base (monkey_document (m));
  g_autoptr (GBytes) bytes = cor_scenario_to_bytes (now);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) again = cor_scenario_from_bytes (bytes, &error);
  g_autoptr (GBytes) twice = NULL;

  if (again == NULL)
    g_error ("seed %d, step %d: cannot be read again: %s", seed, m->step, error->message);
  if (cor_scenario_equal (again, now))
    return;
  twice = cor_scenario_to_bytes (again);
  if (log_path != NULL)
    keep_texts (bytes, twice);
  g_error ("seed %d, step %d: read again it is another", seed, m->step);
}

static void
all_the_way (Monkey *m, gboolean undo)
{
  CorDocument *document = monkey_document (m);

  while (undo ? cor_document_can_undo (document) : cor_document_can_redo (document))
    undo ? cor_document_undo (document) : cor_document_redo (document);
  ui_wait (50);
}

/* What it left to be worked out may be anything, and takes as long as it takes. */
static void
settle (Monkey *m)
{
  while (cor_session_get_computing (m->ui.session))
    ui_wait (50);
}

static void
expect (Monkey *m, GBytes *bytes, const char *what)
{
  g_autoptr (GBytes) now = cor_scenario_to_bytes (cor_document_get_base (monkey_document (m)));

  if (log_path != NULL && !g_bytes_equal (now, bytes))
    keep_texts (bytes, now);
  if (!g_bytes_equal (now, bytes))
    g_error ("seed %d: %s is not what it was", seed, what);
}

static void
tell (Monkey *m, gint64 start)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, count;

  g_hash_table_iter_init (&iter, m->counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    g_string_append_printf (text, ", %s %d", (const char *) name, GPOINTER_TO_INT (count));
  g_test_message ("%d steps with seed %d in %.0f s%s", n_steps, seed,
                  (double) (g_get_monotonic_time () - start) / 1e6, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    if (passed[i].n > 0)
      g_test_message ("let pass %u times: %s", passed[i].n,
                      passed[i].begin ? passed[i].begin : passed[i].part ? passed[i].part : passed[i].end);
}

static void
test_monkey (void)
{
  Monkey m = { 0 };
  g_autoptr (GBytes) first = NULL, last = NULL;
  gint64 start = g_get_monotonic_time ();

  g_log_set_default_handler (write_plain, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  monkey_begin (&m, (guint) seed, log_path);
  first = cor_scenario_to_bytes (cor_document_get_base (monkey_document (&m)));
  for (m.step = 1; m.step <= n_steps; m.step++)
    {
      monkey_step (&m);
      if (m.step % CHECK_EVERY == 0)
        check (&m);
    }
  ui_wait (200);
  monkey_tidy (&m);
  settle (&m);
  all_the_way (&m, FALSE);
  last = cor_scenario_to_bytes (cor_document_get_base (monkey_document (&m)));
  all_the_way (&m, TRUE);
  expect (&m, first, "the first state");
  all_the_way (&m, FALSE);
  expect (&m, last, "the last state");
  settle (&m);
  tell (&m, start);
  monkey_end (&m);
}

/* Takes the options that are the monkey's own; the rest is for the test framework. */
static void
take_options (int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "steps", 0, 0, G_OPTION_ARG_INT, &n_steps, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, NULL, NULL },
    { "log", 0, 0, G_OPTION_ARG_FILENAME, &log_path, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_parse (context, argc, argv, NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("corridor-monkey-XXXXXX", NULL);

  /* A monkey that finds a way to write a file writes it there. */
  g_setenv ("HOME", home, TRUE);
  take_options (&argc, &argv);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (g_chdir (home), ==, 0);
  g_test_add_func ("/monkey", test_monkey);
  return g_test_run ();
}
