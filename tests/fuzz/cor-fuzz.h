/* cor-fuzz.h: what the fuzz targets share.
 *
 * A target is one function that gets bytes and must come back, whatever they are: no crash, no
 * critical, no leak, no undefined behaviour. Built by clang with -Dfuzz=true it is a libFuzzer
 * program; built otherwise it replays the files named on its command line, which is how the seeds
 * and every finding become tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/** COR_FUZZ_KEEP: what a target says of input that is of no use to build on. */
#define COR_FUZZ_KEEP 0

/** LLVMFuzzerTestOneInput: the target; libFuzzer's name for it. */
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/** LLVMFuzzerInitialize: called once before the first input; libFuzzer's name for it. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/**
 * cor_fuzz_file: the path of a file of this process that holds these bytes until the next call.
 * @ending: of its name, such as ".osm"; always the same in one program
 */
const char *cor_fuzz_file (const char *ending, const guint8 *data, size_t size);
