/* cor-region-window.c: emissions by duty and station, by city, and by month around the corridor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-region-private.h"

#include "cor-card.h"
#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-emissions.h"
#include "cor-factor-button.h"
#include "cor-figures.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CorRegionWindow, cor_region_window, ADW_TYPE_WINDOW)

static CorScenario *
scenario_of (CorRegionWindow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* A path of the scenario is meant from its file's folder. */
static char *
resolve (CorRegionWindow *self, const char *path)
{
  GFile *file = cor_document_get_file (cor_session_get_document (self->session));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *folder_path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (g_path_is_absolute (path) || folder_path == NULL)
    return g_strdup (path);
  return g_build_filename (folder_path, path, NULL);
}

static void
load_areas (CorRegionWindow *self)
{
  const char *path = cor_scenario_head (scenario_of (self))->areas;
  g_autofree char *full = path != NULL ? resolve (self, path) : NULL;
  g_autoptr (GError) error = NULL;
  CorCities *cities;

  if (self->cities != NULL && g_strcmp0 (path, self->areas_path) == 0)
    return;
  cities = full != NULL ? cor_cities_load (full, &error) : cor_cities_load_default (&error);
  if (cities == NULL && full != NULL)
    {
      cor_dialog_error (GTK_WINDOW (self), _ ("The areas could not be read; the bundled ones are shown"), error);
      cities = cor_cities_load_default (NULL);
    }
  g_clear_pointer (&self->cities, cor_cities_unref);
  self->cities = cities;
  g_free (self->areas_path);
  self->areas_path = g_strdup (path);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "region.bundled-areas", path != NULL);
}

static void
load_months (CorRegionWindow *self)
{
  const char *path = cor_scenario_head (scenario_of (self))->city_months;
  g_autofree char *full = path != NULL ? resolve (self, path) : NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (path, self->months_path) == 0)
    return;
  g_clear_pointer (&self->months, cor_city_table_free);
  g_free (self->months_path);
  self->months_path = g_strdup (path);
  if (full != NULL && (self->months = cor_city_table_load (full, &error)) == NULL)
    cor_dialog_error (GTK_WINDOW (self), _ ("The table of cities and months could not be read"), error);
  cor_region_list_cities (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "region.no-months", path != NULL);
}

/* The factors that all pages are made with stand under each of them. */
static void
show_factors (CorRegionWindow *self, const CorResults *results)
{
  const CorHead *head = cor_scenario_head (results->scenario);
  g_autoptr (GArray) marks = cor_figures_marks_new ();
  g_autofree char *grid = cor_figures_link_factor (marks, results, COR_POWERTRAIN_BET);
  g_autofree char *diesel = cor_figures_link_factor (marks, results, COR_POWERTRAIN_DIESEL);
  g_autofree char *hydrogen = cor_figures_link_factor (marks, results, COR_POWERTRAIN_FCET);
  g_autofree char *text
    = g_strdup_printf (_ ("Model year %d. Electricity: %s. Diesel: %s, of it %.4g tank to wheel. Hydrogen: %s. Activity: %s. NOx and PM: "
                          "limits of GB 17691 by engine work.%s"),
                       results->first_year + (int) results->year, grid, diesel, results->diesel->direct, hydrogen,
                       cor_enum_name (cor_activity_values, head->activity),
                       results->scopes_agree ? "" : _ (" ⚠ The scopes of electricity and diesel differ."));

  cor_card_set_sentence (self->factors, text, (const CorMark *) (void *) marks->data, marks->len);
}

static void
fill (CorRegionWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  if (results == NULL)
    return;
  load_areas (self);
  load_months (self);
  show_factors (self, results);
  cor_region_fill_rows (self, results);
  cor_region_fill_cities (self, results);
  cor_region_fill_months (self, results);
}

/* The scenario remembers the file, by its name alone where both lie in one folder. */
static void
remember (CorRegionWindow *self, const char *key, GFile *file, const char *label)
{
  GFile *own = cor_document_get_file (cor_session_get_document (self->session));
  g_autoptr (GFile) folder = own != NULL ? g_file_get_parent (own) : NULL;
  g_autofree char *inside = folder != NULL && file != NULL ? g_file_get_relative_path (folder, file) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *kept = inside != NULL ? inside : path;
  CorScenario *next;

  if (kept != NULL && !g_utf8_validate (kept, -1, NULL))
    {
      g_autoptr (GError) error
        = g_error_new_literal (COR_ERROR, COR_ERROR_PARSE, _ ("The name of the file is not in UTF-8; rename it and choose it again"));

      cor_dialog_error (GTK_WINDOW (self), _ ("The file was not opened"), error);
      return;
    }
  next = cor_edit_string (scenario_of (self), COR_ITEM_HEAD, NULL, key, kept, NULL);
  cor_document_apply (cor_session_get_document (self->session), next, label, NULL);
}

/* Where a file lies that was chosen; what is on another computer cannot be remembered. */
static char *
path_of (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING, _ ("is not on this computer; copy it here first"));
  return path;
}

