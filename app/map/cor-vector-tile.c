/* cor-vector-tile.c: Mapbox vector tiles, decoded and checked.
 *
 * protobuf-c unpacks the message; what it does not check is checked here. Its memory is counted,
 * because a few bytes of a hostile tile can claim a large structure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-vector-tile.h"

#include "cor-vector-geometry.h"
#include "vector_tile.pb-c.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What unpacking one tile may take, all told. */
#define MAX_UNPACKED_BYTES (192 * 1024 * 1024)

/* Edge in tile units that the specification gives where a layer names none. */
#define DEFAULT_EXTENT 4096

struct _CorVectorTile
{
  CorMvt__Tile *message;
  GArray *layers; /* CorVectorLayer */
};

static void *
counted_alloc (void *data, size_t size)
{
  gsize *left = data;

  if (size > *left)
    return NULL;
  *left -= size;
  return g_try_malloc (MAX (size, 1));
}

static void
counted_free (void *data, void *pointer)
{
  g_free (pointer);
}

static gboolean
check_layer (const CorMvt__Tile__Layer *layer, GError **error)
{
  const char *what = NULL;

  if (layer->version < 1 || layer->version > 2)
    what = _ ("its version is neither 1 nor 2");
  else if (layer->name[0] == '\0')
    what = _ ("it has no name");
  else if (layer->has_extent && layer->extent == 0)
    what = _ ("it has no extent");
  for (gsize i = 0; i < layer->n_values && what == NULL; i++)
    if (layer->values[i]->base.n_unknown_fields > 0)
      what = _ ("an attribute is of an unknown kind");
  if (what == NULL)
    return TRUE;
  g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_LAYER, _ ("map tile, layer “%s”: %s"), layer->name, what);
  return FALSE;
}

static gboolean
check_tags (const CorMvt__Tile__Layer *layer, const CorMvt__Tile__Feature *f, gboolean *fatal, GError **error)
{
  *fatal = FALSE;
  if (f->n_tags % 2 != 0)
    {
      g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_FEATURE, _ ("an attribute has no value"));
      return FALSE;
    }
  for (gsize i = 0; i < f->n_tags; i += 2)
    if (f->tags[i] >= layer->n_keys || f->tags[i + 1] >= layer->n_values)
      {
        *fatal = TRUE;
        g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_FEATURE,
                             _ ("an attribute points past the end of its layer's tables"));
        return FALSE;
      }
  return TRUE;
}

/* A missing type means unknown, the default of the field; such features carry nothing to draw. */
static gboolean
check_type (const CorMvt__Tile__Feature *f, GError **error)
{
  if (!f->has_type || ((int) f->type >= COR_GEOMETRY_UNKNOWN && (int) f->type <= COR_GEOMETRY_POLYGON))
    return TRUE;
  g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_FEATURE, _ ("a feature is of an unknown type"));
  return FALSE;
}

typedef struct
{
  CorVectorTile *tile;
  const CorMvt__Tile__Layer *message;
  CorVectorTileFlags flags;
  GArray *features; /* CorVectorFeature; points and ends are offsets until the layer is complete */
  GArray *points;
  GArray *ends;
} LayerBuilder;

/* The integers of the geometry field. */
static GArray *
unpack_geometry (const CorMvt__Tile__Feature *f, GError **error)
{
  g_autoptr (GArray) commands = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 value = 0;
  guint shift = 0;

  if (f->n_geometry > 1)
    {
      g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_GEOMETRY, _ ("a feature has two geometries"));
      return NULL;
    }
  for (gsize i = 0; f->n_geometry == 1 && i < f->geometry[0].len; i++)
    {
      guint8 byte = f->geometry[0].data[i];

      if (shift < 64)
        value |= (guint64) (byte & 0x7f) << shift;
      shift += 7;
      if (byte & 0x80)
        continue;
      guint32 command = (guint32) value;
      g_array_append_val (commands, command);
      value = 0;
      shift = 0;
    }
  if (shift == 0)
    return g_steal_pointer (&commands);
  g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_GEOMETRY, _ ("a feature's geometry is cut off"));
  return NULL;
}

