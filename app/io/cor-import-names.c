/* cor-import-names.c: what other programs call our fields and values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name as cor_import_key() compares it, and the key it stands for. */
typedef struct
{
  const char *name;
  const char *key;
} Alias;

/* Names as open data portals, map services and telematics give them. */
static const Alias names[] = {
  { "lng", "lon" },            { "long", "lon" },           { "longitude", "lon" },    { "x", "lon" },
  { "经度", "lon" },           { "经", "lon" },             { "jd", "lon" },           { "y", "lat" },
  { "latitude", "lat" },       { "纬度", "lat" },           { "纬", "lat" },           { "wd", "lat" },
  { "location", "place" },     { "coordinates", "place" },  { "lnglat", "place" },     { "lonlat", "place" },
  { "坐标", "place" },         { "经纬度", "place" },       { "位置坐标", "place" },   { "title", "name" },
  { "stationname", "name" },   { "sitename", "name" },      { "名称", "name" },        { "站点名称", "name" },
  { "电站名称", "name" },      { "充电站名称", "name" },    { "换电站名称", "name" },  { "站名", "name" },
  { "中文名", "name_zh" },     { "中文名称", "name_zh" },   { "namezh", "name_zh" },   { "编号", "id" },
  { "站点编号", "id" },        { "电站编号", "id" },        { "stationid", "id" },     { "poiid", "id" },
  { "uid", "id" },             { "城市", "city" },          { "地市", "city" },        { "cityname", "city" },
  { "所在城市", "city" },      { "备注", "note" },          { "说明", "note" },        { "description", "note" },
  { "desc", "note" },          { "来源", "source" },        { "数据来源", "source" },  { "类型", "kind" },
  { "站点类型", "kind" },      { "stationtype", "kind" },   { "type", "kind" },        { "状态", "status" },
  { "类别", "kind" },          { "运营状态", "status" },    { "站点状态", "status" },
  { "建设状态", "status" },    { "power", "power_kw" },     { "功率", "power_kw" },    { "额定功率", "power_kw" },
  { "单桩功率", "power_kw" },  { "最大功率", "power_kw" },  { "powerkw", "power_kw" }, { "kw", "power_kw" },
  { "单枪功率", "power_kw" },  { "单枪额定功率", "power_kw" }, { "单枪最大功率", "power_kw" }, { "充电枪功率", "power_kw" },
  { "枪功率", "power_kw" },    { "桩功率", "power_kw" },    { "单桩额定功率", "power_kw" }, { "充电功率", "power_kw" },
  { "connectors", "plugs" },   { "枪数", "plugs" },         { "充电枪数", "plugs" },   { "桩数", "plugs" },
  { "充电桩数", "plugs" },     { "充电桩数量", "plugs" },   { "快充枪数", "plugs" },   { "电池数", "batteries" },
  { "电池数量", "batteries" }, { "换电工位", "bays" },      { "工位数", "bays" },      { "服务费", "service_fee_yuan_per_kwh" },
  { "充电服务费", "service_fee_yuan_per_kwh" },             { "servicefee", "service_fee_yuan_per_kwh" },
  { "电价", "energy_price_yuan_per_kwh" },                  { "电费", "energy_price_yuan_per_kwh" },
  { "price", "energy_price_yuan_per_kwh" },                 { "投资", "cost_yuan" },   { "造价", "cost_yuan" },
  { "限长", "max_length_m" },  { "限高", "max_height_m" },  { "起点", "origin" },      { "始发地", "origin" },
  { "from", "origin" },        { "start", "origin" },       { "出发地", "origin" },    { "终点", "destination" },
  { "目的地", "destination" }, { "to", "destination" },     { "end", "destination" },  { "里程", "distance_km" },
  { "单程里程", "distance_km" }, { "距离", "distance_km" }, { "distance", "distance_km" }, { "km", "distance_km" },
  { "日趟次", "trips_per_day" }, { "趟次", "trips_per_day" }, { "tripsday", "trips_per_day" },
  { "年运营天数", "days_per_year" }, { "运营天数", "days_per_year" }, { "载重", "payload_out_t" },
  { "去程载重", "payload_out_t" }, { "payload", "payload_out_t" }, { "回程载重", "payload_back_t" },
  { "起点经度", "origin_lon" }, { "起点纬度", "origin_lat" }, { "终点经度", "destination_lon" },
  { "终点纬度", "destination_lat" }, { "fromlon", "origin_lon" }, { "fromlat", "origin_lat" },
  { "tolon", "destination_lon" }, { "tolat", "destination_lat" },
  { "总功率", COR_IMPORT_TOTAL_KW }, { "站点总功率", COR_IMPORT_TOTAL_KW }, { "装机功率", COR_IMPORT_TOTAL_KW },
  { "总装机功率", COR_IMPORT_TOTAL_KW }, { "totalpower", COR_IMPORT_TOTAL_KW }, { "totalpowerkw", COR_IMPORT_TOTAL_KW },
  { "快充桩数", "plugs" },     { "快充桩数量", "plugs" },   { "直流桩数", "plugs" },    { "直流桩数量", "plugs" },
  { "快充数量", "plugs" },     { "直流快充桩数", "plugs" }, { "充电终端数", "plugs" },  { "枪数量", "plugs" },
  { "充电枪数量", "plugs" },   { "充电桩总数", "plugs" },   { "piles", "plugs" },       { "chargers", "plugs" },
  { "营业时间", COR_IMPORT_HOURS }, { "开放时间", COR_IMPORT_HOURS }, { "运营时间", COR_IMPORT_HOURS }, { "服务时间", COR_IMPORT_HOURS },
  { "openinghours", COR_IMPORT_HOURS }, { "businesshours", COR_IMPORT_HOURS }, { "businhours", COR_IMPORT_HOURS },
  { "wgs84lon", "lon" },       { "wgs84lat", "lat" },       { "gcjlng", "lon" },        { "gcjlat", "lat" },
  { "gcj02lng", "lon" },       { "gcj02lat", "lat" },       { "bdlng", "lon" },         { "bdlat", "lat" },
  { "lngbd09", "lon" },        { "latbd09", "lat" },        { "lnggcj02", "lon" },      { "latgcj02", "lat" },
  { "高德经度", "lon" },       { "高德纬度", "lat" },       { "百度经度", "lon" },      { "百度纬度", "lat" },
  { "站点经度", "lon" },       { "站点纬度", "lat" },       { "经度坐标", "lon" },      { "纬度坐标", "lat" },
  { "wkt", "place" },          { "geom", "place" },         { "point", "place" },       { "lnglatgcj02", "place" },
  { "地点名称", "name" },      { "场站名称", "name" },      { "充电场站名称", "name" }, { "网点名称", "name" },
  { "仓库名称", "name" },      { "企业名称", "name" },      { "poiname", "name" },      { "行政区", "city" },
  { "区域", "city" },          { "所属区域", "city" },      { "区县", "city" },         { "adname", "city" },
  { "场站编号", "id" },        { "线路编号", "id" },        { "线路名称", "name" },     { "线路", "name" },
};

