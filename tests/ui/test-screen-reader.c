/* test-screen-reader.c: the main job through the accessibility bus, as a screen reader has it: the
 * program runs by itself and is known only by the names, roles, values and actions it tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../sanitized.h"

#include <atspi/atspi.h>
#include <gio/gio.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiValue, g_object_unref)

/* How long to wait for something to appear: tenths of a second. A sanitizer takes ten times as long. */
#define PATIENCE (is_sanitized () ? 3000u : 300u)

typedef struct
{
  GSubprocess *program;
  AtspiAccessible *window;
} Walk;

typedef gboolean (*Is) (AtspiAccessible *node, const char *text);

static char *
name_of (AtspiAccessible *node)
{
  char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL ? name : g_strdup ("");
}

/* The first node below @root, itself included, for which @is holds. */
static AtspiAccessible *
find (AtspiAccessible *root, Is is, const char *text)
{
  int n;

  if (root == NULL)
    return NULL;
  if (is (root, text))
    return g_object_ref (root);
  n = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found = find (child, is, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_named (AtspiAccessible *node, const char *text)
{
  g_autofree char *name = name_of (node);

  return g_str_has_prefix (name, text);
}

static gboolean
is_button (AtspiAccessible *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_PUSH_BUTTON && is_named (node, text);
}

static gboolean
is_spin (AtspiAccessible *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_SPIN_BUTTON && is_named (node, text);
}

static gboolean
is_line (AtspiAccessible *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_LIST_ITEM && is_named (node, text);
}

/* The window shows what is asked for within some time. */
static AtspiAccessible *
await (Walk *walk, Is is, const char *text)
{
  for (guint i = 0; i < PATIENCE; i++)
    {
      AtspiAccessible *found = find (walk->window, is, text);

      if (found != NULL)
        return found;
      atspi_accessible_clear_cache (walk->window);
      g_usleep (G_USEC_PER_SEC / 10);
    }
  g_test_message ("nothing is called “%s”", text);
  g_test_fail ();
  return NULL;
}

static AtspiAccessible *
find_window (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) program = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = program != NULL ? name_of (program) : NULL;

      if (g_strcmp0 (name, "corridor") == 0 && atspi_accessible_get_child_count (program, NULL) > 0)
        return atspi_accessible_get_child_at_index (program, 0, NULL);
    }
  return NULL;
}

static void
open_program (Walk *walk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *scenario
    = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "scenarios", "eastern-port.corridor", NULL);

  walk->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("CORRIDOR_PROGRAM"), scenario, NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < PATIENCE && walk->window == NULL; i++)
    {
      walk->window = find_window ();
      g_usleep (G_USEC_PER_SEC / 10);
    }
  g_assert_nonnull (walk->window);
}

static void
close_program (Walk *walk, gconstpointer data)
{
  g_clear_object (&walk->window);
  g_subprocess_send_signal (walk->program, 15);
  g_subprocess_wait (walk->program, NULL, NULL);
  g_clear_object (&walk->program);
}

static void
press (AtspiAccessible *node)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (node);

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
}

/* Window, numbers, list, charts and the map say what they are. */
static void
test_orientation (Walk *walk, gconstpointer data)
{
  static const char *const named[] = { "TCO parity year: 20", "Detour share: ", "Emissions, well to wheel: −", "Public cost: ",
                                       "The scenario", "Map", "TCO gap to diesel", "Grid emission factor in use: " };
  g_autofree char *title = name_of (walk->window);

  g_assert_cmpstr (title, ==, "Eastern port corridor");
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (AtspiAccessible) node = await (walk, is_named, named[i]);

      g_assert_nonnull (node);
    }
}

/* Whether a name is the toolkit's for a class, which tells nobody anything. */
static gboolean
is_class_name (const char *name)
{
  return *name == '\0' || g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Adw")
         || g_str_has_prefix (name, "Cor") || g_str_has_prefix (name, "Shumate");
}

