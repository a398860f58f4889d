/* cor-lever.c: a figure as a slider with its number: a parameter, or the amount of a policy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-lever.h"

#include "cor-apply.h"
#include "cor-data-text.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-number-entry.h"
#include "cor-policy.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CorLever
{
  AdwPreferencesRow parent_instance;

  CorSession *session;
  CorItemKind kind;
  char *id;
  CorParamId parameter; /* COR_N_PARAMS: the amount of the policy */
  CorNumberEntry *entry;
  gboolean setting;
  gboolean ranged;
  double lower, upper; /* of the scale; it is stretched only while the value lies outside */

  GtkLabel *name;
  GtkLabel *status;
  GtkBox *end;
  GtkWidget *reset;
  GtkScale *scale;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (CorLever, cor_lever, ADW_TYPE_PREFERENCES_ROW)

static CorScenario *
scenario_of (CorLever *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

static gboolean
is_amount (CorLever *self)
{
  return self->parameter == COR_N_PARAMS;
}

static const CorPolicyKindInfo *
policy_info (CorLever *self)
{
  const CorItem *item = cor_scenario_find (scenario_of (self), COR_ITEM_POLICY, self->id);
  CorPolicyKind kind;

  if (item == NULL || !cor_policy_kind_from_id (((const CorPolicy *)item)->policy_kind, &kind))
    return NULL;
  return cor_policy_kind_info (kind);
}

static const char *
label_of (CorLever *self)
{
  return is_amount (self) ? _ ("Amount") : _ (cor_param_info (self->parameter)->label);
}

static void
apply (CorLever *self, double value)
{
  g_autofree char *key
      = g_strdup_printf ("lever/%d/%s/%d", self->kind, self->id ? self->id : "", self->parameter);
  GError *error = NULL;
  CorScenario *next;

  if (is_amount (self))
    next = cor_edit_number (scenario_of (self), COR_ITEM_POLICY, self->id, "amount", value, &error);
  else
    next = cor_edit_parameter (scenario_of (self), self->kind, self->id, self->parameter, value,
                               &error);
  cor_apply (self->session, GTK_WIDGET (self), next, error, label_of (self), key);
}

static void
number_edited (CorLever *self, double value)
{
  apply (self, value);
}

static void
done (CorLever *self)
{
  cor_apply_done (self->session);
}

static void
scale_moved (CorLever *self)
{
  if (!self->setting)
    apply (self, gtk_range_get_value (GTK_RANGE (self->scale)));
}

/* A drag is one step from the press to the release, however long it rests between. */
static gboolean
scale_event (CorLever *self, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS
      || gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN)
    cor_apply_begin (self->session);
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE
      || gdk_event_get_event_type (event) == GDK_TOUCH_END)
    done (self);
  return FALSE;
}

static void
reset_clicked (CorLever *self)
{
  g_autoptr (CorSession) session = g_object_ref (self->session); /* the lever may be gone after the edit */

  /* The button goes; the keyboard stays in its row. */
  gtk_widget_grab_focus (GTK_WIDGET (cor_number_entry_get_spin (self->entry)));
  apply (self, NAN);
  cor_apply_done (session);
}

static void
cor_lever_dispose (GObject *object)
{
  CorLever *self = COR_LEVER (object);

  /* The entry that had the focus says that it is done when it goes, and needs the session for it. */
  G_OBJECT_CLASS (cor_lever_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);
}

static void
cor_lever_class_init (CorLeverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_lever_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-lever.ui");
  gtk_widget_class_bind_template_child (widget_class, CorLever, name);
  gtk_widget_class_bind_template_child (widget_class, CorLever, status);
  gtk_widget_class_bind_template_child (widget_class, CorLever, end);
  gtk_widget_class_bind_template_child (widget_class, CorLever, reset);
  gtk_widget_class_bind_template_child (widget_class, CorLever, scale);
  gtk_widget_class_bind_template_child (widget_class, CorLever, hint);
  gtk_widget_class_bind_template_callback (widget_class, scale_moved);
  gtk_widget_class_bind_template_callback (widget_class, scale_event);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked);
}

static void
cor_lever_init (CorLever *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cor_number_leave_wheel (GTK_WIDGET (self->scale));
}

