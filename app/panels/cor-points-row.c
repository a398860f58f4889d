/* cor-points-row.c: a figure by year, or an amount by battery size, as rows to edit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-points-row-private.h"

#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-number-entry.h"
#include "cor-speak.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define MOST_KWH 100000

/* What a tariff's level may be; its first is as the prices stand. */
#define LEAST_LEVEL 0.01
#define MOST_LEVEL 100.0

/* How much a first size in kWh is, and how far the next lies from the last. */
#define SIZE_STEP 50

G_DEFINE_FINAL_TYPE (CorPointsRow, cor_points_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
flat_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-small-button");
  return button;
}

static GtkWidget *
line_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "cor-row");
  return row;
}

static char *
point_title (CorPointsRow *self, const CorPolicyPoint *point)
{
  g_autofree char *size = NULL;

  if (!cor_points_row_by_size (self))
    return g_strdup_printf ("%d", (int) point->x);
  size = cor_format_significant (point->x, 6);
  return g_strdup_printf (_ ("up to %s kWh"), size);
}

static void
add_point (CorPointsRow *self, const CorPolicyPoint *point, guint i)
{
  const CorParamInfo *info = self->field == NULL ? cor_param_info (self->parameter) : NULL;
  g_autofree char *title = point_title (self, point);
  GtkWidget *row = line_new (title);
  double lowest = info ? info->lowest : cor_points_row_is_level (self) ? LEAST_LEVEL : 0;
  double highest = info ? info->highest : cor_points_row_is_level (self) ? MOST_LEVEL : 1e9;
  GtkWidget *entry = cor_number_entry_new (lowest, highest, cor_points_row_unit (self), FALSE, FALSE);
  GtkWidget *button = flat_button ("user-trash-symbolic", _ ("Take out"));

  cor_number_entry_set_value (COR_NUMBER_ENTRY (entry), point->y);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (entry), "index", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (cor_points_row_value_edited), self);
  g_signal_connect_swapped (entry, "done", G_CALLBACK (cor_points_row_done), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (cor_points_row_remove_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->values, entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
append_add_row (CorPointsRow *self)
{
  GtkWidget *button = flat_button ("list-add-symbolic", cor_points_row_by_size (self) ? _ ("Add a size") : _ ("Add a year"));

  self->add_row = line_new (cor_points_row_by_size (self) ? _ ("Add a size") : _ ("Add a year"));
  self->at = cor_points_row_by_size (self) ? cor_number_entry_new (1, MOST_KWH, "kWh", FALSE, FALSE)
                            : cor_number_entry_new (FIRST_YEAR, LAST_YEAR, "", TRUE, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (cor_points_row_add_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add_row), self->at);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add_row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add_row);
}

static void
append_grow_row (CorPointsRow *self)
{
  GtkWidget *button = flat_button ("object-select-symbolic", _ ("Fill in all model years"));

  self->grow_row = line_new (_ ("Changes a year by"));
  self->growth = cor_number_entry_new (-1, 10, "%", FALSE, FALSE);
  cor_number_entry_set_value (COR_NUMBER_ENTRY (self->growth), 0.02);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (cor_points_row_grow_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->grow_row), self->growth);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->grow_row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->grow_row);
}

/* "2025: 7.5 … 2030: 8.2", or that it is the same every year. */
static char *
summary (CorPointsRow *self, const GArray *points)
{
  const CorPolicyPoint *first, *last;
  gboolean share = g_str_equal (cor_points_row_unit (self), "%");
  g_autofree char *a = NULL, *b = NULL, *from = NULL, *to = NULL;

  if (points->len == 0)
    return g_strdup (cor_points_row_by_size (self) ? _ ("the same for every size") : _ ("the same every year"));
  first = &g_array_index (points, CorPolicyPoint, 0);
  last = &g_array_index (points, CorPolicyPoint, points->len - 1);
  from = point_title (self, first);
  to = point_title (self, last);
  a = share ? cor_format_percent (first->y, 0, NULL) : cor_format_significant (first->y, 4);
  b = share ? cor_format_percent (last->y, 0, NULL) : cor_format_significant (last->y, 4);
  return points->len == 1 ? g_strdup_printf ("%s: %s", from, a) : g_strdup_printf ("%s: %s … %s: %s", from, a, to, b);
}

/* Where the next point would most likely stand. */
static double
next_at (CorPointsRow *self, const GArray *points)
{
  double last = points->len > 0 ? g_array_index (points, CorPolicyPoint, points->len - 1).x : 0;

  if (cor_points_row_by_size (self))
    return last + SIZE_STEP;
  return points->len > 0 ? MIN (last + 1, LAST_YEAR) : cor_scenario_head (cor_points_row_scenario (self))->first_model_year;
}

/* Whether the rows stand for the same years or sizes as @points. */
static gboolean
same_places (CorPointsRow *self, const GArray *points)
{
  if (self->rows->len != points->len)
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *title = point_title (self, &g_array_index (points, CorPolicyPoint, i));

      if (!g_str_equal (title, adw_preferences_row_get_title (g_ptr_array_index (self->rows, i))))
        return FALSE;
    }
  return TRUE;
}

static void
rebuild (CorPointsRow *self, const GArray *points)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  if (self->grow_row != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->grow_row);
  if (self->add_row != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->add_row);
  self->grow_row = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->values, 0);
  for (guint i = 0; i < points->len; i++)
    add_point (self, &g_array_index (points, CorPolicyPoint, i), i);
  append_add_row (self);
  if (!cor_points_row_by_size (self))
    append_grow_row (self);
  cor_number_entry_set_value (COR_NUMBER_ENTRY (self->at), next_at (self, points));
}

void
cor_points_row_refresh (CorPointsRow *self)
{
  g_autoptr (GArray) points = cor_points_row_points (self);
  g_autofree char *text = summary (self, points);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  if (!same_places (self, points) || self->add_row == NULL)
    rebuild (self, points);
  for (guint i = 0; i < points->len; i++)
    cor_number_entry_set_value (g_ptr_array_index (self->values, i), g_array_index (points, CorPolicyPoint, i).y);
}

static void
cor_points_row_finalize (GObject *object)
{
  CorPointsRow *self = COR_POINTS_ROW (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->values);
  g_free (self->id);
  G_OBJECT_CLASS (cor_points_row_parent_class)->finalize (object);
}

static void
cor_points_row_class_init (CorPointsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_points_row_finalize;
}

static void
cor_points_row_init (CorPointsRow *self)
{
  self->rows = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-row");
}

static GtkWidget *
row_new (CorSession *session, CorItemKind kind, const char *id, const CorField *field, CorParamId parameter)
{
  CorPointsRow *self = g_object_new (COR_TYPE_POINTS_ROW, NULL);
  g_autofree char *by_year = NULL;

  self->session = g_object_ref (session);
  self->kind = kind;
  self->id = g_strdup (id);
  self->field = field;
  self->parameter = parameter;
  if (field == NULL)
    by_year = g_strdup_printf (_ ("%s by year"), cor_points_row_label (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), by_year ? by_year : cor_points_row_label (self));
  cor_speak (GTK_WIDGET (self), by_year ? by_year : cor_points_row_label (self));
  cor_points_row_refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
cor_points_row_new_field (CorSession *session, CorItemKind kind, const char *id, const CorField *field)
{
  return row_new (session, kind, id, field, COR_N_PARAMS);
}

GtkWidget *
cor_points_row_new_parameter (CorSession *session, CorItemKind kind, const char *id, CorParamId parameter)
{
  return row_new (session, kind, id, NULL, parameter);
}
