/* cor-application.c: the program: one instance, its windows, preferences and credits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application.h"

#include "cor-about.h"
#include "cor-config.h"
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-help-window.h"
#include "cor-preferences.h"
#include "cor-recover.h"
#include "cor-settings.h"
#include "cor-units-setting.h"
#include "cor-window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

struct _CorApplication
{
  AdwApplication parent_instance;

  CorEngine *engine;
  GError *broken; /* why there is no engine */
  CorSessionEngine session_engine;
  CorMapBase *map_base;
  GHashTable *map_bases; /* of the networks that scenarios name */
  GPtrArray *retired; /* bases that windows may still show */
  guint signal_sources[3];
  gboolean asked; /* about what was not saved last time */
  gboolean ending; /* the windows that are open now are the session */
};

G_DEFINE_FINAL_TYPE (CorApplication, cor_application, ADW_TYPE_APPLICATION)

void
cor_application_setup_language (void)
{
  GSettings *settings = cor_settings_get ();
  g_autofree char *language = settings ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && !g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, cor_data_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A window closed while others stay is no part of the session; the last one is. */
static void
window_removed (CorApplication *self)
{
  if (gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    cor_application_remember_session (self);
}

/* The files of all windows, for the next start. Once the program ends the list stays. */
void
cor_application_remember_session (CorApplication *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;

  g_return_if_fail (COR_IS_APPLICATION (self));

  if (self->ending)
    return;
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL; l = l->prev)
    if (COR_IS_WINDOW (l->data))
      {
        GFile *file = cor_document_get_file (cor_session_get_document (cor_window_get_session (l->data)));
        g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

        if (uri != NULL)
          g_strv_builder_add (builder, uri);
      }
  uris = g_strv_builder_end (builder);
  g_settings_set_strv (cor_settings_get (), "open-files", (const char *const *) uris);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

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

/* The parameter is the page, empty for the first. */
static void
help_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_help_show (data, g_variant_get_string (parameter, NULL));
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

/* The keys, the same as in help-overlay.ui. */
static void
set_keys (GtkApplication *app)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } table[] = {
    { "app.quit", { "<Control>q", NULL, NULL } },
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

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (app, table[i].action, table[i].keys);
}

static void
apply_color_scheme (GSettings *settings, const char *key, gpointer data)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

/* Where nobody chose a font, one that goes with the charts and the map. */
static void
choose_font (void)
{
  static const char *const families[] = { "Inter", "Cantarell", "Noto Sans" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (font == NULL || !g_str_has_prefix (font, "Sans "))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (pango_font_map_get_family (map, families[i]) != NULL)
      {
        g_autofree char *name = g_strdup_printf ("%s %s", families[i], font + strlen ("Sans "));

        g_object_set (settings, "gtk-font-name", name, NULL);
        return;
      }
}

/* Told to end without being able to ask: what is not saved is kept for the next start. */
static gboolean
terminated (gpointer app)
{
  cor_application_remember_session (app);
  COR_APPLICATION (app)->ending = TRUE;
  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      cor_window_keep_unsaved (l->data);
  g_application_quit (app);
  return G_SOURCE_CONTINUE;
}

static void
listen_to_signals (CorApplication *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signal_sources[i] = g_unix_signal_add (numbers[i], terminated, self);
}

static gpointer
evaluate (gpointer engine, CorScenario *scenario)
{
  return cor_engine_evaluate (engine, scenario);
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
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), app);
  g_signal_connect (app, "window-removed", G_CALLBACK (window_removed), NULL);
  set_keys (GTK_APPLICATION (app));
  choose_font ();
  load_engine (COR_APPLICATION (app));
  apply_color_scheme (cor_settings_get (), NULL, NULL);
  g_signal_connect_object (cor_settings_get (), "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), app, 0);
  cor_units_setting_follow (GTK_APPLICATION (app));
  gtk_window_set_default_icon_name (COR_APP_ID);
  listen_to_signals (COR_APPLICATION (app));
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

/* A window for each file of the last session that is still there; one at least. */
static void
open_session (CorApplication *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (cor_settings_get (), "open-files");
  gboolean any = FALSE;

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (!g_file_query_exists (file, NULL))
        continue;
      CorWindow *window = cor_window_new (self);

      gtk_window_present (GTK_WINDOW (window));
      cor_window_load (window, file);
      any = TRUE;
    }
  if (!any)
    gtk_window_present (GTK_WINDOW (cor_window_new (self)));
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
    open_session (COR_APPLICATION (app));
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

      gtk_window_present (GTK_WINDOW (window));
      cor_window_load (window, files[i]);
    }
  ask_about_unsaved (COR_APPLICATION (app));
}

static void
cor_application_shutdown (GApplication *app)
{
  for (guint i = 0; i < G_N_ELEMENTS (COR_APPLICATION (app)->signal_sources); i++)
    g_clear_handle_id (&COR_APPLICATION (app)->signal_sources[i], g_source_remove);
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

const CorMapBase *
cor_application_get_map_base (CorApplication *self)
{
  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  if (self->map_base == NULL)
    self->map_base = cor_map_base_new (cor_engine_network (self->engine));
  return self->map_base;
}

const CorMapBase *
cor_application_get_map_base_for (CorApplication *self, const char *name, gboolean *missing)
{
  g_autoptr (CorNetwork) network = NULL;
  CorMapBase *base;

  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  network = cor_engine_network_for (self->engine, name, missing);
  if (network == cor_engine_network (self->engine))
    return cor_application_get_map_base (self);
  base = g_hash_table_lookup (self->map_bases, name);
  if (base == NULL)
    {
      base = cor_map_base_new (network);
      g_hash_table_insert (self->map_bases, g_strdup (name), base);
    }
  return base;
}

void
cor_application_network_built (CorApplication *self, const char *name)
{
  gpointer key, base;

  g_return_if_fail (COR_IS_APPLICATION (self));

  if (!g_hash_table_steal_extended (self->map_bases, name, &key, &base))
    return;
  g_free (key);
  g_ptr_array_add (self->retired, base);
}

CorApplication *
cor_application_new (GApplicationFlags flags)
{
  return g_object_new (COR_TYPE_APPLICATION, "application-id", COR_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/io/github/corridor_planner/Corridor", NULL);
}
