/* cor-instruments.h: the library of real instruments to pick from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** cor_instruments_window_new: (transfer none): instruments with years and sources; Add edits the document. */
GtkWidget *cor_instruments_window_new (GtkWindow *parent, CorSession *session);

G_END_DECLS
