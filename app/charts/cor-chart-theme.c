/* cor-chart-theme.c: colours and type of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-theme.h"

#include <math.h>

static const struct
{
  guint32 light, dark, print;
} palette[COR_ROLE_LAST] = {
  [COR_ROLE_TEXT] = { 0x2e2e31, 0xf2f2f2, 0x1c1c1e },
  [COR_ROLE_SECONDARY] = { 0x6f6f73, 0xa9a9ad, 0x5a5a5e },
  [COR_ROLE_GROUND] = { 0xffffff, 0x242424, 0xffffff },
  [COR_ROLE_GRID] = { 0xe4e4e6, 0x3c3c3e, 0xdcdcde },
  [COR_ROLE_ACCENT] = { 0x1c71d8, 0x78aeed, 0x1c71d8 },
  [COR_ROLE_ELECTRIC] = { 0x3584e4, 0x62a0ea, 0x3584e4 },
  [COR_ROLE_SWAP] = { 0x813d9c, 0xc061cb, 0x813d9c },
  [COR_ROLE_DIESEL] = { 0x8c7f74, 0xa8998c, 0x8c7f74 },
  [COR_ROLE_DIESEL_SUPPLY] = { 0xc0b8b2, 0x6d645e, 0xc0b8b2 },
  [COR_ROLE_BETTER] = { 0x1b8553, 0x57e389, 0x1b8553 },
  [COR_ROLE_WORSE] = { 0xae7b03, 0xf8d15c, 0x9a6c00 },
  [COR_ROLE_IMPOSSIBLE] = { 0xc01c28, 0xff7b63, 0xc01c28 },
  [COR_ROLE_BASELINE] = { 0x9a9aa0, 0x8b8b91, 0x7c7c82 },
  [COR_ROLE_TRUCK] = { 0x1a5fb4, 0x3b74c4, 0x1a5fb4 },
  [COR_ROLE_ENERGY] = { 0x3584e4, 0x62a0ea, 0x3584e4 },
  [COR_ROLE_TOLLS] = { 0x86b8f0, 0x9fc6f5, 0x86b8f0 },
  [COR_ROLE_UPKEEP] = { 0xc9a227, 0xc9a73a, 0xb88f1d },
  [COR_ROLE_INSURANCE] = { 0xe0c98a, 0xd9c48c, 0xe0c98a },
  [COR_ROLE_TIME] = { 0x813d9c, 0xc061cb, 0x813d9c },
  [COR_ROLE_POLICY] = { 0x3d9a6c, 0x57c78a, 0x3d9a6c },
  [COR_ROLE_PARITY_2025] = { 0x0e7c74, 0x14968b, 0x0e7c74 },
  [COR_ROLE_PARITY_2026] = { 0x19b09a, 0x22c7ae, 0x19b09a },
  [COR_ROLE_PARITY_2027] = { 0x8ab82c, 0xa3cf45, 0x8ab82c },
  [COR_ROLE_PARITY_2028] = { 0xe0a80d, 0xf0c02f, 0xe0a80d },
  [COR_ROLE_PARITY_2030] = { 0xee7d1a, 0xff9440, 0xee7d1a },
  [COR_ROLE_PARITY_2032] = { 0xd6432b, 0xf0614b, 0xd6432b },
  [COR_ROLE_PARITY_2034] = { 0x9c1f4a, 0xd04b7c, 0x9c1f4a },
  [COR_ROLE_PARITY_NEVER] = { 0x77767b, 0x77767b, 0x77767b },
};

CorChartTheme
cor_chart_theme (CorLook look)
{
  return (CorChartTheme){ .look = look, .base = 11, .scale = 1 };
}

static CorColor
color_from_hex (guint32 hex)
{
  return (CorColor){ ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0,
                     (hex & 0xff) / 255.0 };
}

CorColor
cor_chart_theme_color (const CorChartTheme *theme, CorRole role)
{
  g_return_val_if_fail ((guint)role < COR_ROLE_LAST, color_from_hex (0));
  if (theme->contrast && (role == COR_ROLE_SECONDARY || role == COR_ROLE_BASELINE))
    role = COR_ROLE_TEXT;
  else if (theme->contrast && role == COR_ROLE_GRID)
    role = COR_ROLE_BASELINE;
  switch (theme->look)
    {
    case COR_LOOK_DARK:
      return color_from_hex (palette[role].dark);
    case COR_LOOK_PRINT:
      return color_from_hex (palette[role].print);
    case COR_LOOK_LIGHT:
    default:
      return color_from_hex (palette[role].light);
    }
}

/* Relative luminance, WCAG 2.1 (W3C, 2018), definition of "relative luminance". */
static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

CorColor
cor_chart_theme_ink (const CorChartTheme *theme, CorRole role)
{
  CorColor fill = cor_chart_theme_color (theme, role);
  double luminance
      = 0.2126 * linear (fill.red) + 0.7152 * linear (fill.green) + 0.0722 * linear (fill.blue);
  /* White text is kept a little longer than equal contrast would have it: bold digits on
   * saturated fills read better in white. */
  return luminance > 0.36 ? color_from_hex (0x242424) : color_from_hex (0xffffff);
}

CorRole
cor_role_for_parity (double year)
{
  static const struct
  {
    int until;
    CorRole role;
  } steps[] = {
    { 2025, COR_ROLE_PARITY_2025 }, { 2026, COR_ROLE_PARITY_2026 }, { 2027, COR_ROLE_PARITY_2027 },
    { 2028, COR_ROLE_PARITY_2028 }, { 2030, COR_ROLE_PARITY_2030 }, { 2032, COR_ROLE_PARITY_2032 },
    { 2034, COR_ROLE_PARITY_2034 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (year <= steps[i].until)
      return steps[i].role;
  return COR_ROLE_PARITY_NEVER;
}
