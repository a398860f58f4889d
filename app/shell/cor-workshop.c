/* cor-workshop.c: the corridor on a projector: map, four numbers, a handful of large levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-private.h"

#include "cor-workshop-language.h"
#include "cor-workshop-levers.h"
#include "cor-workshop-marks.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CorWorkshop, cor_workshop, ADW_TYPE_WINDOW)

CorDocument *
cor_workshop_get_document (CorWorkshop *self)
{
  return cor_session_get_document (self->session);
}

void
cor_workshop_clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
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
    cor_workshop_fill_levers (self);
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

  cor_document_apply (cor_workshop_get_document (self), cor_scenario_ref (self->start),
                      _ ("Start again"), NULL);
  self->began = g_get_monotonic_time ();
  tick (self);
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_document_undo (cor_workshop_get_document (data));
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
  next = workshop_new (self->app, self->main, self->start,
                       cor_document_get_scenario (cor_workshop_get_document (self)));
  next->began = self->began;
  cor_workshop_take_marks (next, self);
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_fullscreen (GTK_WINDOW (next));
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
  g_clear_handle_id (&self->room_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->main);
  g_clear_pointer (&self->start, cor_scenario_unref);
  g_clear_pointer (&self->sliders, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->question);
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

static gboolean
fit_room_later (gpointer data)
{
  CorWorkshop *self = data;

  self->room_source = 0;
  cor_workshop_fit_room (self, self->width, self->height);
  g_idle_add_full (G_PRIORITY_LOW, fit_once, g_object_ref (self), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
cor_workshop_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorWorkshop *self = COR_WORKSHOP (widget);

  GTK_WIDGET_CLASS (cor_workshop_parent_class)->size_allocate (widget, width, height, baseline);
  if ((self->width != width || self->height != height) && self->room_source == 0)
    self->room_source = g_idle_add (fit_room_later, self);
  self->width = width;
  self->height = height;
}

static gboolean
cor_workshop_close_request (GtkWindow *window)
{
  CorWorkshop *self = COR_WORKSHOP (window);

  if (!self->unkept)
    return GTK_WINDOW_CLASS (cor_workshop_parent_class)->close_request (window);
  cor_workshop_ask_to_leave (self);
  return TRUE;
}

static void
cor_workshop_class_init (CorWorkshopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unrealize = cor_workshop_unrealize;
  widget_class->size_allocate = cor_workshop_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = cor_workshop_close_request;
  G_OBJECT_CLASS (klass)->dispose = cor_workshop_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-workshop.ui");
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
    { "language", language_activated, NULL, NULL, NULL, { 0 } },
  };

  self->sliders = g_ptr_array_new ();
  self->marks = cor_workshop_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  cor_workshop_add_mark_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "workshop", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    {
      self->headlines[i] = COR_HEADLINE (cor_headline_new (i));
      cor_headline_set_stacked (self->headlines[i], TRUE);
      gtk_widget_set_hexpand (GTK_WIDGET (self->headlines[i]), TRUE);
      gtk_grid_attach (self->numbers, GTK_WIDGET (self->headlines[i]), (int)i, 0, 1, 1);
    }
  self->began = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, tick, self);
  tick (self);
}

static void
roads_ready (gpointer workshop, const CorMapBase *base, gboolean missing)
{
  if (COR_WORKSHOP (workshop)->session != NULL)
    cor_map_pane_set_base (COR_WORKSHOP (workshop)->map, base);
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
  self->map = COR_MAP_PANE (cor_map_pane_new (self->session, cor_application_get_map_base (app)));
  cor_application_load_map_base (app, cor_scenario_head (start)->network, NULL, self, roads_ready);
  self->magnifier = COR_MAGNIFIER (cor_magnifier_new (GTK_WIDGET (self->map)));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->magnifier));
  cor_workshop_fit_room (self, 1920, 1080);
  add_map_actions (self);
  cor_workshop_fill_choices (self);
  cor_workshop_fill_marks (self);
  g_signal_connect_swapped (self->session, "results-changed", G_CALLBACK (results_changed), self);
  cor_session_open (self->session, start, NULL);
  cor_document_apply (cor_workshop_get_document (self), cor_scenario_ref (now), _ ("Lever"), NULL);
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

gboolean
cor_workshop_end_all (CorApplication *app, CorSession *session)
{
  g_autolist (GtkWindow) windows = NULL;
  gboolean gone = TRUE;

  g_return_val_if_fail (COR_IS_APPLICATION (app), FALSE);

  windows = cor_application_hold_windows (app);
  for (GList *l = windows; l != NULL; l = l->next)
    if (COR_IS_WORKSHOP (l->data) && COR_WORKSHOP (l->data)->main == session)
      {
        gone = gone && !COR_WORKSHOP (l->data)->unkept;
        gtk_window_close (l->data);
      }
  return gone;
}

CorSession *
cor_workshop_get_session (CorWorkshop *self)
{
  g_return_val_if_fail (COR_IS_WORKSHOP (self), NULL);

  return self->session;
}
