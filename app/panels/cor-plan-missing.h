/* cor-plan-missing.h: why a duty has no charging plan, and what helps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cor_plan_missing_show: fills @page with the reason, and with buttons where a step helps.
 * @results, @duty: (nullable): none yet
 * @owner: (nullable): the window whose actions show what is selected
 *
 * Returns: whether there is no plan; @page is left as it is where there is one
 */
gboolean cor_plan_missing_show (AdwStatusPage *page,
                                CorSession *session,
                                const CorResults *results,
                                const CorDutyResult *duty,
                                GtkWindow *owner);

G_END_DECLS
