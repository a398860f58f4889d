/* cor-recover.h: offers what was not saved when the program last ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-application.h"

G_BEGIN_DECLS

/**
 * cor_recover_offer: asks about each state that a program left that no longer runs, one after the
 * other, above the active window; what is answered with "Later" is asked again at the next start.
 */
void cor_recover_offer (CorApplication *app);

G_END_DECLS
