/* cor-field-row.c: one field of an item as a row to edit, made from the field table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-field-row.h"

#include "cor-apply.h"
#include "cor-choices.h"
#include "cor-edit.h"
#include "cor-item-text.h"
#include "cor-missing.h"
#include "cor-number-entry.h"
#include "cor-speak.h"
#include "cor-tariff-library.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How much of a choice is shown while the list is closed. */
#define CHOICE_CHARS 24

struct _CorFieldRow
{
  AdwActionRow parent_instance;

  CorSession *session;
  CorItemKind kind;
  char **ids; /* what is edited: one thing as a rule; {NULL} for the scenario */
  const CorField *field;
  GtkWidget *editor;
  GArray *choices;
  gboolean setting;
  gboolean choosing; /* the list is busy with a choice, and may not be given others */
};

G_DEFINE_FINAL_TYPE (CorFieldRow, cor_field_row, ADW_TYPE_ACTION_ROW)

static CorScenario *
scenario_of (CorFieldRow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* The first of what is edited. */
static const char *
id_of (CorFieldRow *self)
{
  return self->ids[0];
}

static char *
merge_key (CorFieldRow *self)
{
  g_autofree char *ids = g_strjoinv ("/", self->ids);

  return g_strdup_printf ("%d/%s/%s", self->kind, ids, self->field->key);
}

/* One edit of one thing: a number, or a text where @text is not NULL. */
static CorScenario *
edit_one (CorFieldRow *self, CorScenario *scenario, const char *id, gboolean text, const char *string, double number,
          GError **error)
{
  if (text)
    return cor_edit_string (scenario, self->kind, id, self->field->key, string, error);
  return cor_edit_number (scenario, self->kind, id, self->field->key, number, error);
}

/* The same for all that is edited; all or nothing. */
static CorScenario *
edit_all (CorFieldRow *self, CorScenario *scenario, gboolean text, const char *string, double number, GError **error)
{
  CorScenario *next = edit_one (self, scenario, id_of (self), text, string, number, error);

  for (guint i = 1; next != NULL && id_of (self) != NULL && self->ids[i] != NULL; i++)
    {
      g_autoptr (CorScenario) before = next;

      next = edit_one (self, before, self->ids[i], text, string, number, error);
    }
  return next;
}

static void
apply_number (CorFieldRow *self, double value)
{
  g_autofree char *key = merge_key (self);
  GError *error = NULL;
  CorScenario *next = edit_all (self, scenario_of (self), FALSE, NULL, value, &error);

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), key);
}

static void
apply_string (CorFieldRow *self, const char *value)
{
  g_autofree char *key = merge_key (self);
  GError *error = NULL;
  CorScenario *next = edit_all (self, scenario_of (self), TRUE, value, NAN, &error);

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), key);
}

/* Adds a tariff of the library and names it, in one step. */
static void
apply_library (CorFieldRow *self, const char *id)
{
  g_autofree char *taken = NULL;
  g_autoptr (CorScenario) with = cor_tariff_library_take (scenario_of (self), id, &taken);
  GError *error = NULL;
  CorScenario *next = with ? edit_all (self, with, TRUE, taken, NAN, &error) : NULL;

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), NULL);
}

static void
number_edited (CorFieldRow *self, double value)
{
  apply_number (self, isnan (value) && self->field->type == COR_FIELD_YEAR ? 0 : value);
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
    apply_number (self, gtk_switch_get_active (GTK_SWITCH (self->editor)));
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
    apply_library (self, choice->value + strlen (COR_CHOICE_LIBRARY));
  else if (self->field->type != COR_FIELD_ENUM)
    apply_string (self, choice->value);
  else if (cor_enum_from_nick (self->field->values, choice->value, &value))
    apply_number (self, value);
  self->choosing = FALSE;
  done (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_later, g_object_ref (self), g_object_unref);
}

