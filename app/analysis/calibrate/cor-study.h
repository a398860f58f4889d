/* cor-study.h: the ICCT study of 2021 as a whole: trucks, powertrains, cities, model years.
 *
 * Serves the calibration and the tests of the study's own figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tco.h"

G_BEGIN_DECLS

#define COR_STUDY_FIRST 2020
#define COR_STUDY_LAST 2030
#define COR_STUDY_YEARS (COR_STUDY_LAST - COR_STUDY_FIRST + 1)
/* The last year of ownership of the last model year. */
#define COR_STUDY_END (COR_STUDY_LAST + 4)

enum
{
  COR_STUDY_TRACTOR,
  COR_STUDY_DUMP,
  COR_STUDY_STRAIGHT,
  COR_STUDY_TRUCKS
};
enum
{
  COR_STUDY_DIESEL,
  COR_STUDY_BET,
  COR_STUDY_FCET,
  COR_STUDY_POWERTRAINS
};
enum
{
  COR_STUDY_BEIJING,
  COR_STUDY_SHANGHAI,
  COR_STUDY_SHENZHEN,
  COR_STUDY_CITIES
};

extern const char *const cor_study_trucks[COR_STUDY_TRUCKS];
extern const char *const cor_study_cities[COR_STUDY_CITIES];

/** CorStudy: one grid for each truck, powertrain and city. Owned by the caller of _init(). */
typedef struct
{
  CorTcoGrid *grids[COR_STUDY_TRUCKS][COR_STUDY_POWERTRAINS][COR_STUDY_CITIES];
  CorTcoInputs *inputs;
} CorStudy;

/** cor_study_init: reads all contexts of @defaults; free with cor_study_clear(). */
void cor_study_init (CorStudy *study, CorParamLayer *defaults);
void cor_study_clear (CorStudy *study);

/**
 * cor_study_set: sets @id to the line from @first in 2020 to @last in 2030, held from then on, for
 * a truck, powertrain and city, each -1 for all.
 */
void cor_study_set (CorStudy *study,
                    int truck,
                    int powertrain,
                    int city,
                    CorParamId id,
                    double first,
                    double last);

/** CorStudyRange: the cases of table 31: annual km and range by -40 %, -20 %, and as in the base. */
typedef enum
{
  COR_STUDY_LOW,
  COR_STUDY_MID,
  COR_STUDY_HIGH,
  COR_STUDY_RANGES
} CorStudyRange;

/**
 * cor_study_set_range: distance, battery or tank, and with them energy use, of a case of table 31,
 * from a study in the base case; @city -1 for all.
 */
void cor_study_set_range (CorStudy *study, int truck, int city, CorStudyRange range);

/** cor_study_tco: the cost of one truck; aborts on missing parameters, which is a fault here. */
void cor_study_tco (CorStudy *study,
                    int truck,
                    int powertrain,
                    int city,
                    int year,
                    const CorPolicyTerm *terms,
                    guint n_terms,
                    CorTco *out);

/** cor_study_gaps: cost less the diesel's by model year, yuan. */
void cor_study_gaps (CorStudy *study,
                     int truck,
                     int powertrain,
                     int city,
                     const CorPolicyTerm *terms,
                     guint n_terms,
                     double gaps[COR_STUDY_YEARS]);

/** cor_study_parity: the parity year, 0 for none. */
int cor_study_parity (CorStudy *study,
                      int truck,
                      int powertrain,
                      int city,
                      const CorPolicyTerm *terms,
                      guint n_terms);

G_END_DECLS
