/* cor-compare-grid.c: the table of the compare window: figures and changes, a column a variant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-grid.h"

#include "cor-card.h"
#include "cor-change-text.h"
#include "cor-compare-table.h"
#include "cor-format.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

/* Room for what a line is about, and for the least a column needs, pixels. */
#define LABEL_WIDTH  168
#define COLUMN_WIDTH 170

static const char *
name_of (const CorComparisonColumn *column, CorScenario *base, gboolean zh)
{
  const CorItem *item = cor_scenario_find (base, COR_ITEM_VARIANT, column->id);

  return item != NULL ? cor_item_label (item, zh) : _ ("Without changes");
}

void
cor_compare_columns_init (CorCompareColumns *columns, CorComparison *comparison)
{
  CorDocument *document = cor_session_get_document (cor_comparison_get_session (comparison));
  const CorComparisonColumn *pinned;
  guint n = cor_comparison_get_n_columns (comparison), k = 0;

  *columns = (CorCompareColumns){ .n = n, .zh = cor_format_is_chinese (NULL) };
  columns->base = cor_document_get_base (document);
  columns->active = cor_document_get_variant (document);
  columns->columns = g_new0 (const CorComparisonColumn *, n);
  columns->results = g_new0 (const CorResults *, n);
  columns->names = g_new0 (const char *, n);
  pinned = cor_comparison_find (comparison, cor_scenario_head (columns->base)->baseline);
  if (pinned == NULL)
    pinned = cor_comparison_get_column (comparison, 0);
  columns->columns[k++] = pinned;
  for (guint i = 0; i < n; i++)
    if (cor_comparison_get_column (comparison, i) != pinned)
      columns->columns[k++] = cor_comparison_get_column (comparison, i);
  for (guint i = 0; i < n; i++)
    {
      columns->results[i] = columns->columns[i]->results;
      columns->names[i] = name_of (columns->columns[i], columns->base, columns->zh);
    }
}

void
cor_compare_columns_clear (CorCompareColumns *columns)
{
  g_clear_pointer (&columns->columns, g_free);
  g_clear_pointer (&columns->results, g_free);
  g_clear_pointer (&columns->names, g_free);
}

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
button_new (const char *icon, const char *tooltip, const char *action, const char *id)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id != NULL ? id : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-small-button");
  return button;
}

static char *
subtitle_of (const CorCompareColumns *columns, guint i)
{
  const CorItem *item = cor_scenario_find (columns->base, COR_ITEM_VARIANT, columns->columns[i]->id);
  const GArray *changes = item != NULL ? ((const CorVariant *)item)->changes : NULL;
  guint n = changes != NULL ? changes->len : 0;

  if (i == 0)
    return g_strdup (_ ("pinned baseline"));
  if (item == NULL)
    return g_strdup (_ ("the scenario as it is"));
  if (columns->columns[i]->skipped->len > 0)
    return g_strdup_printf (_ ("%u of %u changes can be made"), n - columns->columns[i]->skipped->len, n);
  return g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
}

/* Widgets that are as wide, or as high, as each other. */
static GtkSizeGroup *
group_new (GtkSizeGroupMode mode, GtkWidget *first)
{
  GtkSizeGroup *group = gtk_size_group_new (mode);

  gtk_size_group_add_widget (group, first);
  return group;
}

/* A cell: as wide as the head of its column, as high as the others of its row. */
static void
attach_cell (const CorCompareGrids *grids, GtkWidget *cell, int column, int row, GtkSizeGroup *of_row)
{
  GtkSizeGroup *of_column = g_object_get_data (G_OBJECT (gtk_grid_get_child_at (grids->heads, column, 0)), "column");

  gtk_grid_attach (grids->cells, cell, column, row, 1, 1);
  gtk_size_group_add_widget (of_column, cell);
  gtk_size_group_add_widget (of_row, cell);
}