/* A file that cannot be read is not remembered. */
static void
areas_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = file != NULL ? path_of (file, &error) : NULL;
  g_autoptr (CorCities) cities = path != NULL ? cor_cities_load (path, &error) : NULL;

  if (file == NULL)
    return;
  if (cities == NULL)
    {
      cor_dialog_error (window, _ ("The areas could not be read"), error);
      return;
    }
  remember (COR_REGION_WINDOW (window), "areas", file, _ ("Other areas"));
}

static void
areas_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_dialog_choose_file (GTK_WINDOW (widget), COR_DIALOG_OPEN, NULL, "*.geojson *.json", _ ("Areas as GeoJSON"), areas_chosen, NULL);
}

static void
bundled_areas_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remember (COR_REGION_WINDOW (widget), "areas", NULL, _ ("Bundled areas"));
}

/* What of a table was taken, and what not and why. */
static void
say_left_out (GtkWindow *window, const CorCityTable *table)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const char *responses[] = { "close", _ ("_Close"), NULL };
  guint left = table->left_out->len;

  if (left == 0)
    return;
  g_string_printf (body, _ ("%u rows were read, %u left out:"), table->rows->len, left);
  for (guint i = 0; i < MIN (left, 8); i++)
    g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (table->left_out, i));
  if (left > 8)
    g_string_append (body, "\n…");
  cor_dialog_ask (window, _ ("Some rows could not be used"), body->str, responses, NULL, NULL);
}

static void
months_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = file != NULL ? path_of (file, &error) : NULL;
  g_autoptr (CorCityTable) table = path != NULL ? cor_city_table_load (path, &error) : NULL;

  if (file == NULL)
    return;
  if (table == NULL)
    {
      cor_dialog_error (window, _ ("The table of cities and months could not be read"), error);
      return;
    }
  remember (COR_REGION_WINDOW (window), "city_months", file, _ ("City-month table"));
  say_left_out (window, table);
}

static void
import_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_dialog_choose_file (GTK_WINDOW (widget), COR_DIALOG_OPEN, NULL, "*.csv *.txt", _ ("City-month tables"), months_chosen, NULL);
}

static void
no_months_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remember (COR_REGION_WINDOW (widget), "city_months", NULL, _ ("No city-month table"));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CorRegionWindow *self = COR_REGION_WINDOW (widget);
  const char *page = adw_view_stack_get_visible_child_name (self->stack);

  cor_data_table_copy (g_strcmp0 (page, "cities") == 0 ? self->city_table : self->rows);
}

static void
by_chosen (CorRegionWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  if (results != NULL)
    cor_region_fill_rows (self, results);
}

static void
cor_region_window_dispose (GObject *object)
{
  CorRegionWindow *self = COR_REGION_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->cities, cor_cities_unref);
  g_clear_pointer (&self->months, cor_city_table_free);
  g_clear_pointer (&self->areas_path, g_free);
  g_clear_pointer (&self->months_path, g_free);
  G_OBJECT_CLASS (cor_region_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, factors);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, factor_bin);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, rows_bin);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, by);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, cities_bin);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, city_map_bin);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, city_chart);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, city_note);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, months_stack);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, city);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, standard);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, month_chart);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, forecast_note);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, month_map_bin);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, month);
  gtk_widget_class_bind_template_child (widget_class, CorRegionWindow, month_label);
}

static void
cor_region_window_class_init (CorRegionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_region_window_dispose;
  g_type_ensure (COR_TYPE_CHART_VIEW);
  g_type_ensure (COR_TYPE_COLUMN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-region-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "region.copy", NULL);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "region.areas", NULL, areas_activated);
  gtk_widget_class_install_action (widget_class, "region.bundled-areas", NULL, bundled_areas_activated);
  gtk_widget_class_install_action (widget_class, "region.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "region.no-months", NULL, no_months_activated);
  gtk_widget_class_install_action (widget_class, "region.copy", NULL, copy_activated);
}

static void
cor_region_window_init (CorRegionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cor_region_init_rows (self);
  cor_region_init_cities (self);
  cor_region_init_months (self);
}

GtkWidget *
cor_region_window_new (GtkWindow *parent, CorSession *session)
{
  CorRegionWindow *self = g_object_new (COR_TYPE_REGION_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  adw_bin_set_child (self->factor_bin, cor_factor_button_new (session));
  fill (self);
  g_signal_connect_swapped (self->by, "notify::selected", G_CALLBACK (by_chosen), self);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (fill), self);
  return GTK_WIDGET (self);
}

void
cor_region_window_show_page (CorRegionWindow *self, const char *page)
{
  g_return_if_fail (COR_IS_REGION_WINDOW (self));

  adw_view_stack_set_visible_child_name (self->stack, page);
}

GObject *
cor_region_window_get_columns (CorRegionWindow *self)
{
  g_return_val_if_fail (COR_IS_REGION_WINDOW (self), NULL);

  return G_OBJECT (self->columns);
}