/* Appends one feature; a faulty one is taken back. */
static gboolean
add_feature (LayerBuilder *b, const CorMvt__Tile__Feature *f, gboolean *fatal, GError **error)
{
  guint first_point = b->points->len;
  guint first_end = b->ends->len;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) commands = NULL;
  CorVectorFeature feature = { .tags = f->tags, .n_tags = (guint) f->n_tags };

  *fatal = FALSE;
  if (!check_type (f, error) || !check_tags (b->message, f, fatal, error))
    return FALSE;
  feature.type = f->has_type ? (CorGeometryType) f->type : COR_GEOMETRY_UNKNOWN;
  if (feature.type == COR_GEOMETRY_UNKNOWN)
    return TRUE;
  commands = unpack_geometry (f, error);
  if (commands == NULL)
    return FALSE;
  if (!cor_vector_geometry_decode ((const guint32 *) (gpointer) commands->data, commands->len, feature.type,
                                   b->message->version, (b->flags & COR_VECTOR_TILE_STRICT) != 0, b->points, ends, fatal,
                                   error))
    {
      g_array_set_size (b->points, first_point);
      return FALSE;
    }
  g_array_append_vals (b->ends, ends->data, ends->len);
  feature.points = GUINT_TO_POINTER (first_point);
  feature.n_points = b->points->len - first_point;
  feature.ends = GUINT_TO_POINTER (first_end);
  feature.n_parts = ends->len;
  g_array_append_val (b->features, feature);
  return TRUE;
}

/* Hands the arrays to the layer and turns offsets into pointers. */
static void
finish_layer (LayerBuilder *b)
{
  CorVectorLayer layer = {
    .name = b->message->name,
    .version = b->message->version,
    .extent = b->message->has_extent ? b->message->extent : DEFAULT_EXTENT,
    .n_features = b->features->len,
    .message = b->message,
  };
  CorVectorFeature *features = (CorVectorFeature *) (gpointer) b->features->data;
  CorTilePoint *points = (CorTilePoint *) (gpointer) g_array_free (g_steal_pointer (&b->points), FALSE);
  guint *ends = (guint *) (gpointer) g_array_free (g_steal_pointer (&b->ends), FALSE);

  for (guint i = 0; i < b->features->len; i++)
    {
      features[i].points = points + GPOINTER_TO_UINT (features[i].points);
      features[i].ends = ends + GPOINTER_TO_UINT (features[i].ends);
    }
  if (b->features->len == 0)
    {
      g_free (points);
      g_free (ends);
    }
  layer.features = (CorVectorFeature *) (gpointer) g_array_free (g_steal_pointer (&b->features), FALSE);
  g_array_append_val (b->tile->layers, layer);
}

