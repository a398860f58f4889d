/* cor-workshop.c: the corridor on a projector: map, four numbers, a handful of large levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-headline.h"
#include "cor-map-pane.h"
#include "cor-workshop-language.h"
#include "cor-workshop-lever.h"
#include "cor-workshop-levers.h"
#include "cor-workshop-marks.h"

#include <glib/gi18n-lib.h>

struct _CorWorkshop
{
  AdwWindow parent_instance;

  CorApplication *app;
  CorSession *main;    /* of the document that this is a copy of */
  CorSession *session; /* what the levers work on */
  CorScenario *start;
  CorMapPane *map;
  gboolean fitted;
  gboolean handed_over; /* another window goes on, in another language */
  CorHeadline *headlines[COR_N_HEADLINES];
  GPtrArray *sliders;
  GPtrArray *marks; /* CorWorkshopMark */
  GSimpleActionGroup *actions;
  gint64 began;
  guint tick;
  AdwBin *map_bin;
  GtkLabel *timer;
  GtkBox *levers;
  GtkGrid *numbers;
  GtkBox *choices;
  GtkBox *mark_list;
  GtkEditable *mark_name;
  GtkPopover *mark_popover;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (CorWorkshop, cor_workshop, ADW_TYPE_WINDOW)

static CorDocument *
document_of (CorWorkshop *self)
{
  return cor_session_get_document (self->session);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_marks_to (CorWorkshop *self)
{
  for (guint m = 0; m < self->marks->len; m++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, m);

      for (guint i = 0; i < self->sliders->len; i++)
        cor_workshop_lever_mark (g_ptr_array_index (self->sliders, i), mark->scenario, mark->name);
    }
}

static void
fill_levers (CorWorkshop *self)
{
  g_auto (GStrv) levers = cor_workshop_levers (cor_document_get_base (cor_session_get_document (self->main)));

  clear_box (self->levers);
  g_ptr_array_set_size (self->sliders, 0);
  for (guint i = 0; levers[i] != NULL && self->sliders->len < COR_WORKSHOP_LEVERS; i++)
    {
      GtkWidget *slider = cor_workshop_lever_new (self->session, levers[i]);

      if (slider == NULL)
        continue;
      g_ptr_array_add (self->sliders, slider);
      gtk_box_append (self->levers, slider);
    }
  add_marks_to (self);
}

static void
fill_choices (CorWorkshop *self);

/* A lever was chosen or left out: noted in the document, and put in place here. */
static void
choice_toggled (GtkCheckButton *check, CorWorkshop *self)
{
  CorDocument *document = cor_session_get_document (self->main);
  const char *lever = g_object_get_data (G_OBJECT (check), "lever");
  g_auto (GStrv) now = cor_workshop_levers (cor_document_get_base (document));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) next = NULL;
  g_autoptr (CorScenario) prepared = NULL;

  for (guint i = 0; now[i] != NULL; i++)
    if (!g_str_equal (now[i], lever))
      g_strv_builder_add (builder, now[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (builder, lever);
  next = g_strv_builder_end (builder);
  cor_document_apply (document,
                      cor_edit_boxed (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, "workshop", next, NULL),
                      _ ("Levers of the workshop"), NULL);
  prepared = cor_workshop_prepare (self->start, (const char *const *)next);
  cor_scenario_unref (self->start);
  self->start = g_steal_pointer (&prepared);
  cor_document_apply (document_of (self),
                      cor_workshop_prepare (cor_document_get_scenario (document_of (self)), (const char *const *)next),
                      _ ("Levers of the workshop"), NULL);
  fill_levers (self);
  fill_choices (self);
}

/* What there is to choose from; no more than there is room for can be on. */
static void
fill_choices (CorWorkshop *self)
{
  CorScenario *base = cor_document_get_base (cor_session_get_document (self->main));
  g_auto (GStrv) chosen = cor_workshop_levers (base);
  g_auto (GStrv) all = cor_workshop_candidates (base);
  gboolean full = g_strv_length (chosen) >= COR_WORKSHOP_LEVERS;

  clear_box (self->choices);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *label = cor_workshop_lever_label (base, all[i], cor_format_is_chinese (NULL));
      GtkWidget *check = gtk_check_button_new_with_label (label);
      gboolean on = g_strv_contains ((const char *const *)chosen, all[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
      gtk_widget_set_sensitive (check, on || !full);
      g_object_set_data_full (G_OBJECT (check), "lever", g_strdup (all[i]), g_free);
      g_signal_connect (check, "toggled", G_CALLBACK (choice_toggled), self);
      gtk_box_append (self->choices, check);
    }
}

/* Once the map has its size. */
static gboolean
fit_once (gpointer data)
{
  CorWorkshop *self = data;

  if (self->session != NULL)
    cor_map_pane_fit (self->map);
  return G_SOURCE_REMOVE;
}

static void
fit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  cor_map_pane_fit (self->map);
}

/* What the map's own buttons ask of the window they stand in. */
static void
add_map_actions (CorWorkshop *self)
{
  const GActionEntry entries[] = {
    { "fit", fit_activated, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) tool = g_property_action_new ("tool", self->map, "tool");
  g_autoptr (GPropertyAction) colour = g_property_action_new ("colour", self->map, "colour");

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (tool));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (colour));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
}

