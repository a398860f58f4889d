/* cor-import-window-show.c: what the import window shows of a source: its form, columns, map and lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-window-private.h"

#include "cor-format.h"
#include "cor-import-columns.h"
#include "cor-import-lines.h"
#include "cor-import-preview.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

const struct CorImportWindowKind cor_import_window_kinds[COR_IMPORT_N_KINDS] = {
  { COR_ITEM_STATION, FALSE }, { COR_ITEM_SITE, FALSE }, { COR_ITEM_ROUTE, FALSE },
  { COR_ITEM_ROUTE, TRUE },    { COR_IMPORT_EACH, FALSE },
};

CorScenario *
cor_import_window_scenario (CorImportWindow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

gboolean
cor_import_window_system_chosen (CorImportWindow *self)
{
  return adw_combo_row_get_selected (self->system_row) > 0;
}

CorCrs
cor_import_window_system (CorImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->system_row);

  return selected == 0 ? COR_CRS_WGS84 : (CorCrs) (selected - 1);
}

/* What Add does, in words: "Add 130 Stations". */
static char *
add_label (const CorImport *import)
{
  guint n[COR_N_ITEM_KINDS] = { 0 };

  for (guint i = 0; i < import->items->len; i++)
    n[((const CorItem *) g_ptr_array_index (import->items, i))->kind]++;
  if (n[COR_ITEM_ROUTE] > 0)
    return g_strdup_printf (ngettext ("_Add %u Route", "_Add %u Routes", n[COR_ITEM_ROUTE]), n[COR_ITEM_ROUTE]);
  if (n[COR_ITEM_STATION] > 0)
    return g_strdup_printf (ngettext ("_Add %u Station", "_Add %u Stations", n[COR_ITEM_STATION]), n[COR_ITEM_STATION]);
  if (n[COR_ITEM_SITE] > 0)
    return g_strdup_printf (ngettext ("_Add %u Site", "_Add %u Sites", n[COR_ITEM_SITE]), n[COR_ITEM_SITE]);
  return g_strdup (_ ("_Add"));
}

/* What a person should know before adding. */
static const char *
hint_of (CorImportWindow *self)
{
  if (self->import == NULL)
    return "";
  if (!cor_import_window_system_chosen (self))
    return _ ("Say which system the coordinates are in. The wrong one moves every place by up to 600 m. "
              "Until then the map shows them as WGS-84.");
  if (self->import->items->len == 0)
    return _ ("Nothing can be taken as it is. See line by line why, and say what the columns are.");
  if (self->import->items->len > COR_IMPORT_PREVIEW_MAX)
    return _ ("The map shows the first 4,000. So many make every calculation slower.");
  return "";
}

void
cor_import_window_set_rest (CorImportWindow *self, guint n_files)
{
  g_autofree char *title = NULL;

  g_return_if_fail (COR_IS_IMPORT_WINDOW (self));

  title = g_strdup_printf (ngettext ("Import, %u more file after it", "Import, %u more files after it", n_files), n_files);
  adw_window_title_set_title (self->title, title);
}

void
cor_import_window_show_counts (CorImportWindow *self)
{
  g_autofree char *taken = cor_format_number (self->import ? self->import->n_taken : 0, 0);
  g_autofree char *left = cor_format_number (self->import ? self->import->n_left_out : 0, 0);
  g_autofree char *label = self->import ? add_label (self->import) : g_strdup (_ ("_Add"));

  gtk_label_set_text (self->taken, taken);
  gtk_label_set_text (self->left, left);
  gtk_button_set_label (self->add_button, label);
  gtk_label_set_text (self->hint, hint_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint_of (self) != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            self->import != NULL && self->import->items->len > 0 && cor_import_window_system_chosen (self));
}

static void
show_map (CorImportWindow *self, GPtrArray *shown)
{
  g_autoptr (CorMapScene) scene = cor_import_preview (self->import, shown);
  double box[4];

  cor_object_layer_set_scene (self->layer, scene);
  cor_map_view_set_obstacles (self->map, scene);
  if (!cor_map_scene_get_bounds (scene, box))
    return;
  if (box[2] - box[0] > 0 || box[3] - box[1] > 0)
    cor_map_view_fit (self->map, box[0], box[1], box[2], box[3]);
  else
    cor_map_view_center_on (self->map, box[0], box[1], 12);
}