/* Words for values of enumerations. */
static const Alias words[] = {
  { "充电", "charging" },     { "充电站", "charging" },     { "快充", "charging" },      { "超充", "charging" },
  { "换电", "swap" },         { "换电站", "swap" },         { "swapping", "swap" },      { "充换电", "both" },
  { "充换电站", "both" },     { "综合", "both" },           { "加氢", "hydrogen" },      { "加氢站", "hydrogen" },
  { "h2", "hydrogen" },       { "charge", "charging" },     { "chargingstation", "charging" },
  { "已建", "existing" },     { "运营", "existing" },       { "运营中", "existing" },    { "正常", "existing" },
  { "open", "existing" },     { "operational", "existing" }, { "规划", "planned" },      { "在建", "planned" },
  { "拟建", "planned" },      { "候选", "candidate" },      { "备选", "candidate" },     { "关闭", "closed" },
  { "停运", "closed" },       { "港口", "port" },           { "码头", "port" },          { "堆场", "yard" },
  { "货场", "yard" },         { "仓库", "warehouse" },      { "物流园", "warehouse" },   { "市场", "market" },
  { "批发市场", "market" },   { "采石场", "quarry" },       { "工地", "quarry" },        { "口岸", "border" },
  { "停车场", "depot" },      { "场站", "depot" },          { "其他", "other" },
  /* What the program itself says in Chinese. */
  { "现有", "existing" },     { "停用", "closed" },         { "矿山", "quarry" },        { "车场", "depot" },
  { "其他地点", "other" },
};

/* Lower case, without spaces, lines and what stands in brackets. */
static char *
fold (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GString *folded = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '(' || character == 0xff08 || character == '[' || character == '/')
        break;
      if (!g_unichar_isspace (character) && character != '_' && character != '-')
        g_string_append_unichar (folded, character);
    }
  return g_string_free (folded, FALSE);
}

static const char *
find (const Alias *table, guint n, const char *folded)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].name, folded) == 0)
      return table[i].key;
  return NULL;
}

static gboolean
is_special (const char *key)
{
  static const char *const special[] = { COR_IMPORT_PLACE, COR_IMPORT_ORIGIN_LON, COR_IMPORT_ORIGIN_LAT,
                                         COR_IMPORT_DESTINATION_LON, COR_IMPORT_DESTINATION_LAT, COR_IMPORT_TOTAL_KW, COR_IMPORT_HOURS,
                                         COR_IMPORT_KIND, COR_IMPORT_EXTRA, COR_IMPORT_RESULTS, NULL };

  return g_strv_contains (special, key);
}

const char *
cor_import_key (CorItemKind kind, const char *name)
{
  g_autofree char *folded = fold (name);
  guint n;
  const CorField *fields = cor_item_fields (kind, &n);
  const char *key;

  if (is_special (name))
    return g_intern_string (name);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = fold (fields[i].key);

      if (strcmp (own, folded) == 0)
        return fields[i].key;
    }
  key = find (names, G_N_ELEMENTS (names), folded);
  return key != NULL && (is_special (key) || cor_item_field (kind, key) != NULL) ? key : NULL;
}

/* Whether a folded word is what the program calls something: as in files, in English, or as people read it now. */
static gboolean
is_called (const char *folded, const char *nick, const char *english)
{
  g_autofree char *key = fold (nick), *name = fold (english), *shown = fold (_ (english));

  return strcmp (key, folded) == 0 || strcmp (name, folded) == 0 || strcmp (shown, folded) == 0;
}

const char *
cor_import_value (const CorEnumValue *values, const char *word)
{
  g_autofree char *folded = fold (word);
  const char *nick = find (words, G_N_ELEMENTS (words), folded);
  int value;

  if (nick != NULL && cor_enum_from_nick (values, nick, &value))
    return nick;
  for (; values->nick != NULL; values++)
    if (is_called (folded, values->nick, values->name))
      return values->nick;
  return NULL;
}