void
cor_compare_grid_headings (const CorCompareGrids *grids, const CorCompareColumns *columns)
{
  for (guint i = 0; i < columns->n; i++)
    {
      const char *id = columns->columns[i]->id;
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      g_autofree char *subtitle = subtitle_of (columns, i);
      GtkWidget *name = label_new (columns->names[i], "cor-section", 0);

      gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_set_tooltip_text (name, columns->names[i]);
      gtk_box_append (GTK_BOX (line), name);
      gtk_box_append (GTK_BOX (line),
                      button_new ("object-select-symbolic", _ ("Show in the main window"), "compare.show", id));
      gtk_box_append (GTK_BOX (line),
                      button_new ("corridor-pin-symbolic", _ ("Compare the others with this one"), "compare.pin", id));
      gtk_box_append (GTK_BOX (box), line);
      gtk_box_append (GTK_BOX (box), label_new (subtitle, "cor-caption", 0));
      gtk_widget_set_name (gtk_widget_get_last_child (box), "card-note");
      g_object_set_data_full (G_OBJECT (box), "column", group_new (GTK_SIZE_GROUP_HORIZONTAL, box), g_object_unref);
      gtk_grid_attach (grids->heads, box, (int) i, 0, 1, 1);
    }
}

/* What a line is about; (transfer full): the height that its cells have with it. */
static GtkSizeGroup *
attach_label (const CorCompareGrids *grids, const char *label, const char *unit, int row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = label_new (label, "cor-compare-label", 0), *below = *unit != '\0' ? label_new (unit, "cor-caption", 0) : NULL;

  /* In the middle of the row, which may be higher than the two. */
  gtk_widget_set_vexpand (name, TRUE);
  gtk_widget_set_valign (name, below != NULL ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, LABEL_WIDTH, -1);
  gtk_widget_set_tooltip_text (name, label);
  gtk_box_append (GTK_BOX (box), name);
  if (below != NULL)
    {
      gtk_widget_set_vexpand (below, TRUE);
      gtk_widget_set_valign (below, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), below);
    }
  gtk_grid_attach (grids->labels, box, 0, row, 1, 1);
  return group_new (GTK_SIZE_GROUP_VERTICAL, box);
}

