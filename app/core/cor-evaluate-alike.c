/* cor-evaluate-alike.c: duties that ask the same question, which is answered once.
 *
 * Several fleets with the same truck on the same route are told apart by their names and by how many trucks they
 * have. Neither says anything about one truck's day, energy and cost, but that trucks share the plugs of a site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

/* What a duty asks. @sharing: how many trucks share a site's plugs, 0 where that does not matter. */
typedef struct
{
  const CorDuty *duty;
  double sharing;
} Question;

static gboolean
has_plugs (const CorScenario *scenario, const char *site_id)
{
  const CorSite *site = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, site_id);

  return site != NULL && site->plugs > 0 && site->plug_kw > 0;
}

static Question
question_of (const CorScenario *scenario, const CorDuty *duty)
{
  const CorRoute *route = (const CorRoute *) cor_scenario_find (scenario, COR_ITEM_ROUTE, duty->route);
  gboolean plugs = route != NULL && (has_plugs (scenario, route->origin) || has_plugs (scenario, route->destination));

  return (Question){ duty, plugs ? duty->trucks : 0 };
}

static guint
hash_text (const char *text)
{
  return text != NULL ? g_str_hash (text) : 0;
}

static guint
question_hash (gconstpointer key)
{
  const CorDuty *duty = ((const Question *) key)->duty;

  return hash_text (duty->route) * 31 + hash_text (duty->truck) * 7 + hash_text (duty->depot);
}

static gboolean
same_list (char **a, char **b)
{
  guint i = 0;

  if (a == NULL || b == NULL)
    return (a == NULL || *a == NULL) && (b == NULL || *b == NULL);
  for (; a[i] != NULL && b[i] != NULL; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      return FALSE;
  return a[i] == b[i];
}

static gboolean
question_equal (gconstpointer one, gconstpointer other)
{
  const Question *p = one, *q = other;
  const CorDuty *a = p->duty, *b = q->duty;

  return p->sharing == q->sharing && a->parameters == b->parameters && g_strcmp0 (a->route, b->route) == 0
         && g_strcmp0 (a->truck, b->truck) == 0 && g_strcmp0 (a->diesel, b->diesel) == 0
         && g_strcmp0 (a->region, b->region) == 0 && g_strcmp0 (a->depot, b->depot) == 0
         && same_list (a->alternatives, b->alternatives);
}

guint *
cor_evaluate_alike (const CorScenario *scenario)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  g_autoptr (GHashTable) firsts = g_hash_table_new (question_hash, question_equal);
  g_autofree Question *questions = g_new (Question, MAX (n, 1));
  guint *first = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      Question *same;

      questions[i] = question_of (scenario, (const CorDuty *) duties[i]);
      same = g_hash_table_lookup (firsts, &questions[i]);
      if (same == NULL)
        g_hash_table_add (firsts, &questions[i]);
      first[i] = same != NULL ? (guint) (same - questions) : i;
    }
  return first;
}

void
cor_evaluate_take_answer (const CorDutyResult *from, const CorDuty *duty, guint n_years, CorDutyResult *out)
{
  out->duty = duty;
  out->route = from->route;
  out->geometry = cor_geometry_ref (from->geometry);
  out->counted = g_new0 (int, n_years);
  out->diesel = from->diesel != NULL ? cor_alternative_ref (from->diesel) : NULL;
  out->assigned = from->assigned;
  out->n_alternatives = from->n_alternatives;
  out->alternatives = g_new (CorAlternative *, MAX (from->n_alternatives, 1));
  for (guint i = 0; i < from->n_alternatives; i++)
    out->alternatives[i] = cor_alternative_ref (from->alternatives[i]);
}