static void
text_changed (CorFieldRow *self)
{
  if (!self->setting)
    apply_string (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
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
  gboolean optional = year ? field->preset == 0 : isnan (field->preset);
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

static const CorItem *
item_of (CorFieldRow *self)
{
  return cor_edit_item (scenario_of (self), self->kind, id_of (self));
}

static const char *
current_text (CorFieldRow *self)
{
  const CorItem *item = item_of (self);

  if (item == NULL)
    return NULL;
  if (self->field->type == COR_FIELD_ENUM)
    return cor_enum_nick (self->field->values, (int)cor_item_number (item, self->field));
  return cor_item_string (item, self->field);
}

/* Whether not all that is edited has the same value. */
static gboolean
differs (CorFieldRow *self)
{
  const CorItem *first = item_of (self);
  gboolean text = self->field->type == COR_FIELD_STRING;

  for (guint i = 1; first != NULL && id_of (self) != NULL && self->ids[i] != NULL; i++)
    {
      const CorItem *item = cor_edit_item (scenario_of (self), self->kind, self->ids[i]);
      double a, b;

      if (item == NULL)
        continue;
      if (text && g_strcmp0 (cor_item_string (first, self->field), cor_item_string (item, self->field)) != 0)
        return TRUE;
      if (text)
        continue;
      a = cor_item_number (first, self->field);
      b = cor_item_number (item, self->field);
      if (a != b && !(isnan (a) && isnan (b)))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_editor (CorFieldRow *self)
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
      self->choices = cor_choices_for (self->session, self->kind, self->field, current_text (self));
      return self->choices != NULL ? choice_editor (self) : text_editor (self);
    default:
      return NULL;
    }
}

static void
cor_field_row_finalize (GObject *object)
{
  CorFieldRow *self = COR_FIELD_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->choices, g_array_unref);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (cor_field_row_parent_class)->finalize (object);
}

static void
cor_field_row_class_init (CorFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_field_row_finalize;
}

static void
cor_field_row_init (CorFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-row");
}

GtkWidget *
cor_field_row_new (CorSession *session, CorItemKind kind, const char *id, const CorField *field)
{
  const char *const ids[] = { id, NULL };

  return cor_field_row_new_for_all (session, kind, ids, field);
}

GtkWidget *
cor_field_row_new_for_all (CorSession *session, CorItemKind kind, const char *const *ids, const CorField *field)
{
  g_autoptr (CorFieldRow) self = NULL;
  GtkWidget *focus;

  if (field->label == NULL)
    return NULL;
  self = g_object_ref_sink (g_object_new (COR_TYPE_FIELD_ROW, NULL));
  self->session = g_object_ref (session);
  self->kind = kind;
  self->ids = g_strdupv ((char **)ids);
  self->field = field;
  self->editor = make_editor (self);
  if (self->editor == NULL)
    return NULL;
  focus = COR_IS_NUMBER_ENTRY (self->editor)
              ? cor_number_entry_get_spin (COR_NUMBER_ENTRY (self->editor))
              : self->editor;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  if (GTK_IS_DROP_DOWN (focus))
    cor_speak (focus, _ (field->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->editor);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), focus);
  cor_field_row_refresh (self);
  g_object_ref (self);
  g_object_force_floating (G_OBJECT (self));
  return GTK_WIDGET (self);
}

static gboolean
choices_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_array_index (a, CorChoice, i).value, g_array_index (b, CorChoice, i).value)
            != 0
        || g_strcmp0 (g_array_index (a, CorChoice, i).name, g_array_index (b, CorChoice, i).name)
               != 0)
      return FALSE;
  return TRUE;
}

/* The choices again: items come and go. */
static void
refresh_choice (CorFieldRow *self, gboolean different)
{
  const char *current = current_text (self);
  GArray *choices = cor_choices_for (self->session, self->kind, self->field, current);
  gboolean same = choices_equal (choices, self->choices)
                  && gtk_drop_down_get_model (GTK_DROP_DOWN (self->editor)) != NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_unref (self->choices);
  self->choices = choices;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const CorChoice *choice = &g_array_index (self->choices, CorChoice, i);

      gtk_string_list_append (names, choice->name);
      if (!different && g_strcmp0 (choice->value, current) == 0)
        selected = i;
    }
  if (!same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), selected);
  /* The closed list shows the beginning of a long name. */
  gtk_widget_set_tooltip_text (self->editor, selected < self->choices->len && self->field->type == COR_FIELD_STRING
                                               ? g_array_index (self->choices, CorChoice, selected).name
                                               : NULL);
}

static void
refresh_text (CorFieldRow *self, gboolean different)
{
  const char *text = different ? NULL : current_text (self);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text ? text : "");
}

void
cor_field_row_refresh (CorFieldRow *self)
{
  const CorItem *item;
  gboolean different;

  g_return_if_fail (COR_IS_FIELD_ROW (self));

  item = item_of (self);
  if (item == NULL)
    return;
  different = differs (self);
  self->setting = TRUE;
  if (self->ids[0] != NULL && self->ids[1] != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), different ? _ ("not the same in all") : "");
  if (COR_IS_NUMBER_ENTRY (self->editor))
    {
      double value = cor_item_number (item, self->field);
      g_autofree char *missing = NULL;

      if (different || (self->field->type == COR_FIELD_YEAR && value == 0))
        value = NAN;
      missing = isnan (value) ? cor_missing_number (self->session, item, self->field) : NULL;
      cor_number_entry_set_value (COR_NUMBER_ENTRY (self->editor), value);
      cor_number_entry_set_missing (COR_NUMBER_ENTRY (self->editor), missing);
    }
  else if (GTK_IS_SWITCH (self->editor))
    gtk_switch_set_active (GTK_SWITCH (self->editor), !different && cor_item_number (item, self->field) != 0);
  else if (!GTK_IS_DROP_DOWN (self->editor))
    refresh_text (self, different);
  else if (!self->choosing)
    refresh_choice (self, different);
  self->setting = FALSE;
}
