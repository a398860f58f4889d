/* cor-map-tint.c: the colours of what is drawn on the map, light and dark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-tint.h"

static const guint32 table[COR_MAP_N_TINTS][2] = {
  [COR_MAP_TINT_PARITY_2025] = { 0x0e7c74, 0x14968b },
  [COR_MAP_TINT_PARITY_2026] = { 0x19b09a, 0x22c7ae },
  [COR_MAP_TINT_PARITY_2027] = { 0x8ab82c, 0xa3cf45 },
  [COR_MAP_TINT_PARITY_2028] = { 0xe0a80d, 0xf0c02f },
  [COR_MAP_TINT_PARITY_2030] = { 0xee7d1a, 0xff9440 },
  [COR_MAP_TINT_PARITY_2032] = { 0xd6432b, 0xf0614b },
  [COR_MAP_TINT_PARITY_2034] = { 0x9c1f4a, 0xd04b7c },
  [COR_MAP_TINT_PARITY_NONE] = { 0x77767b, 0x77767b },
  [COR_MAP_TINT_ELECTRIC] = { 0x3584e4, 0x62a0ea },
  [COR_MAP_TINT_SWAP] = { 0x813d9c, 0xc061cb },
  [COR_MAP_TINT_HYDROGEN] = { 0x1b8553, 0x57e389 },
  [COR_MAP_TINT_DIESEL] = { 0x8c7f74, 0xa8998c },
  [COR_MAP_TINT_BETTER] = { 0x1b8553, 0x57e389 },
  [COR_MAP_TINT_COSTLIER] = { 0xae7b03, 0xf8d15c },
  [COR_MAP_TINT_IMPOSSIBLE] = { 0xc01c28, 0xff7b63 },
  [COR_MAP_TINT_ACCENT] = { 0x1c71d8, 0x78aeed },
};

/* From good to bad: the parity colours, which people have learnt already. */
static const CorMapTint ramp[] = {
  COR_MAP_TINT_PARITY_2025, COR_MAP_TINT_PARITY_2026, COR_MAP_TINT_PARITY_2027, COR_MAP_TINT_PARITY_2028,
  COR_MAP_TINT_PARITY_2030, COR_MAP_TINT_PARITY_2032,
};

guint32
cor_map_tint_rgb (CorMapTint tint, gboolean dark)
{
  g_return_val_if_fail (tint < COR_MAP_N_TINTS, 0);
  return table[tint][dark ? 1 : 0];
}

guint32
cor_map_tint_ink (guint32 rgb)
{
  /* Weights of ITU-R BT.601. */
  double luma = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);

  return luma > 145.0 ? 0x1c1c1e : 0xffffff;
}

CorMapTint
cor_map_tint_for_parity (int year)
{
  if (year <= 0)
    return COR_MAP_TINT_PARITY_NONE;
  if (year <= 2025)
    return COR_MAP_TINT_PARITY_2025;
  if (year <= 2028)
    return (CorMapTint) (COR_MAP_TINT_PARITY_2025 + year - 2025);
  if (year <= 2030)
    return COR_MAP_TINT_PARITY_2030;
  if (year <= 2032)
    return COR_MAP_TINT_PARITY_2032;
  return COR_MAP_TINT_PARITY_2034;
}

/* The upper bounds of all steps of the ramp but the last, and their captions. */
static const struct
{
  double bounds[G_N_ELEMENTS (ramp) - 1];
  const char *captions[G_N_ELEMENTS (ramp)];
} charge_used = { { 0.2, 0.35, 0.5, 0.65, 0.8 }, { "> 80 %", "65–80", "50–65", "35–50", "20–35", "< 20 %" } },
  detour = { { 0.02, 0.04, 0.07, 0.10, 0.15 }, { "≤ 2 %", "2–4", "4–7", "7–10", "10–15", "> 15 %" } },
  load = { { 0.05, 0.15, 0.30, 0.45, 0.60 }, { "≤ 5 %", "5–15", "15–30", "30–45", "45–60", "> 60 %" } },
  emissions = { { 0.25, 0.5, 0.75, 0.9, 1.0 }, { "≤ 25 %", "25–50", "50–75", "75–90", "90–100", "> 100 %" } };

static const char *const parity_captions[]
    = { "≤ 2025", "2026", "2027", "2028", "2029–30", "2031–32", "≥ 2033" };

/* The step of the ramp whose upper bound @value does not exceed. */
static CorMapTint
pick (double value, const double bounds[G_N_ELEMENTS (ramp) - 1])
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (ramp) && value > bounds[i])
    i++;
  return ramp[i];
}

CorMapTint
cor_map_tint_for_charge (double share)
{
  return pick (1.0 - share, charge_used.bounds);
}

CorMapTint
cor_map_tint_for_detour (double share)
{
  return pick (share, detour.bounds);
}

CorMapTint
cor_map_tint_for_load (double share)
{
  return pick (share, load.bounds);
}

CorMapTint
cor_map_tint_for_emissions (double share)
{
  return pick (share, emissions.bounds);
}

static const char *const *
captions_of (CorMapColours colours)
{
  switch (colours)
    {
    case COR_MAP_COLOURS_CHARGE:
      return charge_used.captions;
    case COR_MAP_COLOURS_DETOUR:
      return detour.captions;
    case COR_MAP_COLOURS_LOAD:
      return load.captions;
    case COR_MAP_COLOURS_EMISSIONS:
      return emissions.captions;
    case COR_MAP_COLOURS_PARITY:
    default:
      return parity_captions;
    }
}

guint
cor_map_tint_scale (CorMapColours colours,
                    CorMapTint tints[COR_MAP_MAX_STEPS],
                    const char *captions[COR_MAP_MAX_STEPS])
{
  gboolean parity = colours == COR_MAP_COLOURS_PARITY;
  const char *const *texts = captions_of (colours);
  guint n = parity ? G_N_ELEMENTS (parity_captions) : G_N_ELEMENTS (ramp);

  for (guint i = 0; i < n; i++)
    {
      tints[i] = parity ? (CorMapTint) (COR_MAP_TINT_PARITY_2025 + i) : ramp[i];
      captions[i] = texts[i];
    }
  return n;
}
