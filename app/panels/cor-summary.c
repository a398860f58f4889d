/* cor-summary.c: the four numbers, each on top of the chart that explains it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-summary.h"

#include "cor-card.h"
#include "cor-chart-results.h"
#include "cor-factor-button.h"
#include "cor-pace.h"

#include <glib/gi18n-lib.h>

/* Old values stay; only after this time they dim. */
#define DIM_AFTER_MS 150

struct _CorSummary
{
  AdwBin parent_instance;

  CorSession *session;
  CorHeadline *headlines[COR_N_HEADLINES];
  CorChartView *charts[COR_N_HEADLINES];
  GtkGrid *numbers_grid;
  GtkGrid *charts_grid;
  GtkRevealer *revealer;
  GtkWidget *factor;
  GtkWidget *factor_cell; /* under the chart of emissions, where that is shown */
  GtkBox *box;
  char *duty; /* the duty that the charge chart shows; stays while nothing else is chosen */
  guint dim_source;
  CorPace pace; /* of the charts */
  gboolean narrow;
  gboolean low;
  gboolean show_charts;
};

enum
{
  PROP_SHOW_CHARTS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorSummary, cor_summary, ADW_TYPE_BIN)

static gboolean
is_chinese (void)
{
  return cor_format_is_chinese (NULL);
}

/* The duty of what is selected: the duty itself, or the first on the route or with the truck. */
static const CorDutyResult *
selected_duty (CorSummary *self, const CorResults *results)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const char *id = cor_selection_get_id (selection);
  CorItemKind kind = cor_selection_get_kind (selection);

  for (guint i = 0; id != NULL && i < results->n_duties; i++)
    {
      const CorDuty *duty = results->duties[i].duty;

      if ((kind == COR_ITEM_DUTY && g_str_equal (duty->item.id, id))
          || (kind == COR_ITEM_ROUTE && g_strcmp0 (duty->route, id) == 0)
          || (kind == COR_ITEM_TRUCK && g_strcmp0 (duty->truck, id) == 0))
        return &results->duties[i];
    }
  return NULL;
}

static const CorDutyResult *
charge_duty (CorSummary *self, const CorResults *results, const CorDutyResult *selected)
{
  const CorDutyResult *duty = selected;

  if (duty == NULL && self->duty != NULL)
    duty = cor_results_duty (results, self->duty);
  if (duty == NULL)
    duty = cor_chart_results_duty (results);
  g_free (self->duty);
  self->duty = duty != NULL ? g_strdup (duty->duty->item.id) : NULL;
  return duty;
}

static void
update_charts (CorSummary *self, const CorResults *results, const CorResults *baseline)
{
  const CorDutyResult *selected, *charge;
  const char *id;

  if (results == NULL || !gtk_revealer_get_reveal_child (self->revealer))
    {
      for (guint i = 0; i < COR_N_HEADLINES; i++)
        cor_chart_view_set_chart (self->charts[i], NULL);
      return;
    }
  selected = selected_duty (self, results);
  charge = charge_duty (self, results, selected);
  id = selected != NULL ? selected->duty->item.id : NULL;
  cor_chart_view_set_chart (self->charts[COR_HEADLINE_PARITY],
                            cor_chart_from_gap (results, baseline, id, is_chinese ()));
  cor_chart_view_set_chart (self->charts[COR_HEADLINE_DETOUR],
                            cor_chart_from_charge (results,
                                                   charge != NULL ? charge->duty->item.id : NULL,
                                                   is_chinese ()));
  cor_chart_view_set_chart (self->charts[COR_HEADLINE_EMISSIONS], cor_chart_from_stages (results));
  cor_chart_view_set_chart (self->charts[COR_HEADLINE_PUBLIC], cor_chart_from_parts (results, id));
}

static void
update_paced (gpointer data)
{
  CorSummary *self = data;

  update_charts (self, cor_session_get_results (self->session), cor_session_get_baseline (self->session));
}

static void
update_headlines (CorSummary *self)
{
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    cor_headline_show (self->headlines[i], cor_session_get_results (self->session), cor_session_get_baseline (self->session));
}

static void
update (CorSummary *self)
{
  cor_pace_clear (&self->pace);
  update_headlines (self);
  update_paced (self);
}

/* The figures follow at once, the charts when their turn comes. */
static void
results_changed (CorSummary *self)
{
  update_headlines (self);
  cor_pace_call (&self->pace);
}

static gboolean
dim (gpointer data)
{
  CorSummary *self = data;

  self->dim_source = 0;
  gtk_widget_add_css_class (GTK_WIDGET (self), "computing");
  return G_SOURCE_REMOVE;
}

static void
computing_changed (CorSummary *self)
{
  g_clear_handle_id (&self->dim_source, g_source_remove);
  if (cor_session_get_computing (self->session))
    self->dim_source = g_timeout_add (DIM_AFTER_MS, dim, self);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "computing");
}

static void
picked (CorSummary *self, const char *id)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  CorSelection *selection = cor_session_get_selection (self->session);

  if (cor_scenario_find (scenario, COR_ITEM_DUTY, id) != NULL)
    cor_selection_set (selection, COR_ITEM_DUTY, id);
  else if (cor_scenario_find (scenario, COR_ITEM_STATION, id) != NULL)
    cor_selection_set (selection, COR_ITEM_STATION, id);
}

/* Where a chart as a whole comes from: the card of the number above it. */
static void
chart_asked (CorChartView *view, int series, int point, CorSummary *self)
{
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    if (self->charts[i] == view)
      gtk_widget_activate_action (GTK_WIDGET (self->headlines[i]), "headline.explain", NULL);
}

