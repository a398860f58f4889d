/* cor-application.c: the program: one instance, its windows, preferences and credits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application-private.h"

#include "cor-about.h"
#include "cor-behind.h"
#include "cor-break-even-window.h"
#include "cor-cash-flow-window.h"
#include "cor-compare-window.h"
#include "cor-config.h"
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-help-window.h"
#include "cor-import-window.h"
#include "cor-keys.h"
#include "cor-look.h"
#include "cor-network-window.h"
#include "cor-plan-window.h"
#include "cor-preferences.h"
#include "cor-recover.h"
#include "cor-region-window.h"
#include "cor-settings.h"
#include "cor-siting-window.h"
#include "cor-stations-window.h"
#include "cor-sure-window.h"
#include "cor-tooltips.h"
#include "cor-trace-window.h"
#include "cor-units-setting.h"
#include "cor-window.h"
#include "cor-workshop.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

G_DEFINE_FINAL_TYPE (CorApplication, cor_application, ADW_TYPE_APPLICATION)

void
cor_application_setup_language (void)
{
  GSettings *settings = cor_settings_get ();
  g_autofree char *language = settings ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && !g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  else /* there and empty is as none, and can be set later without moving what other threads look into */
    g_setenv ("LANGUAGE", "", FALSE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, cor_data_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

GList *
cor_application_hold_windows (CorApplication *self)
{
  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  return g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), (GCopyFunc) (GCallback) g_object_ref, NULL);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows = cor_application_hold_windows (data);

  cor_application_remember_session (data);
  COR_APPLICATION (data)->ending = TRUE;
  for (GList *l = windows; l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_about_show (gtk_application_get_active_window (data));
}

/* The page about what a window shows, empty for the first page. */
static const char *
page_of (GtkWindow *window)
{
  static const struct
  {
    GType (*type) (void);
    const char *page;
  } pages[] = { { cor_workshop_get_type, "workshop" },       { cor_plan_window_get_type, "plan" },
                { cor_stations_window_get_type, "stations" }, { cor_siting_window_get_type, "stations" },
                { cor_sure_window_get_type, "uncertainty" },  { cor_break_even_window_get_type, "uncertainty" },
                { cor_region_window_get_type, "emissions" },  { cor_cash_flow_window_get_type, "parity-year" },
                { cor_compare_window_get_type, "parity-year" }, { cor_import_window_get_type, "own-data" },
                { cor_network_window_get_type, "own-data" },  { cor_trace_window_get_type, "sources" } };

  for (guint i = 0; window != NULL && i < G_N_ELEMENTS (pages); i++)
    if (G_OBJECT_TYPE (window) == pages[i].type ())
      return pages[i].page;
  return "";
}

/* The parameter is the page; empty for that of the window at hand. */
static void
help_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *page = g_variant_get_string (parameter, NULL);

  cor_help_show (data, *page != '\0' ? page : page_of (gtk_application_get_active_window (data)));
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_preferences_show (gtk_application_get_active_window (data));
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (cor_window_new (data)));
}

/* What is asked of an engine. */
typedef struct
{
  CorEngine *engine;
  CorScenario *scenario;
  GCancellable *cancellable;
} Question;

static gpointer
answer (gpointer data)
{
  const Question *question = data;

  return cor_engine_evaluate_until (question->engine, question->scenario, question->cancellable);
}

/* While something is dragged, the window comes before the figures. */
static gpointer
evaluate (gpointer engine, CorScenario *scenario, GCancellable *cancellable)
{
  Question question = { engine, scenario, cancellable };

  return cor_behind_run (answer, &question);
}

static gpointer
results_ref (gpointer results)
{
  return cor_results_ref (results);
}

static void
results_unref (gpointer results)
{
  cor_results_unref (results);
}

static gpointer
engine_ref (gpointer engine)
{
  return cor_engine_ref (engine);
}

static void
engine_unref (gpointer engine)
{
  cor_engine_unref (engine);
}

