/* cor-field-row-editor.c: what a field is edited with: a number, a choice, a text or a switch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-field-row-private.h"

#include "cor-apply.h"
#include "cor-choices.h"
#include "cor-item-text.h"
#include "cor-missing.h"
#include "cor-number-entry.h"
#include "cor-units.h"

#include <math.h>
#include <string.h>

/* How much of a choice is shown while the list is closed. */
#define CHOICE_CHARS 24

static void
number_edited (CorFieldRow *self, double value)
{
  gboolean cleared = isnan (value);

  if (cleared)
    value = self->field->type == COR_FIELD_YEAR ? 0 : self->field->preset;
  cor_field_row_apply_number (self, value);
  /* Nothing tells of a document that was so already. */
  if (cleared)
    cor_field_row_refresh (self);
}

static void
done (CorFieldRow *self)
{
  cor_apply_done (self->session);
}

static void
switched (CorFieldRow *self)
{
  if (!self->setting)
    cor_field_row_apply_number (self, gtk_switch_get_active (GTK_SWITCH (self->editor)));
}

static gboolean
refresh_later (gpointer self)
{
  cor_field_row_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
chosen (CorFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  const CorChoice *choice;
  int value;

  if (self->setting || selected >= self->choices->len)
    return;
  choice = &g_array_index (self->choices, CorChoice, selected);
  self->choosing = TRUE;
  if (choice->value != NULL && g_str_has_prefix (choice->value, COR_CHOICE_LIBRARY))
    cor_field_row_apply_library (self, choice->value + strlen (COR_CHOICE_LIBRARY));
  else if (self->field->type != COR_FIELD_ENUM)
    cor_field_row_apply_string (self, choice->value);
  else if (cor_enum_from_nick (self->field->values, choice->value, &value))
    cor_field_row_apply_number (self, value);
  self->choosing = FALSE;
  done (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_later, g_object_ref (self), g_object_unref);
}

static void
text_changed (CorFieldRow *self)
{
  if (!self->setting)
    cor_field_row_apply_string (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static gboolean
is_share (const CorField *field)
{
  return g_strcmp0 (field->unit, "1") == 0 && field->highest <= 1;
}

static GtkWidget *
number_editor (CorFieldRow *self)
{
  const CorField *field = self->field;
  gboolean year = field->type == COR_FIELD_YEAR;
  gboolean whole
      = year
        || (field->unit == NULL && field->lowest >= 0 && field->highest >= 10
            && !g_str_equal (field->key, "trips_per_day") && !g_str_equal (field->key, "amount"));
  gboolean optional = year ? field->preset == 0 : isnan (field->preset) || cor_missing_is_assumed_preset (self->kind, field);
  GtkWidget *entry = cor_number_entry_new (field->lowest, field->highest,
                                           is_share (field) ? "%" : cor_unit_text (field->unit),
                                           whole, optional);

  g_signal_connect_swapped (entry, "edited", G_CALLBACK (number_edited), self);
  g_signal_connect_swapped (entry, "done", G_CALLBACK (done), self);
  return entry;
}

static void
choice_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (width != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (width));
    }
  gtk_list_item_set_child (item, label);
}

static void
choice_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Labels of at most @width characters, 0 for any. */
static GtkListItemFactory *
choice_factory (int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup), GINT_TO_POINTER (width));
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind), NULL);
  return factory;
}

static GtkWidget *
choice_editor (CorFieldRow *self)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) shown = choice_factory (CHOICE_CHARS);
  g_autoptr (GtkListItemFactory) listed = choice_factory (0);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop), listed);

  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (drop, "cor-choice");
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (chosen), self);
  return drop;
}

static GtkWidget *
text_editor (CorFieldRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 18);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "cor-number-entry");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (done), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
switch_editor (CorFieldRow *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (toggle, "cor-switch");
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (switched), self);
  return toggle;
}

GtkWidget *
cor_field_row_make_editor (CorFieldRow *self)
{
  switch (self->field->type)
    {
    case COR_FIELD_NUMBER:
    case COR_FIELD_YEAR:
      return number_editor (self);
    case COR_FIELD_BOOL:
      return switch_editor (self);
    case COR_FIELD_ENUM:
    case COR_FIELD_STRING:
      self->choices = cor_choices_for (self->session, self->kind, self->field, cor_field_row_text (self));
      return self->choices != NULL ? choice_editor (self) : text_editor (self);
    default:
      return NULL;
    }
}
