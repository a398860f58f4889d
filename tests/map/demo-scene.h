/* demo-scene.h: something to lie on the map, for the pictures to look at; all of it is invented.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"
#include "cor-network.h"

static inline CorNetwork *
demo_load_network (const char *path)
{
  CorRoadSpeeds speeds = { { 22, 17, 14, 11, 9, 7, 5, 5 }, 0.01 };

  return cor_network_load (path, &speeds, NULL);
}

static inline void
demo_add_route (CorMapScene *scene, CorNetwork *network, const char *id, const CorLonLat *places, guint n, int year,
                const char *label)
{
  g_autofree char *badge = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("–");
  CorPath *path = cor_network_route (network, places, n, NULL, NULL);
  CorMapRoute route = { .id = id,
                        .lon_lat = (const double *) path->shape,
                        .n_points = path->n_shape,
                        .tint = cor_map_tint_for_parity (year),
                        .label = label,
                        .badge = badge,
                        .dashed = year == 0 };

  cor_map_scene_add_route (scene, &route);
  cor_path_unref (path);
}

static inline CorMapScene *
demo_scene (CorNetwork *network, gboolean zh)
{
  CorMapScene *scene = cor_map_scene_new ();
  CorLonLat yantian = { 114.27, 22.573 }, changping = { 113.992, 22.976 }, huangpu = { 113.50, 23.07 };
  CorLonLat nansha = { 113.656, 22.652 }, zhongshan = { 113.382, 22.55 }, huizhou = { 114.41, 23.05 };
  static const CorMapStation stations[] = {
    { "s1", COR_MAP_STATION_SWAP, FALSE, FALSE, 113.80, 22.87, "Humen swap" },
    { "s2", COR_MAP_STATION_SWAP, TRUE, FALSE, 114.12, 22.74, "Pinghu swap" },
    { "s3", COR_MAP_STATION_CHARGING, FALSE, FALSE, 113.85, 22.69, "Fuyong" },
    { "s4", COR_MAP_STATION_CHARGING, FALSE, TRUE, 113.93, 22.79, "Gongming" },
    { "s5", COR_MAP_STATION_CHARGING, TRUE, FALSE, 114.05, 22.65, "Longhua" },
    { "s6", COR_MAP_STATION_BOTH, FALSE, FALSE, 114.25, 22.70, "Longgang" },
    { "s7", COR_MAP_STATION_HYDROGEN, FALSE, FALSE, 113.60, 22.95, "Shatian" },
    { "s8", COR_MAP_STATION_SWAP, FALSE, TRUE, 113.45, 22.72, "Hengli" },
    { "s9", COR_MAP_STATION_CHARGING, FALSE, FALSE, 113.51, 22.93, "Panyu" },
  };
  const CorMapSite sites[] = {
    { "yantian", COR_MAP_SITE_PORT, yantian.lon, yantian.lat, zh ? "盐田港" : "Yantian Port" },
    { "changping", COR_MAP_SITE_WAREHOUSE, changping.lon, changping.lat, zh ? "东莞常平" : "Dongguan Changping" },
    { "huangpu", COR_MAP_SITE_PORT, huangpu.lon, huangpu.lat, zh ? "广州黄埔" : "Guangzhou Huangpu" },
    { "nansha", COR_MAP_SITE_PORT, nansha.lon, nansha.lat, zh ? "南沙港" : "Nansha Port" },
    { "zhongshan", COR_MAP_SITE_DEPOT, zhongshan.lon, zhongshan.lat, zh ? "中山" : "Zhongshan" },
    { "huizhou", COR_MAP_SITE_MARKET, huizhou.lon, huizhou.lat, zh ? "惠州" : "Huizhou" },
    { "huanggang", COR_MAP_SITE_BORDER, 114.069, 22.523, zh ? "皇岗口岸" : "Huanggang crossing" },
    { "quarry", COR_MAP_SITE_QUARRY, 114.60, 22.86, zh ? "采石场" : "Quarry" },
  };
  const double detours[][4] = { { 113.76, 22.82, 113.80, 22.87 }, { 113.83, 22.81, 113.80, 22.87 } };

  demo_add_route (scene, network, "r1", (CorLonLat[]){ yantian, changping }, 2, 2025, sites[1].label);
  demo_add_route (scene, network, "r2", (CorLonLat[]){ yantian, huangpu }, 2, 2026, sites[2].label);
  demo_add_route (scene, network, "r3", (CorLonLat[]){ yantian, nansha }, 2, 2027, sites[3].label);
  demo_add_route (scene, network, "r4", (CorLonLat[]){ yantian, zhongshan }, 2, 2029, sites[4].label);
  demo_add_route (scene, network, "r5", (CorLonLat[]){ yantian, huizhou }, 2, 0, sites[5].label);
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    cor_map_scene_add_station (scene, &stations[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    cor_map_scene_add_site (scene, &sites[i]);
  for (guint i = 0; i < G_N_ELEMENTS (detours); i++)
    cor_map_scene_add_detour (scene, &(CorMapDetour){ detours[i], 2, i ? "+8.4 km" : "+11.6 km", COR_MAP_TINT_SWAP });
  return scene;
}
