/* cor-sure-window.c: how sure a duty's result is: tornado, draws, heat map, policies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-sure-window.h"

#include "cor-card.h"
#include "cor-chart-view.h"
#include "cor-dialogs.h"
#include "cor-sure-work.h"

#include <glib/gi18n-lib.h>

enum
{
  VIEW_TORNADO,
  VIEW_YEARS,
  VIEW_HEAT,
  VIEW_POLICIES,
  N_VIEWS
};

/* Work that takes longer says so, milliseconds. */
#define SLOW_MS 400

struct _CorSureWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  GPtrArray *duties; /* ids, by row of the choice */
  char *duty;
  CorChartView *views[N_VIEWS];
  GCancellable *running; /* of the work under way; NULL without */
  guint slow_source;     /* until it is said that something is worked out */
  gboolean waiting;      /* there is something newer to work out */
  gboolean filling;
  CorSure *sure; /* what is shown; its charts are with the views */

  GtkDropDown *choice;
  GtkDropDown *x_lever;
  GtkDropDown *y_lever;
  GtkLabel *headline;
  GtkLabel *sentence;
  GtkLabel *heat_problem;
  GtkListBox *shares;
  GtkSpinner *spinner;
  GtkStack *stack;
  AdwViewStack *pages;
  AdwBin *tornado_bin;
  AdwBin *years_bin;
  AdwBin *heat_bin;
  AdwBin *policies_bin;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (CorSureWindow, cor_sure_window, ADW_TYPE_WINDOW)

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A label on as many lines as it needs. */
static GtkWidget *
wrapped_new (const char *text, const char *css_class)
{
  GtkWidget *label = label_new (text, css_class, 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

/* A parameter, its part of the variance as a bar and a number, and what it rests on. */
static void
add_share (CorSureWindow *self, CorResults *results, const CorSureShare *share)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  GtkWidget *name = wrapped_new (share->label, NULL);
  GtkWidget *chip = cor_card_chip_new (share->status, share->source);
  g_autofree char *text = cor_format_percent (share->share, 0, NULL);
  GtkWidget *figure = label_new (text, "cor-figure", 1), *place = adw_bin_new ();

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, share->source);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (share->share, 0, 1));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 56, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, share->label, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_set_size_request (place, 48, -1);
  gtk_widget_set_halign (figure, GTK_ALIGN_END);
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  cor_card_attach_trace (figure, results, share->card);
  adw_bin_set_child (ADW_BIN (place), figure);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_append (self->shares, box);
}

static void
show_shares (CorSureWindow *self, const CorSure *sure)
{
  GtkWidget *child;
  g_autofree char *explained = cor_card_link (cor_format_percent (sure->explained, 0, NULL), 0);
  g_autofree char *about = g_strdup_printf (
      _ ("Share of the variance of the gap: squared correlation with each parameter, %s together. The rest is what "
         "parameters do jointly or not in a straight line."),
      explained);
  GtkWidget *label = wrapped_new (NULL, "cor-caption");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shares))) != NULL)
    gtk_list_box_remove (self->shares, child);
  for (guint i = 0; i < sure->shares->len; i++)
    add_share (self, sure->results, &g_array_index (sure->shares, CorSureShare, i));
  cor_card_set_sentence (GTK_LABEL (label), about, &(CorMark){ sure->results, sure->explained_card->key, sure->explained_card }, 1);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_append (self->shares, label);
}

static gboolean
is_on (CorSureWindow *self, const char *page)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), page) == 0;
}

/* The chance and what the draws say, each figure with its card, and with the draws what is drawn together; nothing where
 * there is a problem. Policies are of all duties, whichever is chosen. */
static void
show_words (CorSureWindow *self)
{
  const CorSure *sure = self->sure;
  gboolean all = is_on (self, "policies");
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (CorMark));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->choice), !all);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), !all);
  if (all || sure == NULL)
    {
      cor_card_set_sentence (self->sentence, all ? _ ("All duties together: mean gap of a truck to diesel.") : "", NULL, 0);
      return;
    }

  for (guint i = 0; i < sure->cards->len; i++)
    {
      CorTrace *card = g_ptr_array_index (sure->cards, i);
      CorMark mark = { sure->results, card->key, card };

      g_array_append_val (figures, mark);
    }
  gtk_label_set_label (self->headline, sure->headline != NULL ? sure->headline : "");
  if (sure->chance != NULL)
    cor_card_attach_trace (GTK_WIDGET (self->headline), sure->results, sure->chance);
  else
    cor_card_attach (GTK_WIDGET (self->headline), NULL, NULL);
  text = g_strjoin ("\n", sure->sentence != NULL ? sure->sentence : "", is_on (self, "draws") ? sure->together : NULL, NULL);
  cor_card_set_sentence (self->sentence, text, (const CorMark *) (void *) figures->data, figures->len);
}