static guint
count_unnamed (AtspiAccessible *node, guint *focusable)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);
  AtspiRole role = atspi_accessible_get_role (node, NULL);
  g_autofree char *name = name_of (node);
  int n = atspi_accessible_get_child_count (node, NULL);
  guint unnamed = 0;

  /* Containers are not announced by themselves. */
  if (atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE) && role != ATSPI_ROLE_SCROLL_PANE
      && role != ATSPI_ROLE_LIST)
    {
      (*focusable)++;
      if (is_class_name (name))
        {
          g_autofree char *kind = atspi_accessible_get_role_name (node, NULL);
          g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);
          g_autofree char *above = parent != NULL ? name_of (parent) : NULL;

          g_test_message ("a %s without a name (“%s”) in “%s”", kind, name, above);
          unnamed++;
        }
    }
  /* What is in a drop-down is spoken by it; the bar above the map is hidden until it has a message. */
  if (role == ATSPI_ROLE_COMBO_BOX || g_str_equal (name, "GtkInfoBar"))
    return unnamed;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        unnamed += count_unnamed (child, focusable);
    }
  return unnamed;
}

/* What can be reached by keyboard has a name. */
static void
test_names (Walk *walk, gconstpointer data)
{
  G_GNUC_UNUSED g_autoptr (AtspiAccessible) ready = await (walk, is_named, "TCO parity year: 20");
  guint focusable = 0;

  g_assert_cmpuint (count_unnamed (walk->window, &focusable), ==, 0);
  g_assert_cmpuint (focusable, >, 100);
}

/* Another year through the value of a field; the number follows; Undo takes it back. */
static void
test_edit_and_undo (Walk *walk, gconstpointer data)
{
  G_GNUC_UNUSED g_autoptr (AtspiAccessible) before = await (walk, is_named, "Cost parts, 2027");
  g_autoptr (AtspiAccessible) year = await (walk, is_spin, "Model year shown");
  g_autoptr (AtspiValue) value = atspi_accessible_get_value_iface (year);
  g_autoptr (AtspiAccessible) after = NULL;
  g_autoptr (AtspiAccessible) undo = NULL;
  g_autoptr (AtspiAccessible) again = NULL;

  g_assert_nonnull (value);
  g_assert_cmpfloat (atspi_value_get_current_value (value, NULL), ==, 2027);
  g_assert_true (atspi_value_set_current_value (value, 2030, NULL));
  after = await (walk, is_named, "Cost parts, 2030");
  undo = await (walk, is_button, "Undo");
  press (undo);
  again = await (walk, is_named, "Cost parts, 2027");
  g_assert_nonnull (after);
  g_assert_nonnull (again);
}

/* A line of the list tells its name and its parity year in one breath. */
static void
test_list (Walk *walk, gconstpointer data)
{
  g_autoptr (AtspiAccessible) line = await (walk, is_line, "Yantian – Nansha, 20");

  g_assert_nonnull (line);
}

/* The card of a number opens by its button and names the formula's inputs. */
static void
test_card (Walk *walk, gconstpointer data)
{
  g_autoptr (AtspiAccessible) number = await (walk, is_named, "Detour share: ");
  g_autoptr (AtspiAccessible) button = find (number, is_button, "Where this figure comes from");
  g_autoptr (AtspiAccessible) program = atspi_accessible_get_parent (walk->window, NULL);
  int before = atspi_accessible_get_child_count (program, NULL);
  int now = before;

  g_assert_nonnull (button);
  press (button);
  for (guint i = 0; i < PATIENCE && now == before; i++)
    {
      g_usleep (G_USEC_PER_SEC / 10);
      atspi_accessible_clear_cache (program);
      now = atspi_accessible_get_child_count (program, NULL);
    }
  g_assert_cmpint (now, ==, before + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* The bus warns while the program is still starting; that is waited for. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  atspi_init ();
  g_test_add ("/screen-reader/orientation", Walk, NULL, open_program, test_orientation, close_program);
  g_test_add ("/screen-reader/names", Walk, NULL, open_program, test_names, close_program);
  g_test_add ("/screen-reader/edit-and-undo", Walk, NULL, open_program, test_edit_and_undo, close_program);
  g_test_add ("/screen-reader/list", Walk, NULL, open_program, test_list, close_program);
  g_test_add ("/screen-reader/card", Walk, NULL, open_program, test_card, close_program);
  return g_test_run ();
}
