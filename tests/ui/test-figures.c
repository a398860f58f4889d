/* test-figures.c: no window shows a number that leads nowhere: what is not listed here opens its card.
 *
 * Looks at every label that is to be seen and has a digit in it. It has to lead to a card, or be something that a user
 * entered or chooses, or stand in the list below with its reason. Charts are drawn and have a test of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-format.h"
#include "cor-trace-window.h"
#include "ui-driver.h"

#include <string.h>

/*
 * What may show a digit without a card: a label with that class or name, or beneath a widget of that class, name or type.
 */
static const struct
{
  const char *where;
  const char *why;
} allowed[] = {
  { "cor-title", "the name of what is selected" },
  { "title", "the name of a row or window" },
  { "title-4", "the name of a truck" },
  { "cor-section", "the name of a variant" },
  { "cor-compare-label", "the name of a line" },
  { "dim-label", "a source, or the form of coordinates" },
  { "cor-inspector-header", "name and kind of what is selected" },
  { "AdwWindowTitle", "file, model year: the user's own" },
  { "AdwStatusPage", "how to begin" },
  { "CorMapView", "where the pointer is" },
  { "cor-workshop-value", "where a lever stands" },
  { "cor-workshop-timer", "the timer" },
  { "changed-cell", "the change that the user made" },
  { "card-note", "the model year, or how many there are to see: changes below, candidates on the map" },
  { "place-way", "read off the road that is named beside it" },
  { "cor-table", "the year that a column is of" },
  { "cor-outline", "names, entries, and counts of the lines below; computed numbers are links" },
  { "cor-symbol", "the symbol of a formula" },
};

static const char *
why_allowed (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
      if ((gtk_widget_has_css_class (w, allowed[i].where) && (w == widget || !g_str_equal (allowed[i].where, "title"))) || g_str_equal (gtk_widget_get_name (w), allowed[i].where)
          || g_str_equal (G_OBJECT_TYPE_NAME (w), allowed[i].where))
        return allowed[i].why;
  return NULL;
}

/* A card, the links of a sentence, a line of the list, or one of the four numbers as a whole. */
static gboolean
leads_on (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    if (g_object_get_data (G_OBJECT (w), "figure") != NULL || g_object_get_data (G_OBJECT (w), "sentence") != NULL
        || gtk_widget_has_css_class (w, "cor-number"))
      return TRUE;
  return FALSE;
}

/* What the user entered or chooses. */
static gboolean
is_control (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    if (GTK_IS_BUTTON (w) || GTK_IS_EDITABLE (w) || GTK_IS_DROP_DOWN (w) || GTK_IS_POPOVER (w))
      return TRUE;
  return FALSE;
}

static void
take_out (GString *text, const char *name)
{
  if (name != NULL && *name != '\0')
    g_string_replace (text, name, "", 0);
}

/* What has a digit other than in the names of the scenario's things, such as "6x4 electric, 350 kWh", and years that words say something of. */
static gboolean
has_number (UiFixture *f, const char *label)
{
  g_autoptr (GString) text = g_string_new (label);

  for (int kind = COR_ITEM_HEAD; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (ui_scenario (f), (CorItemKind) kind, &n);

      for (guint i = 0; i < n; i++)
        {
          take_out (text, items[i]->name);
          take_out (text, items[i]->name_zh);
        }
    }
  for (int i = 2000; i < 2100; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", i);

      if (text->len > strlen (year))
        take_out (text, year);
    }
  return strpbrk (text->str, "0123456789") != NULL;
}

static guint
look (UiFixture *f, GtkWidget *widget, const char *where, guint *seen)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
  guint lost = 0;

  /* A tooltip tells of what is beneath the pointer, which leads on itself. */
  if (!gtk_widget_get_mapped (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return 0;
  if (text != NULL && strpbrk (text, "0123456789") != NULL)
    {
      *seen += leads_on (widget);
      if (!leads_on (widget) && !is_control (widget) && why_allowed (widget) == NULL && has_number (f, text))
        {
          g_test_message ("%s: “%s” leads nowhere", where, text);
          lost++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lost += look (f, child, where, seen);
  return lost;
}

/* @main: in the main window, else in those above it. */
static guint
look_at_windows (UiFixture *f, gboolean main, const char *where, guint *seen)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  guint lost = 0;

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_widget_get_visible (l->data) && (l->data == f->window) == main)
      lost += look (f, l->data, where, seen);
  return lost;
}

static void
select_first (UiFixture *f, CorItemKind kind)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (ui_scenario (f), kind, &n);

  if (n > 0)
    cor_selection_set (cor_session_get_selection (f->session), kind, items[0]->id);
  ui_wait (200);
}

/* The inspector of each kind of thing, list and numbers. */
static void
test_main (UiFixture *f, gconstpointer data)
{
  guint seen = 0, lost = 0;

  for (int kind = COR_ITEM_HEAD; kind < COR_N_ITEM_KINDS; kind++)
    {
      select_first (f, (CorItemKind) kind);
      lost += look_at_windows (f, TRUE, "main window", &seen);
    }
  g_test_message ("%u numbers lead to a card", seen);
  g_assert_cmpuint (seen, >, 60);
  g_assert_cmpuint (lost, ==, 0);
}

static gboolean
is_change (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "cor-change");
}

static void
click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, 0.0, 0.0);
    }
}