void
cor_import_window_show_lines (CorImportWindow *self)
{
  cor_import_lines_fill (self->lines, self->import, gtk_check_button_get_active (self->only_told));
}

static void
column_chosen (const char *column, const char *key, gpointer data)
{
  CorImportWindow *self = data;

  g_hash_table_insert (self->columns, g_strdup (column), g_strdup (key));
  cor_import_window_read (self);
}

void
cor_import_window_show_columns (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);

  gtk_widget_set_visible (self->roads_row, cor_import_window_kinds[row].kind == COR_ITEM_ROUTE && !self->look->own);
  cor_import_columns_fill (self->grid, self->look, cor_import_window_kinds[row].kind, cor_import_window_kinds[row].trace, self->columns, column_chosen, self);
}

static const char *
format_name (CorFeatureFormat format)
{
  switch (format)
    {
    case COR_FEATURES_GEOJSON:
      return "GeoJSON";
    case COR_FEATURES_GPX:
      return "GPX";
    case COR_FEATURES_KML:
      return "KML";
    default:
      return _ ("Table");
    }
}

static void
show_file_row (CorImportWindow *self)
{
  g_autofree char *name = g_markup_escape_text (cor_import_source_name (self->source), -1);
  g_autofree char *rows = cor_format_number (self->look->n_rows, 0);
  g_autofree char *subtitle
    = g_strdup_printf (ngettext ("%s, %s entry", "%s, %s entries", self->look->n_rows), format_name (self->look->format), rows);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, subtitle);
  adw_window_title_set_subtitle (self->title, cor_import_source_name (self->source));
}

static guint
kind_row_of (const CorImportLook *look)
{
  for (guint i = 0; i < COR_IMPORT_N_KINDS; i++)
    if (cor_import_window_kinds[i].kind == look->kind && cor_import_window_kinds[i].trace == look->trace)
      return i;
  return 0;
}

/* The system: of our own exports known, of a source that was there before remembered, else asked. */
static void
show_system (CorImportWindow *self)
{
  g_autofree char *nick = cor_settings_get_system (self->look->fingerprint);
  const char *subtitle = "";
  int system = COR_CRS_WGS84;

  self->found_system = 0;
  if (self->look->own)
    self->found_system = 1;
  else if (nick != NULL && cor_enum_from_nick (cor_crs_values, nick, &system))
    {
      self->found_system = (guint) system + 1;
      subtitle = _ ("As last time for lists like this");
    }
  adw_combo_row_set_selected (self->system_row, self->found_system);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->system_row), subtitle);
}

static void
show_form (CorImportWindow *self)
{
  const CorTableForm *form = &self->look->form;

  gtk_widget_set_visible (self->form_group, self->look->format == COR_FEATURES_TABLE);
  for (guint i = 0; cor_feature_encodings[i] != NULL; i++)
    if (g_strcmp0 (cor_feature_encodings[i], form->encoding) == 0)
      adw_combo_row_set_selected (self->encoding_row, i);
  for (guint i = 0; cor_feature_delimiters[i] != '\0'; i++)
    if (cor_feature_delimiters[i] == form->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i);
  gtk_switch_set_active (self->header_switch, form->header > 0);
}

/* Rows that are filled by this do not count as changed by the person. */
void
cor_import_window_show_look (CorImportWindow *self, gboolean first)
{
  self->updating = TRUE;
  show_file_row (self);
  show_form (self);
  if (first)
    {
      self->found_kind = kind_row_of (self->look);
      adw_combo_row_set_selected (self->kind_row, self->found_kind);
      show_system (self);
      cor_import_window_take_rows (self);
      gtk_widget_set_visible (self->near_row, cor_import_window_has_places (self));
    }
  cor_import_window_show_columns (self);
  self->updating = FALSE;
}

void
cor_import_window_show_import (CorImportWindow *self, GPtrArray *shown)
{
  gtk_stack_set_visible_child_name (self->stack, "file");
  cor_import_window_show_counts (self);
  show_map (self, shown);
  cor_import_window_show_lines (self);
}
