/* cor-policy.c: the table of kinds, and all policies of a truck together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CorPolicyKindInfo infos[COR_N_POLICY_KINDS] = {
#define COR_POLICY_KIND(ENUM, id, unit, money, limit, otherwise, top, powertrains, function, label) \
  { id, unit, COR_POLICY_MONEY_##money, COR_POLICY_LIMIT_##limit, otherwise, top, powertrains, label },
#include "cor-policy-table.def"
#undef COR_POLICY_KIND
};

static const CorPolicyFunc functions[COR_N_POLICY_KINDS] = {
#define COR_POLICY_KIND(ENUM, id, unit, money, limit, otherwise, top, powertrains, function, label) function,
#include "cor-policy-table.def"
#undef COR_POLICY_KIND
};

const CorPolicyKindInfo *
cor_policy_kind_info (CorPolicyKind kind)
{
  g_return_val_if_fail (kind < COR_N_POLICY_KINDS, NULL);
  return &infos[kind];
}

gboolean
cor_policy_kind_from_id (const char *id, CorPolicyKind *out)
{
  for (guint i = 0; i < COR_N_POLICY_KINDS; i++)
    if (g_strcmp0 (infos[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

void
cor_policy_term_init (CorPolicyTerm *term, CorPolicyKind kind)
{
  memset (term, 0, sizeof *term);
  term->kind = kind;
  term->amount = term->cap_yuan = term->min_range_km = term->min_wh_per_kg = NAN;
}

gboolean
cor_policy_term_on (const CorPolicyTerm *term, CorPowertrain powertrain, int year)
{
  guint mask = term->powertrains ? term->powertrains : infos[term->kind].powertrains;

  return (mask & COR_POLICY_BIT (powertrain)) != 0
         && (term->first_year == 0 || year >= term->first_year)
         && (term->last_year == 0 || year <= term->last_year);
}

/* Along straight lines between the points, and along the last of them beyond. */
static double
along_path (const CorPolicyPoint *path, guint n, double x)
{
  guint i = 1;

  if (n == 1 || x <= path[0].x)
    return path[0].y;
  while (i + 1 < n && path[i].x < x)
    i++;
  return path[i - 1].y
         + (path[i].y - path[i - 1].y) * (x - path[i - 1].x) / (path[i].x - path[i - 1].x);
}

double
cor_policy_amount (const CorPolicyTerm *term, int year, double otherwise)
{
  if (term->n_path > 0)
    return along_path (term->path, term->n_path, year);
  return cor_or (cor_or (term->amount, otherwise), 0);
}

double
cor_policy_slot_amount (const CorTcoInputs *in, const CorPolicyTerm *term, guint slot)
{
  CorParamId id = infos[term->kind].otherwise;
  double otherwise = id == COR_POLICY_WHOLE ? 1 : id == COR_POLICY_NOTHING ? NAN : in->at[slot][id];

  return cor_policy_amount (term, in->model_year + (slot > 0 ? (int) slot - 1 : 0), otherwise);
}

/* What all policies of a limit together may save at most in a slot. */
static double
limit_in_slot (const CorTco *before, CorPolicyLimit limit, guint slot)
{
  switch (limit)
    {
    case COR_POLICY_LIMIT_PRICE:
      {
        double sum = 0;

        for (guint y = 0; slot == 0 && y <= before->n_years; y++)
          sum += before->part[COR_TCO_TRUCK][y] + before->part[COR_TCO_BATTERY][y]
                 + before->part[COR_TCO_BATTERY_LEASE][y];
        return sum;
      }
    case COR_POLICY_LIMIT_TAX:
      return before->part[COR_TCO_PURCHASE_TAX][slot];
    case COR_POLICY_LIMIT_TOLL:
      return before->part[COR_TCO_TOLL][slot];
    case COR_POLICY_LIMIT_ENERGY:
      return before->part[COR_TCO_FUEL][slot] + before->part[COR_TCO_DEPOT_ENERGY][slot]
             + before->part[COR_TCO_STATION_ENERGY][slot] + before->part[COR_TCO_DEMAND][slot];
    case COR_POLICY_LIMIT_NONE:
    case COR_N_POLICY_LIMITS:
      break;
    }
  return G_MAXDOUBLE;
}

/* Scales what the policies of @limit save in @slot down to what there is. */
static void
scale_terms (const CorTcoInputs *in, CorTco *out, CorPolicyLimit limit, guint slot, double factor)
{
  for (guint i = 0; i < in->n_terms; i++)
    if (infos[in->terms[i].kind].limit == limit)
      out->term[i][slot] *= factor;
}

/* Where policies of one limit save more than there is, each saves its share of what there is. */
static void
apply_limits (const CorTcoInputs *in, CorTco *out)
{
  double saved[COR_N_POLICY_LIMITS][COR_TCO_SLOTS];
  guint used = 0;

  for (guint i = 0; i < in->n_terms; i++)
    {
      CorPolicyLimit limit = infos[in->terms[i].kind].limit;

      for (guint y = 0; y <= in->n_years; y++)
        saved[limit][y] = (used & 1u << limit ? saved[limit][y] : 0) - out->term[i][y];
      used |= 1u << limit;
    }
  for (int limit = COR_POLICY_LIMIT_PRICE; limit < COR_N_POLICY_LIMITS; limit++)
    for (guint y = 0; (used & 1u << limit) && y <= in->n_years; y++)
      if (saved[limit][y] > 0)
        {
          double most = MAX (0, limit_in_slot (out, limit, y));

          if (saved[limit][y] > most)
            scale_terms (in, out, limit, y, most / saved[limit][y]);
        }
}

void
cor_tco_policy (const CorTcoInputs *in, CorTco *out, double *row)
{
  for (guint y = 0; y <= in->n_years; y++)
    row[y] = 0;
  if (in->n_terms == 0)
    return;
  for (guint i = 0; i < in->n_terms; i++)
    {
      const CorPolicyTerm *term = &in->terms[i];

      for (guint y = 0; y <= in->n_years; y++)
        out->term[i][y] = 0;
      out->term_money[i] = infos[term->kind].money;
      if (term->kind == COR_POLICY_ENERGY && cor_tco_electric (in))
        out->term_money[i] = COR_POLICY_MONEY_FORGONE;
      functions[term->kind](in, out, term, out->term[i]);
    }
  apply_limits (in, out);
  for (guint i = 0; i < in->n_terms; i++)
    for (guint y = 0; y <= in->n_years; y++)
      row[y] += out->term[i][y];
}

CorPublicMoney
cor_tco_public (const CorTco *tco, guint term, guint slot)
{
  CorPublicMoney money = { 0 };

  g_return_val_if_fail (term < tco->n_terms && slot <= tco->n_years, money);

  switch (tco->term_money[term])
    {
    case COR_POLICY_MONEY_PAID:
      money.paid = -tco->term[term][slot];
      break;
    case COR_POLICY_MONEY_FORGONE:
      money.forgone = -tco->term[term][slot];
      break;
    case COR_POLICY_MONEY_RAISED:
      money.raised = tco->term[term][slot];
      break;
    case COR_POLICY_MONEY_NONE:
      break;
    }
  return money;
}

CorPublicMoney
cor_tco_public_total (const CorTco *tco)
{
  CorPublicMoney sum = { 0 };

  for (guint i = 0; i < tco->n_terms; i++)
    for (guint y = 0; y <= tco->n_years; y++)
      {
        CorPublicMoney money = cor_tco_public (tco, i, y);

        sum.paid += money.paid;
        sum.forgone += money.forgone;
        sum.raised += money.raised;
      }
  return sum;
}
