/* cor-map-scene-private.h: what the parts of the scene's painting share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene-paint.h"

/* Whether a mark names that thing. */
gboolean cor_map_is_mark (const CorMapMark *mark, CorMapObjectKind kind, const char *id);

/* Whether that thing is selected. */
gboolean cor_map_is_selected (const CorMapSceneState *state, CorMapObjectKind kind, const char *id);

/* What lies below the routes. */
void cor_map_scene_paint_layers (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark);
