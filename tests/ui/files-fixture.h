/* files-fixture.h: a window on a file of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

#include "cor-application-private.h"
#include "cor-edit.h"
#include "cor-recover.h"
#include "cor-recovery.h"
#include "cor-settings.h"

#include <glib/gstdio.h>

typedef struct
{
  UiFixture ui;
  char *folder;
  GFile *file;
} Fixture;

static inline CorDocument *
document (Fixture *f)
{
  return cor_session_get_document (f->ui.session);
}

static inline void
set_diesel (Fixture *f, double yuan)
{
  g_assert_true (cor_document_apply (
      document (f),
      cor_edit_parameter (ui_scenario (&f->ui), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL), "Diesel",
      NULL));
}

/* A window on a file of its own. */
static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  ui_open (&f->ui, NULL);
  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  path = g_build_filename (f->folder, "mine.corridor", NULL);
  f->file = g_file_new_for_path (path);
  g_assert_true (cor_document_save (document (f), f->file, COR_SAVE_NONE, NULL));
  ui_wait (50);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_object_unref (f->file);
  ui_close (&f->ui, NULL);
}

static inline double
diesel (Fixture *f)
{
  CorParamValue value;

  g_assert_true (cor_session_get_parameter (f->ui.session, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, &value, NULL));
  return value.value;
}

/* Whether a state of another program, or a kept one, lies in the state folder. */
static inline guint
unsaved_states (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "corridor", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".unsaved");
  return n;
}

static inline GtkInfoBar *
notice (Fixture *f)
{
  return GTK_INFO_BAR (ui_find (GTK_WIDGET (f->ui.window), GTK_TYPE_INFO_BAR, NULL, NULL));
}

static inline void
wait_for_notice (Fixture *f, gboolean revealed)
{
  ui_until (gtk_info_bar_get_revealed (notice (f)) == revealed);
  g_assert_true (gtk_info_bar_get_revealed (notice (f)) == revealed);
}

/* The file as another program would leave it: with another price of diesel. */
static inline void
change_on_disk (Fixture *f)
{
  g_autoptr (CorScenario) theirs = cor_edit_parameter (cor_document_get_base (document (f)), COR_ITEM_HEAD, NULL,
                                                       COR_PARAM_DIESEL_PRICE, 11.5, NULL);
  g_autofree char *path = g_file_get_path (f->file);
  CorScenarioFile *written = cor_scenario_file_save (theirs, path, NULL, NULL);

  g_assert_nonnull (written);
  cor_scenario_file_free (written);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
