/* cor-map-tint.h: the colours of what is drawn on the map, light and dark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * CorMapTint:
 *
 * What a colour means. Parity years come first, in order.
 */
typedef enum
{
  COR_MAP_TINT_PARITY_2025, /* and before */
  COR_MAP_TINT_PARITY_2026,
  COR_MAP_TINT_PARITY_2027,
  COR_MAP_TINT_PARITY_2028,
  COR_MAP_TINT_PARITY_2030, /* 2029 and 2030 */
  COR_MAP_TINT_PARITY_2032, /* 2031 and 2032 */
  COR_MAP_TINT_PARITY_2034, /* 2033 and later */
  COR_MAP_TINT_PARITY_NONE, /* not reached; drawn dashed */
  COR_MAP_TINT_ELECTRIC,    /* charging; plain electric */
  COR_MAP_TINT_SWAP,        /* swap stations and detours */
  COR_MAP_TINT_HYDROGEN,
  COR_MAP_TINT_DIESEL,
  COR_MAP_TINT_BETTER,
  COR_MAP_TINT_COSTLIER,
  COR_MAP_TINT_IMPOSSIBLE,
  COR_MAP_TINT_ACCENT,
  COR_MAP_N_TINTS,
} CorMapTint;

/** cor_map_tint_rgb: the colour as 0xRRGGBB. */
guint32 cor_map_tint_rgb (CorMapTint tint, gboolean dark);

/** cor_map_tint_ink: black or white, whichever reads better on @rgb. */
guint32 cor_map_tint_ink (guint32 rgb);

/** cor_map_tint_for_parity: @year: a parity year, 0 where it is not reached. */
CorMapTint cor_map_tint_for_parity (int year);

/** cor_map_tint_for_charge: @share: state of charge, 0 to 1; red when nearly empty, green when full. */
CorMapTint cor_map_tint_for_charge (double share);

/** cor_map_tint_for_detour: @share: detour share, 0 to 1; green to 2 %, red from 15 % on. */
CorMapTint cor_map_tint_for_detour (double share);

/** cor_map_tint_for_load: @share: of a station's open hours in use, 0 to 1; red from 60 % on. */
CorMapTint cor_map_tint_for_load (double share);

/** cor_map_tint_for_emissions: @share: what is emitted, as a share of what diesel would; red above 1. */
CorMapTint cor_map_tint_for_emissions (double share);

/** CorMapColours: what colours say, of routes as a rule. */
typedef enum
{
  COR_MAP_COLOURS_PARITY,
  COR_MAP_COLOURS_CHARGE,
  COR_MAP_COLOURS_DETOUR,
  COR_MAP_COLOURS_LOAD, /* of stations: the share of their plugs' or bays' time in use */
  COR_MAP_COLOURS_EMISSIONS,
} CorMapColours;

/** COR_MAP_MAX_STEPS: the most steps a scale of colours has. */
#define COR_MAP_MAX_STEPS 7

/**
 * cor_map_tint_scale:
 * @tints: (out): the tint of each step, from good to bad
 * @captions: (out): what each step stands for; static text
 *
 * The scale that the functions above follow, for a legend.
 *
 * Returns: the number of steps
 */
guint cor_map_tint_scale (CorMapColours colours,
                          CorMapTint tints[COR_MAP_MAX_STEPS],
                          const char *captions[COR_MAP_MAX_STEPS]);
