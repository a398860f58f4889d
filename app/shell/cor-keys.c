/* cor-keys.c: the keys of the program and the window that lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-keys.h"

/* Rows of a column of the window that lists the keys. */
#define COLUMN_ROWS 12u

/* The keys, the same as in shortcuts.ui: a test compares them. */
static const struct
{
  const char *action;
  const char *keys[3];
} table[] = {
  { "app.quit", { "<Control>q", NULL, NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL, NULL } },
  { "app.help::", { "F1", NULL, NULL } },
  { "app.preferences", { "<Control>comma", NULL, NULL } },
  { "app.new-window", { "<Control><Shift>n", NULL, NULL } },
  { "win.new", { "<Control>n", NULL, NULL } },
  { "win.open", { "<Control>o", NULL, NULL } },
  { "win.save", { "<Control>s", NULL, NULL } },
  { "win.save-as", { "<Control><Shift>s", NULL, NULL } },
  { "win.import", { "<Control>i", NULL, NULL } },
  { "win.export-report", { "<Control>e", NULL, NULL } },
  { "win.print-report", { "<Control>p", NULL, NULL } },
  { "win.close", { "<Control>w", NULL, NULL } },
  { "win.undo", { "<Control>z", NULL, NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "win.rename", { "F2", NULL, NULL } },
  { "win.duplicate", { "<Control>d", NULL, NULL } },
  { "win.add-truck", { "<Control><Alt>3", NULL, NULL } },
  { "win.add-duty", { "<Control><Alt>4", NULL, NULL } },
  { "win.plan", { "<Control>l", NULL, NULL } },
  { "win.siting", { "<Control><Shift>b", NULL, NULL } },
  { "win.pin-baseline", { "<Control>b", NULL, NULL } },
  { "win.compare", { "<Control><Shift>v", NULL, NULL } },
  { "win.sure", { "<Control>u", NULL, NULL } },
  { "win.new-variant", { "<Control><Shift>d", NULL, NULL } },
  { "win.select-scenario", { "<Control><Shift>p", NULL, NULL } },
  { "win.find-on-map", { "<Control>f", NULL, NULL } },
  { "win.find", { "<Control><Shift>f", NULL, NULL } },
  { "win.tool::select", { "<Alt>s", NULL, NULL } },
  { "win.tool::route", { "<Alt>r", NULL, NULL } },
  { "win.tool::station", { "<Alt>t", NULL, NULL } },
  { "win.tool::site", { "<Alt>i", NULL, NULL } },
  { "win.tool::measure", { "<Alt>m", NULL, NULL } },
  { "win.colour::parity", { "<Alt>1", NULL, NULL } },
  { "win.colour::charge", { "<Alt>2", NULL, NULL } },
  { "win.colour::detour", { "<Alt>3", NULL, NULL } },
  { "win.colour::load", { "<Alt>4", NULL, NULL } },
  { "win.colour::emissions", { "<Alt>5", NULL, NULL } },
  { "win.stations", { "<Control><Shift>l", NULL, NULL } },
  { "win.fit", { "<Control>0", NULL, NULL } },
  { "win.fit-selected", { "<Control>9", NULL, NULL } },
  { "win.show-list", { "F9", NULL, NULL } },
  { "win.show-inspector", { "<Shift>F9", NULL, NULL } },
  { "win.show-charts", { "F8", NULL, NULL } },
};

static gboolean
leave_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

/* GTK's keys for its inspector: Control+Shift+D makes a variant here, and asked in every other window, by a dialog
 * without a window of its own, whether to debug the program. GTK_DEBUG=interactive opens the inspector still. Classes of
 * windows copy this when they are first used. */
static void
leave_inspector (void)
{
  GtkWindowClass *klass = g_type_class_ref (GTK_TYPE_WINDOW);

  klass->enable_debugging = leave_debugging;
  g_type_class_unref (klass);
}

void
cor_keys_set (GtkApplication *app)
{
  leave_inspector ();
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (app, table[i].action, table[i].keys);
}

void
cor_keys_show (GtkApplicationWindow *window)
{
  GtkShortcutsWindow *overlay = gtk_application_window_get_help_overlay (window);

  if (overlay == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (COR_KEYS_RESOURCE);

      overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
      /* Broken into pages once all groups are there: GTK breaks anew with each that is added, and mixes them up. */
      g_object_set (gtk_builder_get_object (builder, "section"), "max-height", COLUMN_ROWS, NULL);
      gtk_application_window_set_help_overlay (window, overlay);
    }
  gtk_window_present (GTK_WINDOW (overlay));
}