static const char *
unit_of (CorLever *self)
{
  const CorPolicyKindInfo *info = is_amount (self) ? policy_info (self) : NULL;
  const char *unit
      = is_amount (self) ? (info ? info->unit : "") : cor_param_info (self->parameter)->unit;
  double highest = is_amount (self) ? 1 : cor_param_info (self->parameter)->highest;

  return g_strcmp0 (unit, "1") == 0 && highest <= 1 ? "%" : cor_unit_text (unit);
}

/* As far as its parameter goes, where it has one. */
static double
highest_amount (CorLever *self)
{
  const CorPolicyKindInfo *info = policy_info (self);

  return info != NULL && info->otherwise < COR_N_PARAMS ? cor_param_info (info->otherwise)->highest : 1e9;
}

static void
build (CorLever *self, gboolean slider)
{
  const CorParamInfo *info = is_amount (self) ? NULL : cor_param_info (self->parameter);
  gboolean share = g_str_equal (unit_of (self), "%");
  double lowest = info ? info->lowest : 0, highest = info ? info->highest : share ? 1 : highest_amount (self);

  self->entry = COR_NUMBER_ENTRY (
      cor_number_entry_new (lowest, highest, unit_of (self), FALSE, is_amount (self)));
  g_signal_connect_swapped (self->entry, "edited", G_CALLBACK (number_edited), self);
  g_signal_connect_swapped (self->entry, "done", G_CALLBACK (done), self);
  gtk_box_append (self->end, GTK_WIDGET (self->entry));
  gtk_label_set_label (self->name, label_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self->scale), slider);
  if (!slider)
    gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->scale)), GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label_of (self), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cor_number_entry_get_spin (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label_of (self), -1);
  cor_lever_refresh (self);
}

GtkWidget *
cor_lever_new_parameter (CorSession *session,
                         CorItemKind kind,
                         const char *id,
                         CorParamId parameter,
                         gboolean slider)
{
  CorLever *self = g_object_new (COR_TYPE_LEVER, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->id = g_strdup (id);
  self->parameter = parameter;
  build (self, slider);
  return GTK_WIDGET (self);
}

GtkWidget *
cor_lever_new_amount (CorSession *session, const char *policy)
{
  CorLever *self = g_object_new (COR_TYPE_LEVER, NULL);

  self->session = g_object_ref (session);
  self->kind = COR_ITEM_POLICY;
  self->id = g_strdup (policy);
  self->parameter = COR_N_PARAMS;
  build (self, TRUE);
  return GTK_WIDGET (self);
}

/* Once: from half to one and a half of where it stands, or the range that the source gives where
 * that is wider; a share from 0 to 1. */
static void
set_range (CorLever *self, double value, double low, double high)
{
  const CorPolicyKindInfo *info = is_amount (self) ? policy_info (self) : NULL;
  double from = MIN (low, value * 0.5), to = MAX (high, value * 1.5), step;

  if (self->ranged || (isnan (value) && info == NULL))
    return;
  self->ranged = TRUE;
  if (is_amount (self))
    {
      from = 0;
      to = value > 0 ? value * 2.5 : info != NULL ? info->top : 1;
    }
  if (g_str_equal (unit_of (self), "%"))
    {
      from = 0;
      to = 1;
    }
  if (!(to > from))
    to = from + 1;
  step = cor_number_step (to - from, FALSE) / 10;
  from = floor (from / step) * step;
  to = ceil (to / step) * step;
  self->lower = from;
  self->upper = to;
  gtk_range_set_range (GTK_RANGE (self->scale), from, to);
  gtk_range_set_increments (GTK_RANGE (self->scale), step, 10 * step);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), MAX (0, (int)ceil (-log10 (step))));
  if (!is_amount (self))
    gtk_scale_add_mark (self->scale, value, GTK_POS_BOTTOM, NULL);
}

static void
show_number (CorLever *self, double value, double low, double high)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  self->setting = TRUE;
  set_range (self, value, low, high);
  if (!is_amount (self) && cor_price_is (cor_param_info (self->parameter)))
    cor_number_entry_set_least_digits (self->entry, cor_price_least_digits (value));
  cor_number_entry_set_value (self->entry, value);
  if (!isnan (value))
    {
      gtk_adjustment_set_lower (adjustment, MIN (self->lower, value));
      gtk_adjustment_set_upper (adjustment, MAX (self->upper, value));
      gtk_range_set_value (GTK_RANGE (self->scale), value);
    }
  self->setting = FALSE;
}