static void
show (CorSureWindow *self, CorSure *sure)
{
  gtk_stack_set_visible_child_name (self->stack, sure->problem != NULL ? "problem" : "charts");
  show_words (self);
  if (sure->problem != NULL)
    {
      adw_status_page_set_description (self->problem, sure->problem);
      return;
    }
  cor_chart_view_set_chart (self->views[VIEW_TORNADO], g_steal_pointer (&sure->tornado));
  cor_chart_view_set_chart (self->views[VIEW_YEARS], g_steal_pointer (&sure->years));
  cor_chart_view_set_chart (self->views[VIEW_HEAT], g_steal_pointer (&sure->heat));
  gtk_widget_set_visible (GTK_WIDGET (self->heat_problem), sure->heat_problem != NULL);
  gtk_label_set_label (self->heat_problem, sure->heat_problem != NULL ? sure->heat_problem : "");
  cor_chart_view_set_chart (self->views[VIEW_POLICIES], g_steal_pointer (&sure->policies));
  show_shares (self, sure);
}

static void
start (CorSureWindow *self);

static void
set_spinning (CorSureWindow *self, gboolean on)
{
  g_clear_handle_id (&self->slow_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, on);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), on);
}

static gboolean
is_slow (gpointer data)
{
  CorSureWindow *self = data;

  self->slow_source = 0;
  set_spinning (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
worked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorSureWindow) self = data;
  CorSure *sure = cor_sure_finish (result, NULL);

  g_clear_object (&self->running);
  if (sure != NULL)
    {
      g_clear_pointer (&self->sure, cor_sure_free);
      self->sure = sure;
    }
  if (self->session == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_clear_handle_id (&self->slow_source, g_source_remove);
      return;
    }
  if (sure != NULL)
    show (self, sure);
  /* Given up for something newer: it goes on being slow. */
  if (self->waiting)
    start (self);
  else
    set_spinning (self, FALSE);
}

/* Works out what is newest; what runs is given up, and goes on with it then. */
static void
start (CorSureWindow *self)
{
  CorResults *results = (CorResults *)cor_session_get_results (self->session);

  self->waiting = results != NULL;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (results == NULL || self->running != NULL)
    return;
  self->waiting = FALSE;
  self->running = g_cancellable_new ();
  if (self->slow_source == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->slow_source = g_timeout_add (SLOW_MS, is_slow, self);
  cor_sure_work (results, cor_session_get_engine (self->session), self->duty, gtk_drop_down_get_selected (self->x_lever),
                 gtk_drop_down_get_selected (self->y_lever), self->running, worked, g_object_ref (self));
}

/* The duties that can be compared with diesel; the one looked at stays chosen. */
static void
fill_duties (CorSureWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean zh = cor_format_is_chinese (NULL);
  guint selected = 0;

  self->filling = TRUE;
  g_ptr_array_set_size (self->duties, 0);
  for (guint i = 0; results != NULL && i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorItem *item = duty->duty->item.name == NULL && duty->route ? &duty->route->item : &duty->duty->item;

      if (duty->diesel == NULL)
        continue;
      if (self->duty == NULL)
        self->duty = g_strdup (duty->duty->item.id);
      if (g_str_equal (self->duty, duty->duty->item.id))
        selected = self->duties->len;
      g_ptr_array_add (self->duties, g_strdup (duty->duty->item.id));
      gtk_string_list_append (names, cor_item_label (item, zh));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  if (self->duties->len > 0)
    {
      /* The one looked at may be gone. */
      g_free (self->duty);
      self->duty = g_strdup (g_ptr_array_index (self->duties, selected));
      gtk_drop_down_set_selected (self->choice, selected);
    }
  self->filling = FALSE;
}

static void
results_changed (CorSureWindow *self)
{
  if (cor_session_get_results (self->session) == NULL)
    return;
  fill_duties (self);
  start (self);
}

static void
choice_changed (CorSureWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->filling || selected >= self->duties->len)
    return;
  g_free (self->duty);
  self->duty = g_strdup (g_ptr_array_index (self->duties, selected));
  start (self);
}

static void
page_changed (CorSureWindow *self)
{
  show_words (self);
}

/* Two levers that are not the same: the other one gives way. */
static void
lever_changed (GtkDropDown *lever, GParamSpec *pspec, CorSureWindow *self)
{
  GtkDropDown *other = lever == self->x_lever ? self->y_lever : self->x_lever;

  if (self->filling || self->session == NULL)
    return;
  if (gtk_drop_down_get_selected (lever) == gtk_drop_down_get_selected (other))
    gtk_drop_down_set_selected (other, (gtk_drop_down_get_selected (lever) + 1) % COR_N_LEVERS);
  start (self);
}

static void
picked (CorSureWindow *self, const char *id)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));

  if (cor_scenario_find (scenario, COR_ITEM_POLICY, id) != NULL)
    cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_POLICY, id);
}

