/* cor-param-reader.h: parameters from data/parameters/ into a layer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"

G_BEGIN_DECLS

/* What the files say of themselves. */
#define COR_PARAM_FORMAT "corridor-parameters"
#define COR_PARAM_VERSION 1

/**
 * cor_param_reader_load_folder:
 * @folder: (type filename): every *.json in it is read, in the order of the names
 *
 * Reads the defaults. Each entry needs region, year, value, low, high, unit, status, source and
 * place; truck_type, powertrain, convention, source_year and note may be there; nothing else. The
 * unit has to be the table's. The one region without a parent is the root: an entry of it holds
 * everywhere, and has no region in the layer. Two entries of one id, year and selectors are an
 * error. Correlations are read after all entries, and those of a file have to hold together with
 * those of the files before it; cor_correlation_read() says what one needs.
 *
 * Returns: (transfer full): the layer, or %NULL with an error that names file, line and entry
 */
CorParamLayer *cor_param_reader_load_folder (const char *folder, GError **error);

/** cor_param_reader_load_default: the same for the folder that comes with the program. */
CorParamLayer *cor_param_reader_load_default (GError **error);

G_END_DECLS
