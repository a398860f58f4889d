/* cor-report-parts.h: the parts of the report, in their order.
 *
 * Private to the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-facts.h"
#include "cor-report-sheet.h"

G_BEGIN_DECLS

/** cor_report_finding: (transfer full): what the results say, as a headline. */
char *cor_report_finding (const CorFacts *facts);

/** cor_report_finding_lead: (transfer full): where, how many, what cannot be done. */
char *cor_report_finding_lead (const CorFacts *facts);

/** cor_report_finding_takes: (transfer full): paragraphs of what it takes, as Pango markup. */
char *cor_report_finding_takes (const CorFacts *facts);

/* Each lays out one part and leaves the cursor after it. */
void cor_report_front (CorSheet *sheet, const CorFacts *facts);
void cor_report_proposal (CorSheet *sheet, const CorFacts *facts);
void cor_report_cost (CorSheet *sheet, const CorFacts *facts);
void cor_report_energy (CorSheet *sheet, const CorFacts *facts);
void cor_report_emissions (CorSheet *sheet, const CorFacts *facts);
void cor_report_region (CorSheet *sheet, const CorFacts *facts);
void cor_report_duties (CorSheet *sheet, const CorFacts *facts);
void cor_report_variants (CorSheet *sheet, const CorFacts *facts);
void cor_report_sensitivity (CorSheet *sheet, const CorFacts *facts);
void cor_report_cards (CorSheet *sheet, const CorFacts *facts);
void cor_report_method (CorSheet *sheet, const CorFacts *facts);
void cor_report_references (CorSheet *sheet, const CorFacts *facts);

G_END_DECLS