/* Closed: what runs, and holds the window until it ends, is given up. */
static void
cor_sure_window_unmap (GtkWidget *widget)
{
  CorSureWindow *self = COR_SURE_WINDOW (widget);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  GTK_WIDGET_CLASS (cor_sure_window_parent_class)->unmap (widget);
}

static void
cor_sure_window_dispose (GObject *object)
{
  CorSureWindow *self = COR_SURE_WINDOW (object);

  g_clear_handle_id (&self->slow_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->duty, g_free);
  G_OBJECT_CLASS (cor_sure_window_parent_class)->dispose (object);
}

static void
cor_sure_window_finalize (GObject *object)
{
  g_clear_pointer (&COR_SURE_WINDOW (object)->sure, cor_sure_free);
  G_OBJECT_CLASS (cor_sure_window_parent_class)->finalize (object);
}

static void
cor_sure_window_class_init (CorSureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_sure_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_sure_window_finalize;
  widget_class->unmap = cor_sure_window_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-sure-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, x_lever);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, y_lever);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, headline);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, heat_problem);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, shares);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, tornado_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, years_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, heat_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, policies_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSureWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, page_changed);
  gtk_widget_class_bind_template_callback (widget_class, lever_changed);
}

static void
cor_sure_window_init (CorSureWindow *self)
{
  GtkStringList *levers = gtk_string_list_new (NULL);
  AdwBin *bins[N_VIEWS];

  self->filling = TRUE;
  self->duties = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < COR_N_LEVERS; i++)
    gtk_string_list_append (levers, _ (cor_lever_info (i)->label));
  gtk_drop_down_set_model (self->x_lever, G_LIST_MODEL (levers));
  gtk_drop_down_set_model (self->y_lever, G_LIST_MODEL (levers));
  g_object_unref (levers);
  gtk_drop_down_set_selected (self->x_lever, COR_LEVER_ANNUAL_KM);
  gtk_drop_down_set_selected (self->y_lever, COR_LEVER_ELECTRICITY);
  bins[VIEW_TORNADO] = self->tornado_bin;
  bins[VIEW_YEARS] = self->years_bin;
  bins[VIEW_HEAT] = self->heat_bin;
  bins[VIEW_POLICIES] = self->policies_bin;
  for (guint i = 0; i < N_VIEWS; i++)
    {
      self->views[i] = COR_CHART_VIEW (cor_chart_view_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->views[i]), TRUE);
      gtk_widget_set_vexpand (GTK_WIDGET (self->views[i]), TRUE);
      adw_bin_set_child (bins[i], GTK_WIDGET (self->views[i]));
    }
  g_signal_connect_object (self->views[VIEW_POLICIES], "picked", G_CALLBACK (picked), self, G_CONNECT_SWAPPED);
  self->filling = FALSE;
}

GtkWidget *
cor_sure_window_new (GtkWindow *parent, CorSession *session, const char *duty)
{
  CorSureWindow *self = g_object_new (COR_TYPE_SURE_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->duty = g_strdup (duty);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (results_changed), self, G_CONNECT_SWAPPED);
  results_changed (self);
  return GTK_WIDGET (self);
}

const char *
cor_sure_window_get_headline (CorSureWindow *self)
{
  g_return_val_if_fail (COR_IS_SURE_WINDOW (self), NULL);

  return gtk_label_get_label (self->headline);
}

gboolean
cor_sure_window_get_computing (CorSureWindow *self)
{
  g_return_val_if_fail (COR_IS_SURE_WINDOW (self), FALSE);

  return self->running != NULL;
}
