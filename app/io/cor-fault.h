/* cor-fault.h: what is wrong with a file, one entry a fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-error.h"

G_BEGIN_DECLS

/* More than these are not kept. */
#define COR_FAULTS_MAX 200

/**
 * CorFault:
 * @path: where in the scenario, as in `duties[3].truck`; %NULL where the message says it
 * @message: what is wrong and what to do; without @path
 */
typedef struct
{
  CorError code;
  char *path;
  char *message;
} CorFault;

/** cor_faults_new: (transfer full): an empty list that owns its #CorFault. */
GPtrArray *cor_faults_new (void);

/** cor_faults_add: adds a fault; no more than %COR_FAULTS_MAX are kept. */
void cor_faults_add (GPtrArray *faults, CorError code, const char *path, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/** cor_faults_take: adds @error, whose message says where; frees it. */
void cor_faults_take (GPtrArray *faults, GError *error);

/** cor_fault_text: (transfer full): "WHERE: WHAT". */
char *cor_fault_text (const CorFault *fault);

/** cor_faults_to_error: sets the first fault, and how many more there are; FALSE, to be returned. */
gboolean cor_faults_to_error (const GPtrArray *faults, GError **error);

G_END_DECLS
