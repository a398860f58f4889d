/* cor-machines-private.h: the inside of the machines window, for cor-machines-*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-view.h"
#include "cor-data-table.h"
#include "cor-machines-window.h"
#include "cor-yard.h"

G_BEGIN_DECLS

struct _CorMachinesWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  gconstpointer sites; /* the list that the menu was filled from */
  char *chosen; /* the site of it that is shown, or NULL */
  GPtrArray *shown; /* ids of the machines in the list */
  gboolean filling;

  GtkDropDown *site;
  GtkMenuButton *add;
  GtkStack *list_stack;
  GtkListBox *list;
  GtkLabel *summary;
  AdwBin *table_bin;
  CorDataTable *table;
  CorChartView *day;
  AdwBin *charges_bin;
  CorDataTable *charges;
  CorChartView *inventory;
  GtkWidget *of_machines; /* what there is to say of machines alone */
  GtkLabel *factors;
  AdwBin *factor_bin;
};

/* cor-machines-results.c: what follows from the machines of @site. */
void cor_machines_init_results (CorMachinesWindow *self);
void cor_machines_fill_results (CorMachinesWindow *self, const CorResults *results, const char *site);

G_END_DECLS
