/* cor-headline.c: one of the four numbers with its change against the baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-headline.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-marks.h"
#include "cor-trace-window.h"

#include <glib/gi18n-lib.h>

struct _CorHeadline
{
  AdwBin parent_instance;

  CorHeadlineKind kind;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *unit;
  GtkBox *figure; /* value and unit */
  GtkLabel *change;
  GtkWidget *pin;
  GtkWidget *pin_icon;
  GtkLabel *base;
  GtkPopover *menu;
  CorResults *results;
  CorTraceWindow *card; /* weak: the last that was opened */
};

G_DEFINE_FINAL_TYPE (CorHeadline, cor_headline, ADW_TYPE_BIN)

/* What goes with the parity year is a remark, not a unit: "until 2026 · 9 of 11 duties". It stands below,
 * where there is room for it, unless the change stands there. */
static gboolean
is_remark_below (CorHeadline *self)
{
  return self->kind == COR_HEADLINE_PARITY && *gtk_label_get_label (self->change) == '\0';
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorHeadline *self = COR_HEADLINE (widget);
  GtkLabel *beside = is_remark_below (self) ? self->base : self->unit;
  g_autofree char *text = g_strdup_printf ("%s: %s %s", gtk_label_get_text (self->title), gtk_label_get_text (self->value),
                                           gtk_label_get_text (beside));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_strchomp (text));
}

static void
explain_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorHeadline *self = COR_HEADLINE (widget);
  CorTraceKey key = { .quantity = cor_headline_quantity (self->kind) };

  if (self->results == NULL)
    return;
  g_clear_weak_pointer (&self->card);
  g_set_weak_pointer (&self->card, COR_TRACE_WINDOW (cor_trace_window_new (
                                       GTK_WINDOW (gtk_widget_get_root (widget)), self->results, &key)));
  gtk_window_present (GTK_WINDOW (self->card));
}

static void
number_clicked (GtkGestureClick *gesture, int n, double x, double y, CorHeadline *self)
{
  explain_activated (GTK_WIDGET (self), NULL, NULL);
}

