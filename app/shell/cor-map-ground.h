/* cor-map-ground.h: what the person chose to lie at the bottom of all maps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tile-archive.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorMapGroundKind: in the order in which they are offered. */
typedef enum
{
  COR_MAP_GROUND_BUNDLED,
  COR_MAP_GROUND_FILE,
  COR_MAP_GROUND_ONLINE,
  COR_MAP_GROUND_NONE,
  COR_MAP_N_GROUNDS,
} CorMapGroundKind;

#define COR_TYPE_MAP_GROUND (cor_map_ground_get_type ())
/**
 * CorMapGround: follows the settings "base-map", "base-file", "online-url" and "online-attribution"; a
 * map file is opened by a worker.
 *
 * Signal "changed": something else is to be shown, or a file could not be opened.
 */
G_DECLARE_FINAL_TYPE (CorMapGround, cor_map_ground, COR, MAP_GROUND, GObject)

/** cor_map_ground_get_default: (transfer none): the one of the program. */
CorMapGround *cor_map_ground_get_default (void);

/** cor_map_ground_get_kind: what is shown; the bundled map where what was chosen cannot be. */
CorMapGroundKind cor_map_ground_get_kind (CorMapGround *self);

/** cor_map_ground_get_chosen: what was chosen. */
CorMapGroundKind cor_map_ground_get_chosen (CorMapGround *self);

/** cor_map_ground_choose: sets it in the settings. */
void cor_map_ground_choose (CorMapGround *self, CorMapGroundKind kind);

/**
 * cor_map_ground_try_file: looks in a worker whether @file can be drawn; only then it is chosen, else all stays.
 * @done: calls cor_map_ground_try_file_finish()
 */
void cor_map_ground_try_file (CorMapGround *self, GFile *file, GAsyncReadyCallback done, gpointer data);

/** cor_map_ground_try_file_finish: (transfer full): the name of the file, which lies below from now on, or %NULL with why not. */
char *cor_map_ground_try_file_finish (CorMapGround *self, GAsyncResult *result, GError **error);

/** cor_map_ground_get_archive: (transfer none) (nullable): the person's own map file, once it is open. */
CorTileArchive *cor_map_ground_get_archive (CorMapGround *self);

/** cor_map_ground_get_problem: (nullable): why what was chosen is not shown, as a sentence. */
const char *cor_map_ground_get_problem (CorMapGround *self);

/** cor_map_ground_name: (transfer full): what a kind is called; the file by its name. */
char *cor_map_ground_name (CorMapGround *self, CorMapGroundKind kind);

G_END_DECLS