/* Puts the four cells in rows of @columns. */
static void
arrange (CorSummary *self, int columns)
{
  for (int i = 0; i < COR_N_HEADLINES; i++)
    {
      GtkWidget *cells[] = { GTK_WIDGET (self->headlines[i]),
                             gtk_widget_get_parent (GTK_WIDGET (self->charts[i])) };
      GtkGrid *grids[] = { self->numbers_grid, self->charts_grid };

      for (int j = 0; j < 2; j++)
        {
          g_object_ref (cells[j]);
          if (gtk_widget_get_parent (cells[j]) != NULL)
            gtk_grid_remove (grids[j], cells[j]);
          gtk_grid_attach (grids[j], cells[j], i % columns, i / columns, 1, 1);
          if (i % columns > 0)
            gtk_widget_add_css_class (cells[j], "cor-divided");
          else
            gtk_widget_remove_css_class (cells[j], "cor-divided");
          g_object_unref (cells[j]);
        }
    }
}

/* The factor stands under its chart, or where charts are folded away under the numbers: always in sight. */
static void
place_factor (CorSummary *self, gboolean under_chart)
{
  GtkWidget *button = self->factor;
  GtkBox *to = under_chart ? GTK_BOX (self->factor_cell) : self->box;

  if (button == NULL || gtk_widget_get_parent (button) == GTK_WIDGET (to))
    return;
  g_object_ref (button);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (button)), button);
  gtk_box_append (to, button);
  gtk_widget_set_halign (button, under_chart ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  g_object_unref (button);
}

/* The charts as far as they are wanted and there is room. */
static void
reveal (CorSummary *self)
{
  gboolean shown = self->show_charts && !self->low;

  if (shown == gtk_revealer_get_reveal_child (self->revealer))
    return;
  gtk_revealer_set_reveal_child (self->revealer, shown);
  place_factor (self, shown);
  if (self->session != NULL)
    update (self);
}

static void
cor_summary_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CorSummary *self = COR_SUMMARY (object);

  switch (id)
    {
    case PROP_SHOW_CHARTS:
      g_value_set_boolean (value, self->show_charts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_summary_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CorSummary *self = COR_SUMMARY (object);

  switch (id)
    {
    case PROP_SHOW_CHARTS:
      if (g_value_get_boolean (value) == self->show_charts)
        return;
      self->show_charts = g_value_get_boolean (value);
      reveal (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_summary_dispose (GObject *object)
{
  CorSummary *self = COR_SUMMARY (object);

  g_clear_handle_id (&self->dim_source, g_source_remove);
  cor_pace_clear (&self->pace);
  g_clear_object (&self->session);
  g_clear_pointer (&self->duty, g_free);
  G_OBJECT_CLASS (cor_summary_parent_class)->dispose (object);
}

static void
cor_summary_class_init (CorSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_summary_get_property;
  object_class->set_property = cor_summary_set_property;
  object_class->dispose = cor_summary_dispose;
  props[PROP_SHOW_CHARTS]
      = g_param_spec_boolean ("show-charts", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSummary, numbers_grid);
  gtk_widget_class_bind_template_child (widget_class, CorSummary, charts_grid);
  gtk_widget_class_bind_template_child (widget_class, CorSummary, revealer);
  gtk_widget_class_bind_template_child (widget_class, CorSummary, box);
}

static void
cor_summary_init (CorSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  self->show_charts = TRUE;
  for (int i = 0; i < COR_N_HEADLINES; i++)
    {
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->headlines[i] = COR_HEADLINE (cor_headline_new (i));
      self->charts[i] = COR_CHART_VIEW (cor_chart_view_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->charts[i]), TRUE);
      gtk_widget_set_vexpand (GTK_WIDGET (self->charts[i]), TRUE);
      gtk_widget_add_css_class (cell, "cor-chart-cell");
      gtk_box_append (GTK_BOX (cell), GTK_WIDGET (self->charts[i]));
      if (i == COR_HEADLINE_EMISSIONS)
        self->factor_cell = cell;
      gtk_grid_attach (self->charts_grid, cell, i, 0, 1, 1);
      g_signal_connect_object (self->charts[i], "picked", G_CALLBACK (picked), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->charts[i], "asked", G_CALLBACK (chart_asked), self, 0);
      cor_chart_view_set_explains (self->charts[i], TRUE);
    }
  arrange (self, COR_N_HEADLINES);
}

GtkWidget *
cor_summary_new (CorSession *session)
{
  CorSummary *self = g_object_new (COR_TYPE_SUMMARY, NULL);

  self->session = g_object_ref (session);
  cor_pace_set (&self->pace, update_paced, self);
  self->factor = cor_factor_button_new (session);
  gtk_box_append (GTK_BOX (self->factor_cell), self->factor);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (results_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "baseline-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::computing", G_CALLBACK (computing_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_selection (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
cor_summary_set_room (CorSummary *self, gboolean narrow, gboolean low)
{
  g_return_if_fail (COR_IS_SUMMARY (self));

  if (self->narrow != narrow)
    arrange (self, narrow ? 2 : COR_N_HEADLINES);
  self->narrow = narrow;
  self->low = low;
  reveal (self);
}

CorHeadline *
cor_summary_get_headline (CorSummary *self, CorHeadlineKind kind)
{
  g_return_val_if_fail (COR_IS_SUMMARY (self), NULL);

  return self->headlines[kind];
}