static void
results_changed (CorWorkshop *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  for (guint i = 0; i < COR_N_HEADLINES; i++)
    cor_headline_show (self->headlines[i], results, cor_session_get_baseline (self->session));
  if (results != NULL && self->sliders->len == 0)
    fill_levers (self);
  if (results != NULL && !self->fitted)
    {
      self->fitted = TRUE;
      g_idle_add_full (G_PRIORITY_LOW, fit_once, g_object_ref (self), g_object_unref);
    }
}

static gboolean
tick (gpointer data)
{
  CorWorkshop *self = data;
  gint64 seconds = (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  g_autofree char *text = g_strdup_printf ("%d:%02d", (int)(seconds / 60), (int)(seconds % 60));

  gtk_label_set_label (self->timer, text);
  return G_SOURCE_CONTINUE;
}

static void
restart_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  cor_document_apply (document_of (self), cor_scenario_ref (self->start), _ ("Start again"), NULL);
  self->began = g_get_monotonic_time ();
  tick (self);
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_document_undo (document_of (data));
}

/* The name for the next mark: a number that none has yet. */
static void
propose_name (CorWorkshop *self)
{
  g_autofree char *name = g_strdup_printf ("%u", self->marks->len + 1);

  gtk_editable_set_text (self->mark_name, name);
}

static void
fill_marks (CorWorkshop *self)
{
  clear_box (self->mark_list);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, i);
      GtkWidget *button = gtk_button_new_with_label (mark->name);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", mark->name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workshop.go-to-mark");
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (self->mark_list, button);
    }
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "keep-marks")), self->marks->len > 0);
  propose_name (self);
}

static void
mark_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->mark_name)));
  CorScenario *scenario = cor_document_get_scenario (document_of (self));

  if (*name == '\0')
    return;
  cor_workshop_marks_add (self->marks, name, scenario);
  for (guint i = 0; i < self->sliders->len; i++)
    cor_workshop_lever_mark (g_ptr_array_index (self->sliders, i), scenario, name);
  gtk_popover_popdown (self->mark_popover);
  fill_marks (self);
}

/* All levers to where they were when the mark was made; the timer goes on. */
static void
go_to_mark_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, i);

      if (g_str_equal (mark->name, g_variant_get_string (parameter, NULL)))
        cor_document_apply (document_of (self), cor_scenario_ref (mark->scenario), _ ("Go to a mark"), NULL);
    }
  gtk_popover_popdown (self->mark_popover);
}

static void
keep_marks_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;
  guint n = cor_workshop_marks_keep (self->marks, self->main);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u mark kept as a variant of the scenario", "%u marks kept as variants of the scenario", n), n);

  gtk_popover_popdown (self->mark_popover);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static CorWorkshop *
workshop_new (CorApplication *app, CorSession *main, CorScenario *start, CorScenario *now);