static gboolean
add_features (LayerBuilder *b, GError **error)
{
  for (gsize i = 0; i < b->message->n_features; i++)
    {
      g_autoptr (GError) fault = NULL;
      gboolean fatal;

      if (add_feature (b, b->message->features[i], &fatal, &fault))
        continue;
      if (fatal || (b->flags & COR_VECTOR_TILE_STRICT))
        {
          g_set_error (error, fault->domain, fault->code, _ ("map tile, layer “%s”, feature %u: %s"),
                       b->message->name, (guint) i + 1, fault->message);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_layer (CorVectorTile *self, const CorMvt__Tile__Layer *message, CorVectorTileFlags flags, GError **error)
{
  LayerBuilder b = { .tile = self, .message = message, .flags = flags };
  gboolean ok;

  if (!check_layer (message, error))
    return FALSE;
  for (guint i = 0; i < self->layers->len; i++)
    if (g_str_equal (g_array_index (self->layers, CorVectorLayer, i).name, message->name))
      {
        if (!(flags & COR_VECTOR_TILE_STRICT))
          return TRUE;
        g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_LAYER, _ ("map tile: two layers are named “%s”"),
                     message->name);
        return FALSE;
      }

  b.features = g_array_new (FALSE, FALSE, sizeof (CorVectorFeature));
  b.points = g_array_new (FALSE, FALSE, sizeof (CorTilePoint));
  b.ends = g_array_new (FALSE, FALSE, sizeof (guint));
  ok = add_features (&b, error);
  if (ok)
    finish_layer (&b);
  g_clear_pointer (&b.features, g_array_unref);
  g_clear_pointer (&b.points, g_array_unref);
  g_clear_pointer (&b.ends, g_array_unref);
  return ok;
}

CorVectorTile *
cor_vector_tile_decode (GBytes *bytes, CorVectorTileFlags flags, GError **error)
{
  g_autoptr (CorVectorTile) self = NULL;
  gsize left = MAX_UNPACKED_BYTES;
  ProtobufCAllocator allocator = { counted_alloc, counted_free, &left };
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  self = g_new0 (CorVectorTile, 1);
  self->layers = g_array_new (FALSE, FALSE, sizeof (CorVectorLayer));
  self->message = cor_mvt__tile__unpack (&allocator, size, data);
  if (self->message == NULL)
    {
      g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_PROTOBUF,
                           _ ("a map tile is damaged or no vector tile"));
      return NULL;
    }
  for (gsize i = 0; i < self->message->n_layers; i++)
    if (!add_layer (self, self->message->layers[i], flags, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
cor_vector_tile_free (CorVectorTile *self)
{
  ProtobufCAllocator allocator = { counted_alloc, counted_free, NULL };

  for (guint i = 0; i < self->layers->len; i++)
    {
      CorVectorLayer *layer = &g_array_index (self->layers, CorVectorLayer, i);

      if (layer->n_features > 0)
        {
          g_free ((gpointer) layer->features[0].points);
          g_free ((gpointer) layer->features[0].ends);
        }
      g_free ((gpointer) layer->features);
    }
  g_array_unref (self->layers);
  cor_mvt__tile__free_unpacked (self->message, &allocator);
  g_free (self);
}

guint
cor_vector_tile_get_n_layers (const CorVectorTile *self)
{
  return self->layers->len;
}

const CorVectorLayer *
cor_vector_tile_get_layer (const CorVectorTile *self, guint index)
{
  g_return_val_if_fail (index < self->layers->len, NULL);
  return &g_array_index (self->layers, CorVectorLayer, index);
}

static const CorMvt__Tile__Value *
find_value (const CorVectorLayer *self, const CorVectorFeature *feature, const char *key)
{
  const CorMvt__Tile__Layer *message = self->message;

  for (guint i = 0; i + 1 < feature->n_tags; i += 2)
    if (g_str_equal (message->keys[feature->tags[i]], key))
      return message->values[feature->tags[i + 1]];
  return NULL;
}

const char *
cor_vector_layer_get_string (const CorVectorLayer *self, const CorVectorFeature *feature, const char *key)
{
  const CorMvt__Tile__Value *value = find_value (self, feature, key);

  return value != NULL ? value->string_value : NULL;
}

double
cor_vector_layer_get_number (const CorVectorLayer *self, const CorVectorFeature *feature, const char *key, double fallback)
{
  const CorMvt__Tile__Value *value = find_value (self, feature, key);

  if (value == NULL)
    return fallback;
  if (value->has_double_value)
    return value->double_value;
  if (value->has_float_value)
    return value->float_value;
  if (value->has_int_value)
    return (double) value->int_value;
  if (value->has_uint_value)
    return (double) value->uint_value;
  if (value->has_sint_value)
    return (double) value->sint_value;
  return fallback;
}
