/* test-recovery-slot.c: what is not saved, written in order, tried again, and offered in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-recovery-slot.h"
#include "cor-recovery.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder, *away;
  CorDocument *document;
} Fixture;

static CorScenario *
at (double celsius)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  return cor_edit_number (empty, COR_ITEM_HEAD, NULL, "temperature_c", celsius, NULL);
}

static void
set_temperature (Fixture *f, double celsius)
{
  g_assert_true (cor_document_apply (f->document, at (celsius), "", NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("corridor-slot-XXXXXX", NULL);
  f->away = g_strconcat (f->folder, "-away", NULL);
  f->document = cor_document_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  g_object_unref (f->document);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->away);
}

/* The temperature of a slot's state; -1000 without one. */
static double
kept_in (CorRecoverySlot *slot)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *variant = NULL;
  g_autoptr (CorScenario) scenario = cor_recovery_slot_read (slot, &file, &time, &variant, NULL);

  return scenario != NULL ? cor_scenario_head (scenario)->temperature_c : -1000;
}

/* The one state in the folder, as text; NULL without one. */
static char *
state_in (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, COR_RECOVERY_STATE))
      {
        g_autofree char *path = g_build_filename (f->folder, name, NULL);
        char *text = NULL;

        g_file_get_contents (path, &text, NULL, NULL);
        return text;
      }
  return NULL;
}

static gboolean
state_says (Fixture *f, const char *what)
{
  g_autofree char *text = state_in (f);

  return text != NULL && g_strstr_len (text, -1, what) != NULL;
}

/* A write that comes late takes nothing back, nor does one that comes after the end. */
static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (CorRecoverySlot) slot = cor_recovery_slot_new (f->folder);
  guint first = cor_recovery_slot_next (slot), second = cor_recovery_slot_next (slot), third;
  g_autoptr (CorScenario) older = at (11), newer = at (22);

  g_assert_true (cor_recovery_slot_write (slot, second, newer, NULL, NULL, NULL));
  g_assert_true (cor_recovery_slot_write (slot, first, older, NULL, NULL, NULL));
  g_assert_cmpfloat (kept_in (slot), ==, 22);
  cor_recovery_slot_clear (slot, first);
  g_assert_cmpfloat (kept_in (slot), ==, 22);
  third = cor_recovery_slot_next (slot);
  cor_recovery_slot_clear (slot, cor_recovery_slot_next (slot));
  g_assert_true (cor_recovery_slot_write (slot, third, older, NULL, NULL, NULL));
  g_assert_cmpfloat (kept_in (slot), ==, -1000);
  third = cor_recovery_slot_next (slot);
  cor_recovery_slot_end (slot);
  g_assert_true (cor_recovery_slot_write (slot, third, older, NULL, NULL, NULL));
  g_assert_cmpfloat (kept_in (slot), ==, -1000);
}

/* The newest is offered first. */
static void
test_newest_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (CorRecoverySlot) slot = cor_recovery_slot_new (f->folder);
      g_autoptr (CorScenario) scenario = at (i);

      g_assert_true (cor_recovery_slot_write (slot, cor_recovery_slot_next (slot), scenario, NULL, NULL, NULL));
      g_usleep (2000);
    }
  found = cor_recovery_find (f->folder);
  g_assert_cmpuint (found->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat (cor_scenario_head (cor_recovered_scenario (g_ptr_array_index (found, i)))->temperature_c, ==, 5 - i);
}

/* Lets the program work until the state says that, for ten seconds at most. */
static void
until (Fixture *f, const char *what)
{
  for (guint i = 0; i < 1000 && !state_says (f, what); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_true (state_says (f, what));
}

/* The folder is gone for a while: what could not be written then is written afterwards, without another edit. */
static void
test_tried_again (Fixture *f, gconstpointer data)
{
  CorRecovery *recovery = cor_recovery_new (f->document, f->folder);
  gint64 end;

  set_temperature (f, 33);
  g_assert_cmpint (g_rename (f->folder, f->away), ==, 0);
  end = g_get_monotonic_time () + (COR_RECOVERY_DELAY_MS + 300) * 1000;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_cmpint (g_rename (f->away, f->folder), ==, 0);
  g_assert_false (state_says (f, "33"));
  until (f, "\"temperature_c\": 33");
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
}

/* An edit while the one before is written: it is written too, without a further one. */
static void
test_edit_meanwhile (Fixture *f, gconstpointer data)
{
  CorRecovery *recovery = cor_recovery_new (f->document, f->folder);

  set_temperature (f, 33);
  g_usleep ((COR_RECOVERY_DELAY_MS + 20) * 1000);
  /* The time is up, and writing begins; that it ended is not heard until the edit is made. */
  g_main_context_iteration (NULL, FALSE);
  for (guint i = 0; i < 1000 && !state_says (f, "\"temperature_c\": 33"); i++)
    g_usleep (5000);
  g_assert_true (state_says (f, "\"temperature_c\": 33"));
  set_temperature (f, 44);
  until (f, "\"temperature_c\": 44");
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
}

/* The variant shown is kept with the state; what an earlier program left has none. */
static void
test_variant (Fixture *f, gconstpointer data)
{
  g_autoptr (CorRecoverySlot) slot = cor_recovery_slot_new (f->folder);
  g_autoptr (CorScenario) scenario = at (20);
  g_autofree char *text = NULL, *path = NULL, *shown = NULL, *none = NULL;
  g_autoptr (GFile) file = NULL, no_file = NULL;
  g_autoptr (GDateTime) time = NULL, earlier = NULL;
  g_autoptr (CorScenario) read = NULL, old = NULL;
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  g_assert_true (cor_recovery_slot_write (slot, cor_recovery_slot_next (slot), scenario, NULL, "warm", NULL));
  read = cor_recovery_slot_read (slot, &file, &time, &shown, NULL);
  g_assert_nonnull (read);
  g_assert_cmpstr (shown, ==, "warm");
  text = state_in (f);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, COR_RECOVERY_STATE))
      path = g_build_filename (f->folder, name, NULL);
  {
    g_autofree char *before = g_strdup_printf ("corridor-unsaved 1\n\n2026-01-02T03:04:05Z\n\n%s", strchr (text, '{'));

    g_assert_true (g_file_set_contents (path, before, -1, NULL));
  }
  old = cor_recovery_slot_read (slot, &no_file, &earlier, &none, NULL);
  g_assert_nonnull (old);
  g_assert_true (cor_scenario_equal (old, scenario));
  g_assert_null (none);
  g_assert_cmpint (g_date_time_get_year (earlier), ==, 2026);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/recovery-slot/order", test_order);
  ADD ("/recovery-slot/newest-first", test_newest_first);
  ADD ("/recovery-slot/tried-again", test_tried_again);
  ADD ("/recovery-slot/edit-meanwhile", test_edit_meanwhile);
  ADD ("/recovery-slot/variant", test_variant);
#undef ADD
  return g_test_run ();
}