/* Text looks up its language where it is made: a window like this one takes over. */
static gboolean
take_over (gpointer data)
{
  CorWorkshop *self = data, *next;

  if (self->session == NULL || self->handed_over || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  if (cor_session_get_computing (self->session) || cor_session_get_computing (self->main))
    return G_SOURCE_CONTINUE;
  self->handed_over = TRUE;
  cor_workshop_language_toggle ();
  next = workshop_new (self->app, self->main, self->start, cor_document_get_scenario (document_of (self)));
  next->began = self->began;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, i);

      cor_workshop_marks_add (next->marks, mark->name, mark->scenario);
    }
  fill_marks (next);
  gtk_window_present (GTK_WINDOW (next));
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
language_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, 20, take_over, g_object_ref (data), g_object_unref);
}

static void
cor_workshop_dispose (GObject *object)
{
  CorWorkshop *self = COR_WORKSHOP (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->main);
  g_clear_pointer (&self->start, cor_scenario_unref);
  g_clear_pointer (&self->sliders, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_workshop_parent_class)->dispose (object);
}

/* The room is left: the program speaks as before. */
static void
cor_workshop_unrealize (GtkWidget *widget)
{
  if (!COR_WORKSHOP (widget)->handed_over)
    cor_workshop_language_restore ();
  GTK_WIDGET_CLASS (cor_workshop_parent_class)->unrealize (widget);
}

static void
cor_workshop_class_init (CorWorkshopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unrealize = cor_workshop_unrealize;

  G_OBJECT_CLASS (klass)->dispose = cor_workshop_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-workshop.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, map_bin);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, timer);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, levers);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, numbers);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, choices);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, mark_list);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, mark_name);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, mark_popover);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, toasts);
}

static void
cor_workshop_init (CorWorkshop *self)
{
  const GActionEntry entries[] = {
    { "restart", restart_activated, NULL, NULL, NULL, { 0 } },
    { "undo", undo_activated, NULL, NULL, NULL, { 0 } },
    { "mark", mark_activated, NULL, NULL, NULL, { 0 } },
    { "go-to-mark", go_to_mark_activated, "s", NULL, NULL, { 0 } },
    { "keep-marks", keep_marks_activated, NULL, NULL, NULL, { 0 } },
    { "language", language_activated, NULL, NULL, NULL, { 0 } },
  };

  self->sliders = g_ptr_array_new ();
  self->marks = cor_workshop_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "workshop", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    {
      self->headlines[i] = COR_HEADLINE (cor_headline_new (i));
      gtk_widget_set_hexpand (GTK_WIDGET (self->headlines[i]), TRUE);
      gtk_grid_attach (self->numbers, GTK_WIDGET (self->headlines[i]), (int)i, 0, 1, 1);
    }
  self->began = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, tick, self);
  tick (self);
}

/* @start: where "start again" leads to; @now: where the levers are. */
static CorWorkshop *
workshop_new (CorApplication *app, CorSession *main, CorScenario *start, CorScenario *now)
{
  CorWorkshop *self = g_object_new (COR_TYPE_WORKSHOP, "application", app, NULL);

  self->app = app;
  self->main = g_object_ref (main);
  self->start = cor_scenario_ref (start);
  self->session = cor_session_new (cor_application_get_engine (app));
  self->map = COR_MAP_PANE (
    cor_map_pane_new (self->session, cor_application_get_map_base_for (app, cor_scenario_head (start)->network, NULL)));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
  add_map_actions (self);
  fill_choices (self);
  fill_marks (self);
  g_signal_connect_swapped (self->session, "results-changed", G_CALLBACK (results_changed), self);
  cor_session_open (self->session, cor_scenario_ref (start), NULL);
  cor_document_apply (document_of (self), cor_scenario_ref (now), _ ("Lever"), NULL);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return self;
}

GtkWidget *
cor_workshop_new (CorApplication *app, CorSession *session)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  g_auto (GStrv) levers = cor_workshop_levers (scenario);
  g_autoptr (CorScenario) start = cor_workshop_prepare (scenario, (const char *const *)levers);

  return GTK_WIDGET (workshop_new (app, session, start, start));
}

CorSession *
cor_workshop_get_session (CorWorkshop *self)
{
  g_return_val_if_fail (COR_IS_WORKSHOP (self), NULL);

  return self->session;
}