static void
load_engine (CorApplication *self)
{
  self->engine = cor_engine_new_default (&self->broken);
  if (self->engine == NULL)
    return;
  self->session_engine = (CorSessionEngine){ .evaluate = evaluate,
                                             .ref = results_ref,
                                             .unref = results_unref,
                                             .data = self->engine,
                                             .data_ref = engine_ref,
                                             .data_unref = engine_unref,
                                             .defaults = cor_engine_defaults (self->engine),
                                             .factors = cor_engine_factors (self->engine) };
}

static void
cor_application_startup (GApplication *app)
{
  const GActionEntry entries[] = {
    { "quit", quit_activated, NULL, NULL, NULL, { 0 } },
    { "help", help_activated, "s", NULL, NULL, { 0 } },
    { "about", about_activated, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_activated, NULL, NULL, NULL, { 0 } },
    { "new-window", new_window_activated, NULL, NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (cor_application_parent_class)->startup (app);
  cor_tooltips_keep_whole ();
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), app);
  cor_keys_set (GTK_APPLICATION (app));
  load_engine (COR_APPLICATION (app));
  cor_look_follow (app);
  cor_units_setting_follow (GTK_APPLICATION (app));
  gtk_window_set_default_icon_name (COR_APP_ID);
  cor_application_watch_session (COR_APPLICATION (app));
}

/* Without the data that comes with it the program can do nothing but say so. */
static gboolean
is_broken (CorApplication *self)
{
  GtkWidget *dialog;

  if (self->broken == NULL)
    return FALSE;
  dialog = adw_message_dialog_new (NULL, _ ("Corridor cannot start"), self->broken->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* A window that may take a file: the active one where it shows the start page, else a new one. */
static CorWindow *
free_window (GtkApplication *app)
{
  GtkWindow *active = gtk_application_get_active_window (app);

  if (active != NULL && COR_IS_WINDOW (active) && cor_window_is_empty (COR_WINDOW (active)))
    return COR_WINDOW (active);
  return cor_window_new (COR_APPLICATION (app));
}

/* Once, when there is a window to ask above. */
static void
ask_about_unsaved (CorApplication *self)
{
  if (self->asked || gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL)
    return;
  self->asked = TRUE;
  cor_recover_offer (self);
}

static void
cor_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window == NULL && is_broken (COR_APPLICATION (app)))
    return;
  if (window != NULL)
    gtk_window_present (window);
  else
    cor_application_open_session (COR_APPLICATION (app));
  ask_about_unsaved (COR_APPLICATION (app));
}

static void
cor_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  if (is_broken (COR_APPLICATION (app)))
    return;
  for (int i = 0; i < n_files; i++)
    {
      CorWindow *window = free_window (GTK_APPLICATION (app));

      cor_window_open_any (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
  ask_about_unsaved (COR_APPLICATION (app));
}

static void
cor_application_shutdown (GApplication *app)
{
  cor_application_stop_watching (COR_APPLICATION (app));
  G_APPLICATION_CLASS (cor_application_parent_class)->shutdown (app);
  g_clear_pointer (&COR_APPLICATION (app)->map_base, cor_map_base_free);
  g_clear_pointer (&COR_APPLICATION (app)->map_bases, g_hash_table_unref);
  g_clear_pointer (&COR_APPLICATION (app)->retired, g_ptr_array_unref);
  g_clear_pointer (&COR_APPLICATION (app)->engine, cor_engine_unref);
  g_clear_error (&COR_APPLICATION (app)->broken);
}

static void
cor_application_class_init (CorApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  app_class->startup = cor_application_startup;
  app_class->activate = cor_application_activate;
  app_class->open = cor_application_open;
  app_class->shutdown = cor_application_shutdown;
}

static void
cor_application_init (CorApplication *self)
{
  self->map_bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cor_map_base_free);
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_map_base_free);
}

const CorSessionEngine *
cor_application_get_engine (CorApplication *self)
{
  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  return &self->session_engine;
}

CorApplication *
cor_application_new (GApplicationFlags flags)
{
  return g_object_new (COR_TYPE_APPLICATION, "application-id", COR_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/io/github/corridor_planner/Corridor", NULL);
}
