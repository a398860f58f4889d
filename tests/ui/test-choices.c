/* test-choices.c: every choice that the inspector offers for anything is taken once, and undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-inspector.h"

/* Choices tried of each list at most: the first and the last ones. */
#define MOST 6

static void
collect (GtkWidget *root, GPtrArray *lists)
{
  if (GTK_IS_DROP_DOWN (root) && gtk_widget_is_sensitive (root))
    g_ptr_array_add (lists, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, lists);
}

/* The list at that place of the inspector, as it is now, or NULL. A choice may make all rows anew. */
static GtkDropDown *
list_at (UiFixture *f, guint place)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  collect (ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL), lists);
  return place < lists->len ? g_ptr_array_index (lists, place) : NULL;
}

static guint
n_choices (GtkDropDown *list)
{
  GListModel *model = gtk_drop_down_get_model (list);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static void
select_it (UiFixture *f, CorItemKind kind, const char *id)
{
  cor_selection_set (cor_session_get_selection (f->session), kind, id);
  ui_wait (30);
}

/* Takes a choice, and takes it back. */
static void
try_choice (UiFixture *f, GtkDropDown *list, guint choice)
{
  CorDocument *document = cor_session_get_document (f->session);
  g_autoptr (CorScenario) before = cor_scenario_ref (cor_document_get_base (document));

  gtk_drop_down_set_selected (list, choice);
  ui_wait (5);
  while (cor_document_can_undo (document))
    cor_document_undo (document);
  g_assert_true (cor_document_get_base (document) == before);
  ui_wait (5);
}

static guint
try_item (UiFixture *f, CorItemKind kind, const char *id)
{
  GtkDropDown *list;
  guint tried = 0;

  select_it (f, kind, id);
  for (guint place = 0; (list = list_at (f, place)) != NULL; place++)
    {
      guint n = n_choices (list);

      for (guint i = 0; i < n; i++)
        {
          if (i >= MOST / 2 && i + MOST / 2 < n)
            continue;
          /* Undo leaves what was selected, and its rows. */
          select_it (f, kind, id);
          list = list_at (f, place);
          g_assert_nonnull (list);
          try_choice (f, list, i);
          tried++;
        }
    }
  return tried;
}

static void
test_choices (UiFixture *f, gconstpointer data)
{
  guint tried = 0;

  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (ui_scenario (f), (CorItemKind) kind, &n);
      g_autofree char *id = n > 0 ? g_strdup (items[n / 2]->id) : NULL;

      if (id != NULL)
        tried += try_item (f, (CorItemKind) kind, id);
    }
  g_test_message ("%u choices", tried);
  g_assert_cmpuint (tried, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/choices/each", UiFixture, NULL, ui_open, test_choices, ui_close);
  return g_test_run ();
}