static void
menu_pressed (GtkGestureClick *gesture, int n, double x, double y, CorHeadline *self)
{
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (self->menu);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
cor_headline_dispose (GObject *object)
{
  CorHeadline *self = COR_HEADLINE (object);

  g_clear_weak_pointer (&self->card);
  g_clear_pointer (&self->results, cor_results_unref);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  G_OBJECT_CLASS (cor_headline_parent_class)->dispose (object);
}

static void
cor_headline_class_init (CorHeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_headline_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, title);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, value);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, unit);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, figure);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, change);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, pin);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, pin_icon);
  gtk_widget_class_bind_template_child (widget_class, CorHeadline, base);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed);
  gtk_widget_class_bind_template_callback (widget_class, number_clicked);
  gtk_widget_class_install_action (widget_class, "headline.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "headline.explain", NULL, explain_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cor_headline_init (CorHeadline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_menu (CorHeadline *self)
{
  static const char *const help[COR_N_HEADLINES] = {
    [COR_HEADLINE_PARITY] = "app.help::parity-year",
    [COR_HEADLINE_DETOUR] = "app.help::detour-share",
    [COR_HEADLINE_EMISSIONS] = "app.help::emissions",
    [COR_HEADLINE_PUBLIC] = "app.help::public-cost",
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Where It Comes From"), "headline.explain");
  g_menu_append (menu, _ ("What It _Means"), help[self->kind]);
  g_menu_append (menu, _ ("_Pin as Baseline"), "win.pin-baseline");
  g_menu_append (menu, _ ("_Copy"), "headline.copy");
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

GtkWidget *
cor_headline_new (CorHeadlineKind kind)
{
  CorHeadline *self = g_object_new (COR_TYPE_HEADLINE, NULL);

  self->kind = kind;
  add_menu (self);
  gtk_label_set_label (self->title, cor_headline_title (kind));
  cor_headline_show (self, NULL, NULL);
  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_texts (CorHeadline *self, const CorHeadlineText *text)
{
  gboolean below;

  gtk_label_set_label (self->value, text->value);
  gtk_label_set_label (self->change, text->change);
  gtk_widget_set_visible (GTK_WIDGET (self->change), *text->change != '\0');
  below = is_remark_below (self);
  gtk_label_set_label (self->unit, below ? "" : text->unit);
  gtk_label_set_label (self->base, below ? text->unit : text->base);
  gtk_widget_set_visible (self->pin_icon, !below);
  gtk_widget_set_visible (self->pin, below || *text->change != '\0');
}

/* One sentence for a screen reader. */
static void
update_accessible (CorHeadline *self, const CorHeadlineText *text)
{
  g_autofree char *label
      = *text->change != '\0'
            ? g_strdup_printf (_ ("%s: %s %s, %s, baseline %s"), cor_headline_title (self->kind),
                               text->value, text->unit, text->change, text->base)
            : g_strdup_printf ("%s: %s %s", cor_headline_title (self->kind), text->value,
                               text->unit);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Marks the number where it rests on something assumed, and says on what; @n is 1 where there is one. */
static void
mark (GtkWidget *widget, CorTrace *const *on, guint n)
{
  CorHeadline *self = COR_HEADLINE (widget);
  const CorTrace *rests = n > 0 ? on[0] : NULL;
  g_autofree char *told = rests != NULL ? cor_card_rests (rests) : NULL;
  g_autofree char *text = g_strconcat (cor_headline_about (self->kind), told != NULL ? "\n┄ " : "", told, NULL);

  cor_card_mark (GTK_WIDGET (self->value), rests);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* The mark stays until it is known whether the new number has one; no number has none. */
static void
ask_mark (CorHeadline *self, const CorHeadlineText *text)
{
  gboolean none = self->results == NULL || g_str_equal (text->value, COR_EN_DASH);

  if (none)
    mark (GTK_WIDGET (self), NULL, 0);
  cor_marks_ask (GTK_WIDGET (self), &(CorMark){ self->results, { .quantity = cor_headline_quantity (self->kind) }, NULL }, none ? 0 : 1, mark);
}

/* A figure beside the number has its own card: what it changed by, what it was, and how many duties it is of. */
static void
attach_cards (CorHeadline *self, const CorHeadlineText *text, const CorResults *baseline)
{
  CorTraceKey key = { .quantity = cor_headline_quantity (self->kind) }, duties = { .quantity = COR_TRACE_DUTIES_DONE };
  gboolean below = is_remark_below (self), counted = self->kind == COR_HEADLINE_PARITY && self->results != NULL;
  gboolean changed = *text->change != '\0' && self->results != NULL && baseline != NULL;

  /* Public money is told by the tonne, and what it changed by as money a year. */
  if (self->kind == COR_HEADLINE_PUBLIC)
    key.quantity = COR_TRACE_PUBLIC_YEAR;
  if (changed)
    cor_card_attach_change (GTK_WIDGET (self->change), self->results, &key, baseline, &key);
  else
    cor_card_attach (GTK_WIDGET (self->change), NULL, NULL);
  cor_card_attach (GTK_WIDGET (self->unit), counted && !below && *text->unit != '\0' ? self->results : NULL, &duties);
  if (below)
    cor_card_attach (GTK_WIDGET (self->base), counted && *text->unit != '\0' ? self->results : NULL, &duties);
  else
    cor_card_attach (GTK_WIDGET (self->base), changed ? baseline : NULL, &key);
}

void
cor_headline_show (CorHeadline *self, const CorResults *results, const CorResults *baseline)
{
  CorHeadlineText text;

  g_return_if_fail (COR_IS_HEADLINE (self));

  g_clear_pointer (&self->results, cor_results_unref);
  self->results = results != NULL ? cor_results_ref ((CorResults *)results) : NULL;
  if (self->card != NULL && results != NULL)
    cor_trace_window_update (self->card, self->results);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "headline.explain", results != NULL);
  cor_headline_text (self->kind, results, baseline, &text);
  show_texts (self, &text);
  set_class (GTK_WIDGET (self->change), "better", text.better > 0);
  set_class (GTK_WIDGET (self->change), "worse", text.better < 0);
  set_class (GTK_WIDGET (self->value), "long", g_utf8_strlen (text.value, -1) > 7);
  set_class (GTK_WIDGET (self->value), "seven", g_utf8_strlen (text.value, -1) == 7);
  update_accessible (self, &text);
  attach_cards (self, &text, baseline);
  ask_mark (self, &text);
  cor_headline_text_clear (&text);
}

void
cor_headline_set_stacked (CorHeadline *self, gboolean stacked)
{
  g_return_if_fail (COR_IS_HEADLINE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->figure),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->figure, stacked ? 0 : 8);
}

const char *
cor_headline_get_value (CorHeadline *self)
{
  g_return_val_if_fail (COR_IS_HEADLINE (self), NULL);

  return gtk_label_get_label (self->value);
}
