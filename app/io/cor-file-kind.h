/* cor-file-kind.h: what a file is to the program, before it is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** COR_FILE_HEAD_BYTES: so much of a file's beginning tells what it is. */
#define COR_FILE_HEAD_BYTES 4096u

/**
 * CorFileKind:
 * @COR_FILE_KIND_SCENARIO: a scenario of this program
 * @COR_FILE_KIND_DATA: a table, GeoJSON, GPX or KML, to be imported
 * @COR_FILE_KIND_MAP: MBTiles, a base map
 * @COR_FILE_KIND_ROADS: an OpenStreetMap extract
 * @COR_FILE_KIND_FOLDER: a folder
 * @COR_FILE_KIND_UNKNOWN: nothing that can be opened
 */
typedef enum
{
  COR_FILE_KIND_SCENARIO,
  COR_FILE_KIND_DATA,
  COR_FILE_KIND_MAP,
  COR_FILE_KIND_ROADS,
  COR_FILE_KIND_FOLDER,
  COR_FILE_KIND_UNKNOWN,
} CorFileKind;

/**
 * cor_file_kind_tell: what a file is by its content, where that says it, else by its name; text of any other
 * name is taken for a table.
 * @name: what it is called
 * @head: (array length=size): its first bytes, %COR_FILE_HEAD_BYTES of them where it has so many
 */
CorFileKind cor_file_kind_tell (const char *name, gconstpointer head, gsize size);

/** cor_file_kind_of: cor_file_kind_tell() of a file, whose beginning is read; by its name where it cannot be. */
CorFileKind cor_file_kind_of (GFile *file);

G_END_DECLS