/* One end of a range, with no more digits than the value itself has. */
static char *
range_end (CorLever *self, double value)
{
  double factor;
  const char *unit = cor_units_shown (unit_of (self), cor_param_info (self->parameter)->highest, &factor);
  g_autofree char *number = NULL;

  if (g_str_equal (unit_of (self), "%"))
    return cor_format_percent (value, -1, NULL);
  number = cor_format_number (value * factor, cor_number_entry_get_digits (self->entry));
  return *unit != '\0' ? g_strconcat (number, COR_NBSP, unit, NULL) : g_steal_pointer (&number);
}

/* The range that a typed value has from the one it replaces, and from which that is. */
static void
append_followed_range (CorLever *self, GString *text, const CorParamValue *value)
{
  g_autofree char *low = range_end (self, value->low), *high = range_end (self, value->high);

  g_string_append_printf (text, "\n%s: %s – %s", _ ("Low – high"), low, high);
  if (value->range_from->source != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Range taken over from: %s"), cor_data_text (value->range_from->source));
    }
}

/* How it is known, as a chip, and where from, on hover. */
static void
show_origin (CorLever *self, const CorParamValue *value)
{
  const CorParameter *entry = value->from;
  static const char *classes[] = { "measured", "published", "derived", "assumed" };
  g_autoptr (GString) text = g_string_new (cor_data_text (entry->source));

  gboolean own = cor_edit_is_own (entry);

  /* Translators: a chip: the user set the value; elsewhere it says "Assumed". */
  gtk_label_set_label (self->status, own ? _ ("Set here") : cor_enum_name (cor_param_status_values, entry->status));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), classes[i]);
  if (!own)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), classes[entry->status]);
  gtk_widget_set_visible (GTK_WIDGET (self->status), own || entry->status == COR_STATUS_ASSUMED);
  if (entry->place != NULL)
    g_string_append_printf (text, "\n%s", cor_data_text (entry->place));
  if (entry->region != NULL || entry->year > 0)
    g_string_append_printf (text, "\n%s", entry->region ? cor_param_layer_region_name (cor_session_get_defaults (self->session), entry->region,
                                                                                       cor_format_is_chinese (NULL)) : "");
  if (entry->year > 0)
    g_string_append_printf (text, "%s%d", entry->region ? ", " : "", entry->year);
  if (entry->note != NULL)
    g_string_append_printf (text, "\n%s", cor_data_text (entry->note));
  if (value->range_from != entry)
    append_followed_range (self, text, value);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
}

static void
refresh_parameter (CorLever *self)
{
  CorParamValue value;
  gboolean own = FALSE;

  if (!cor_session_get_parameter (self->session, self->kind, self->id, self->parameter, &value,
                                  &own))
    {
      show_number (self, NAN, NAN, NAN);
      gtk_widget_set_visible (GTK_WIDGET (self->status), FALSE);
      gtk_widget_set_visible (self->reset, FALSE);
      return;
    }
  show_number (self, value.value, value.low, value.high);
  show_origin (self, &value);
  gtk_widget_set_visible (self->reset, own);
}

/* Without an amount: what is reckoned with, dim, or that it does nothing. */
static void
refresh_amount (CorLever *self, const CorPolicy *policy)
{
  double otherwise = cor_policy_otherwise (self->session, policy);
  g_autofree char *text = isnan (policy->amount) ? cor_policy_amount_text (policy, otherwise) : NULL;

  cor_number_entry_set_missing (self->entry, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), isnan (policy->amount) && text == NULL && isnan (otherwise));
  show_number (self, policy->amount, NAN, NAN);
}

void
cor_lever_refresh (CorLever *self)
{
  const CorItem *item;

  g_return_if_fail (COR_IS_LEVER (self));

  if (!is_amount (self))
    {
      refresh_parameter (self);
      return;
    }
  item = cor_scenario_find (scenario_of (self), COR_ITEM_POLICY, self->id);
  gtk_widget_set_visible (GTK_WIDGET (self->status), FALSE);
  gtk_widget_set_visible (self->reset, FALSE);
  if (item != NULL)
    refresh_amount (self, (const CorPolicy *)item);
}

GtkScale *
cor_lever_get_scale (CorLever *self)
{
  g_return_val_if_fail (COR_IS_LEVER (self), NULL);

  return self->scale;
}
