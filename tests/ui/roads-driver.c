/* roads-driver.c: what tests of the road network ask of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-driver.h"

#include "cor-edit.h"

void
roads_ask_for (UiFixture *f, const char *name)
{
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_string (ui_scenario (f), COR_ITEM_HEAD, NULL, "network", name, NULL), "Network", NULL);
}

gboolean
roads_bar_shown (UiFixture *f)
{
  return gtk_revealer_get_reveal_child (
    GTK_REVEALER (ui_find (GTK_WIDGET (f->window), GTK_TYPE_REVEALER, ui_has_name, "roads-bar")));
}