/* What a number changed by leads to a card of the figure that is told, which for public money is that of a year. */
static void
check_change (UiFixture *f, CorHeadlineKind kind, CorTraceQuantity quantity)
{
  GtkWidget *summary = ui_find (GTK_WIDGET (f->window), COR_TYPE_SUMMARY, NULL, NULL);
  CorHeadline *headline = cor_summary_get_headline (COR_SUMMARY (summary), kind);
  g_autoptr (CorTrace) of = cor_trace_new (cor_session_get_results (f->session), &(CorTraceKey){ .quantity = quantity }, cor_format_is_chinese (NULL));
  CorTraceWindow *card;

  click (ui_find (GTK_WIDGET (headline), GTK_TYPE_LABEL, is_change, NULL));
  ui_until (ui_window (COR_TYPE_TRACE_WINDOW) != NULL);
  card = ui_window (COR_TYPE_TRACE_WINDOW);
  g_assert_nonnull (card);
  if (strstr (cor_trace_window_get_figure (card), of->title) == NULL)
    g_error ("%s is not of %s", cor_trace_window_get_figure (card), of->title);
  gtk_window_destroy (GTK_WINDOW (card));
  ui_wait (20);
}

/* With a baseline each of the four numbers says what it changed by. */
static void
test_baseline (UiFixture *f, gconstpointer data)
{
  guint before = 0, seen = 0;

  look_at_windows (f, TRUE, "before", &before);
  ui_activate (f, "pin-baseline", NULL);
  cor_document_set_variant (cor_session_get_document (f->session), "swap-and-toll-relief");
  ui_settle (f);
  ui_wait (100);
  g_assert_cmpuint (look_at_windows (f, TRUE, "with a baseline", &seen), ==, 0);
  g_assert_cmpuint (seen, >, before + 4);
  check_change (f, COR_HEADLINE_PARITY, COR_TRACE_PARITY);
  check_change (f, COR_HEADLINE_DETOUR, COR_TRACE_DETOUR);
  check_change (f, COR_HEADLINE_EMISSIONS, COR_TRACE_EMISSIONS);
  check_change (f, COR_HEADLINE_PUBLIC, COR_TRACE_PUBLIC_YEAR);
}

/* All pages of the window, one after the other. */
static guint
look_at_pages (UiFixture *f, const char *where, guint *seen)
{
  GtkWidget *stack = NULL;
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  guint lost = look_at_windows (f, FALSE, where, seen);

  for (GList *l = all; l != NULL && stack == NULL; l = l->next)
    if (l->data != f->window && gtk_widget_get_visible (l->data))
      stack = ui_find (l->data, ADW_TYPE_VIEW_STACK, NULL, NULL);
  if (stack == NULL)
    return lost;
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (ADW_VIEW_STACK (stack));

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      gtk_selection_model_select_item (pages, i, TRUE);
      ui_wait (400);
      lost += look_at_windows (f, FALSE, where, seen);
    }
  return lost;
}

static void
test_windows (UiFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *action;
    CorItemKind kind;
    guint least; /* numbers with a card in it */
  } windows[] = { { "stations", COR_ITEM_DUTY, 40 },   { "plan", COR_ITEM_DUTY, 15 },    { "break-even", COR_ITEM_DUTY, 10 },
                  { "sure", COR_ITEM_DUTY, 2 },        { "cash-flow", COR_ITEM_DUTY, 30 }, { "region", COR_ITEM_DUTY, 20 },
                  { "machines", COR_ITEM_SITE, 0 },    { "compare", COR_ITEM_DUTY, 50 }, { "siting", COR_ITEM_DUTY, 0 },
                  { "workshop", COR_ITEM_DUTY, 4 } };
  guint all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      guint seen = 0, lost;

      select_first (f, windows[i].kind);
      ui_activate (f, windows[i].action, NULL);
      ui_until ((seen = 0, look_at_windows (f, FALSE, "while it works", &seen), seen >= windows[i].least));
      ui_wait (300);
      seen = 0;
      lost = look_at_pages (f, windows[i].action, &seen);
      g_test_message ("%s: %u numbers lead to a card", windows[i].action, seen);
      g_assert_cmpuint (seen, >=, windows[i].least);
      all += lost;
      ui_close_others (f);
    }
  g_assert_cmpuint (all, ==, 0);
}

/* The number that list and map show of a thing opens the card of that very number. */
static void
test_list (UiFixture *f, gconstpointer data)
{
  static const CorItemKind kinds[] = { COR_ITEM_ROUTE, COR_ITEM_DUTY, COR_ITEM_STATION, COR_ITEM_VARIANT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const CorItem *item = cor_scenario_items (ui_scenario (f), kinds[i], &n)[kinds[i] == COR_ITEM_STATION ? 3 : 0];
      CorTraceWindow *card = NULL;

      /* Asked for until it is there: a variant has no number while it is worked out. */
      ui_until ((gtk_widget_activate_action (GTK_WIDGET (f->window), "win.explain-item", "(is)", (int) kinds[i], item->id),
                 (card = ui_window (COR_TYPE_TRACE_WINDOW)) != NULL));
      g_assert_nonnull (card);
      if (kinds[i] == COR_ITEM_STATION || kinds[i] == COR_ITEM_DUTY)
        g_assert_nonnull (strstr (cor_trace_window_get_figure (card), cor_item_label (item, cor_format_is_chinese (NULL))));
      gtk_window_destroy (GTK_WINDOW (card));
      ui_wait (20);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/figures/main", UiFixture, NULL, ui_open, test_main, ui_close);
  g_test_add ("/figures/baseline", UiFixture, NULL, ui_open, test_baseline, ui_close);
  g_test_add ("/figures/list", UiFixture, NULL, ui_open, test_list, ui_close);
  g_test_add ("/figures/windows", UiFixture, NULL, ui_open, test_windows, ui_close);
  return g_test_run ();
}