/* A figure and what it differs by from the baseline, which stands first. */
static GtkWidget *
figure_cell (const CorCompareRow *row, guint i, const char *name, const CorResults *results, const CorResults *base)
{
  const CorCompareCell *cell = &row->cells[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = label_new (cell->text, row->headline ? "cor-compare-large" : "cor-figure", 0);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s %s %s", name, row->label, cell->text, row->unit, cell->change);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_halign (text, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), text);
  if (*cell->change != '\0')
    {
      GtkWidget *change = label_new (cell->change, "cor-change", 1);

      gtk_widget_add_css_class (change, cell->better > 0 ? "better" : "worse");
      if (cell->traced && row->cells[0].traced && results != NULL && base != NULL)
        cor_card_attach_change (change, results, &cell->key, base, &row->cells[0].key);
      gtk_box_append (GTK_BOX (box), change);
      gtk_widget_add_css_class (box, cell->better > 0 ? "better-cell" : "worse-cell");
    }
  gtk_widget_add_css_class (box, "cor-compare-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (cell->traced && results != NULL)
    cor_card_attach (text, results, &cell->key);
  return box;
}

int
cor_compare_grid_figures (const CorCompareGrids *grids, const CorCompareColumns *columns, gboolean only_differences, int row)
{
  g_autoptr (GPtrArray) rows = cor_compare_rows (columns->results, columns->n, 0, columns->zh);

  for (guint r = 0; r < rows->len; r++)
    {
      const CorCompareRow *line = g_ptr_array_index (rows, r);
      g_autoptr (GtkSizeGroup) of_row = NULL;

      if (only_differences && !line->differs)
        continue;
      of_row = attach_label (grids, line->label, line->unit, row);
      for (guint i = 0; i < columns->n; i++)
        attach_cell (grids, figure_cell (line, i, columns->names[i], columns->results[i], columns->results[0]), (int) i, row, of_row);
      row++;
    }
  return row;
}

/* What can be done with one change: given to another variant, or taken out. */
static GtkWidget *
change_button (const CorCompareColumns *columns, guint i, const CorChange *change)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  const char *id = columns->columns[i]->id;
  GtkWidget *button = gtk_menu_button_new ();

  for (guint k = 0; k < columns->n; k++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (k == i || columns->columns[k]->id == NULL)
        continue;
      label = g_strdup_printf (_ ("Copy to “%s”"), columns->names[k]);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "compare.copy-change", "(sss)", id, change->path, columns->columns[k]->id);
      g_menu_append_item (copies, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Take the Change Out"), NULL);

    g_menu_item_set_action_and_target (item, "compare.drop-change", "(ss)", id, change->path);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Copy or take out this change"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
change_cell (const CorCompareColumns *columns, guint i, const char *path, const char *plain)
{
  const CorComparisonColumn *column = columns->columns[i];
  const CorChange *change = column->id != NULL ? cor_variants_change (columns->base, column->id, path) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  CorChangeText words = { 0 };
  GtkWidget *text;

  if (change != NULL)
    cor_change_text (columns->base, column->state, change, columns->zh, &words);
  text = label_new (change == NULL ? plain : *words.after != '\0' ? words.after : _ ("none"),
                    change != NULL ? "cor-figure" : "cor-caption", 0);
  gtk_widget_set_tooltip_text (text, gtk_label_get_text (GTK_LABEL (text)));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "cor-compare-cell");
  if (change != NULL)
    {
      gtk_box_append (GTK_BOX (box), change_button (columns, i, change));
      gtk_widget_add_css_class (box, "changed-cell");
    }
  cor_change_text_clear (&words);
  return box;
}

/* The paths of all changes, each once, in the order of the columns. */
static GPtrArray *
all_paths (const CorCompareColumns *columns, GPtrArray *first)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; i < columns->n; i++)
    {
      const CorItem *item = cor_scenario_find (columns->base, COR_ITEM_VARIANT, columns->columns[i]->id);
      const GArray *changes = item != NULL ? ((const CorVariant *)item)->changes : NULL;

      for (guint k = 0; changes != NULL && k < changes->len; k++)
        {
          const char *path = g_array_index (changes, CorChange, k).path;

          if (g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
            continue;
          g_ptr_array_add (paths, (gpointer)path);
          g_ptr_array_add (first, GUINT_TO_POINTER (i));
        }
    }
  return paths;
}

/* A heading of lines, beside which nothing stands. */
static void
attach_section (const CorCompareGrids *grids, const char *text, int row)
{
  GtkWidget *label = label_new (text, "cor-section", 0), *beside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkSizeGroup) of_row = group_new (GTK_SIZE_GROUP_VERTICAL, label);

  gtk_grid_attach (grids->labels, label, 0, row, 1, 1);
  gtk_grid_attach (grids->cells, beside, 0, row, 1, 1);
  gtk_size_group_add_widget (of_row, beside);
}

int
cor_compare_grid_changes (const CorCompareGrids *grids, const CorCompareColumns *columns, int row)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) paths = all_paths (columns, first);

  if (paths->len > 0)
    attach_section (grids, _ ("What differs"), row++);
  for (guint p = 0; p < paths->len; p++)
    {
      const char *path = g_ptr_array_index (paths, p);
      const CorComparisonColumn *column = columns->columns[GPOINTER_TO_UINT (first->pdata[p])];
      g_autoptr (GtkSizeGroup) of_row = NULL;
      CorChangeText words;

      cor_change_text (columns->base, column->state, cor_variants_change (columns->base, column->id, path),
                       columns->zh, &words);
      of_row = attach_label (grids, words.what, "", row);
      for (guint i = 0; i < columns->n; i++)
        attach_cell (grids, change_cell (columns, i, path, *words.before != '\0' ? words.before : "–"), (int) i, row, of_row);
      cor_change_text_clear (&words);
      row++;
    }
  return row;
}
