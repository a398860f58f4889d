/* test-closed.c: each window opened and closed three times, at rest and at work: nothing of it stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

/* How often each is opened and closed. */
#define ROUNDS 3
/* What works in the background may hold a window until its work ends, in hundredths of a second. */
#define PATIENCE 1000

/* A window and the way to it. */
typedef struct
{
  const char *action; /* of the window, or of the program behind "app." */
  const char *target;
  CorItemKind kind; /* of what is selected before, the first of its kind */
} Way;

static GtkWindow *
newest (UiFixture *f)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (l->data != f->window && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static void
open_by (UiFixture *f, const Way *way)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  GVariant *target = way->target != NULL ? g_variant_new_string (way->target) : NULL;
  guint n;

  if (way->kind != COR_ITEM_HEAD)
    cor_selection_set (selection, way->kind, cor_scenario_items (ui_scenario (f), way->kind, &n)[0]->id);
  if (g_str_has_prefix (way->action, "app."))
    g_action_group_activate_action (G_ACTION_GROUP (f->app), way->action + strlen ("app."), target);
  else
    g_action_group_activate_action (G_ACTION_GROUP (f->window), way->action, target);
}

static void
watch (GPtrArray *watched, GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget) || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Cor"))
    {
      gpointer *place = g_new (gpointer, 1);

      *place = widget;
      g_object_add_weak_pointer (G_OBJECT (widget), place);
      g_ptr_array_add (watched, place);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    watch (watched, child);
}

/* One that is still there, or NULL. */
static GObject *
left_of (GPtrArray *watched)
{
  for (guint i = 0; i < watched->len; i++)
    if (*(gpointer *) g_ptr_array_index (watched, i) != NULL)
      return *(gpointer *) g_ptr_array_index (watched, i);
  return NULL;
}

/* Closes it as its button does, then waits until it and all of ours in it are finalized. */
static void
close_and_wait (GtkWindow *window, const char *name)
{
  g_autoptr (GPtrArray) watched = g_ptr_array_new_with_free_func (g_free);

  watch (watched, GTK_WIDGET (window));
  gtk_window_close (window);
  for (guint i = 0; left_of (watched) != NULL && i < PATIENCE; i++)
    ui_wait (10);
  if (left_of (watched) != NULL)
    g_error ("%s: closed, but a %s is still there with %u references", name, G_OBJECT_TYPE_NAME (left_of (watched)),
             left_of (watched)->ref_count);
}

static void
open_and_close (UiFixture *f, const Way *way)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      GtkWindow *window;

      open_by (f, way);
      ui_until (newest (f) != NULL);
      window = newest (f);
      if (window == NULL)
        g_error ("%s: opens nothing", way->action);
      /* The last time while it is still at work; GTK's own that asks for a file shows an error of its own then. */
      if (round + 1 < ROUNDS || GTK_IS_FILE_CHOOSER (window))
        ui_wait (250);
      close_and_wait (window, way->action);
      if (newest (f) != NULL)
        g_error ("%s: closed, but there is a %s", way->action, G_OBJECT_TYPE_NAME (newest (f)));
    }
}

static const Way ways[] = {
  { "stations", NULL, COR_ITEM_HEAD },        { "siting", NULL, COR_ITEM_HEAD },
  { "plan", NULL, COR_ITEM_DUTY },            { "break-even", NULL, COR_ITEM_DUTY },
  { "sure", NULL, COR_ITEM_DUTY },            { "cash-flow", NULL, COR_ITEM_DUTY },
  { "workshop", NULL, COR_ITEM_HEAD },        { "instruments", NULL, COR_ITEM_HEAD },
  { "region", NULL, COR_ITEM_HEAD },          { "machines", NULL, COR_ITEM_SITE },
  { "compare", NULL, COR_ITEM_HEAD },         { "road-network", NULL, COR_ITEM_HEAD },
  { "import", NULL, COR_ITEM_HEAD },          { "new-variant", NULL, COR_ITEM_HEAD },
  { "open", NULL, COR_ITEM_HEAD },            { "save-as", NULL, COR_ITEM_HEAD },
  { "app.help", "start", COR_ITEM_HEAD },     { "app.about", NULL, COR_ITEM_HEAD },
  { "app.preferences", NULL, COR_ITEM_HEAD }, { "app.new-window", NULL, COR_ITEM_HEAD },
};

static void
test_windows (UiFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    open_and_close (f, &ways[i]);
}

static void
collect_texts (GtkWidget *widget, GPtrArray *texts)
{
  if (GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
    g_ptr_array_add (texts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

/* The window, with something typed into its text of that place and not confirmed; NULL where it has no such text. */
static GtkWindow *
open_and_type (UiFixture *f, const Way *way, guint place)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkWindow *window;

  open_by (f, way);
  ui_until (newest (f) != NULL);
  window = newest (f);
  ui_wait (250);
  collect_texts (GTK_WIDGET (window), texts);
  if (place < texts->len)
    {
      gtk_widget_grab_focus (g_ptr_array_index (texts, place));
      gtk_editable_set_text (g_ptr_array_index (texts, place), "2031");
      return window;
    }
  close_and_wait (window, way->action);
  return NULL;
}

/* What was typed and not confirmed is nobody's once the window is closed. */
static void
test_typed (UiFixture *f, gconstpointer data)
{
  guint typed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWindow *window;

      if (g_str_equal (ways[i].action, "open") || g_str_equal (ways[i].action, "save-as"))
        continue;
      for (guint place = 0; place < 8 && (window = open_and_type (f, &ways[i], place)) != NULL; place++, typed++)
        close_and_wait (window, ways[i].action);
    }
  g_test_message ("%u texts", typed);
  g_assert_cmpuint (typed, >, 2);
}

/* A card above a number. */
static void
test_card (UiFixture *f, gconstpointer data)
{
  GtkWidget *summary = ui_find (GTK_WIDGET (f->window), COR_TYPE_SUMMARY, NULL, NULL);
  CorHeadline *headline = cor_summary_get_headline (COR_SUMMARY (summary), COR_HEADLINE_PARITY);

  for (guint round = 0; round < ROUNDS; round++)
    {
      gtk_widget_activate_action (GTK_WIDGET (headline), "headline.explain", NULL);
      ui_until (newest (f) != NULL);
      g_assert_nonnull (newest (f));
      ui_wait (100);
      close_and_wait (newest (f), "card");
    }
}

/* A second window with a document: window, session, document and selection go, also while it is evaluated. */
static void
test_document (UiFixture *f, gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GFile) file = ui_sample ("shenzhen-pilot.corridor");
      CorWindow *window = cor_window_new (f->app);
      CorSession *session = cor_window_get_session (window);
      gpointer parts[] = { session, cor_session_get_document (session), cor_session_get_selection (session) };

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        g_object_add_weak_pointer (parts[i], &parts[i]);
      gtk_window_present (GTK_WINDOW (window));
      g_assert_true (cor_window_load (window, file));
      ui_wait (round == 0 ? 1000 : 20);
      close_and_wait (GTK_WINDOW (window), "document");
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          ui_until (parts[i] == NULL);
          g_assert_null (parts[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/closed/windows", UiFixture, NULL, ui_open, test_windows, ui_close);
  g_test_add ("/closed/typed", UiFixture, NULL, ui_open, test_typed, ui_close);
  g_test_add ("/closed/card", UiFixture, NULL, ui_open, test_card, ui_close);
  g_test_add ("/closed/document", UiFixture, NULL, ui_open, test_document, ui_close);
  return g_test_run ();
}
