/* cor-osm-ids.c: the ids of millions of nodes in few bytes each, in order, and whether roads meet there.
 *
 * Ids are kept as the difference to the one before, in as many bytes as it needs: one or two, because a road's
 * nodes were mostly drawn one after the other. They come in any order: a million at a time is sorted into a run,
 * and two runs of a size are merged to one of twice the size (P. O'Neil, E. Cheng, D. Gawlick, E. O'Neil, "The
 * log-structured merge-tree", Acta Informatica 33, 1996, has the idea), so that nothing is ever there in eight
 * bytes but the newest million.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-ids.h"

#include <sys/mman.h>

#define FRESH (1u << 20)

/* Between two places where reading can begin. */
#define BLOCK 32u

/* The most bytes of one id. */
#define LONGEST 11

/* Left over for all that is small: names, limits, what a file's reader needs. */
#define SPARE (64u * 1024 * 1024)

/* In the first byte of an id: a further byte follows; a junction; the low bits of the difference. In the others: a
 * further byte follows; seven bits. */
enum
{
  MORE = 1 << 7,
  JUNCTION = 1 << 6,
  LOW_BITS = 6
};

typedef struct
{
  guint8 *bytes;
  gsize size;
  guint level;
} Run;

struct _CorOsmIds
{
  GArray *fresh; /* gint64 */
  GArray *runs;  /* Run, the larger first */

  /* Once they are ready. */
  guint8 *bytes;
  gsize size;
  guint64 *anchors; /* the id before each block */
  gsize *starts;    /* where it begins */
  guint32 n_blocks, n, n_junctions;

  /* What was found last. */
  guint32 at;
  const guint8 *next;
  guint64 id;
};

/* Ids as they are counted here: in the order of the signed ones, from 0. */
static guint64
unsigned_of (gint64 id)
{
  return (guint64) id ^ (G_GUINT64_CONSTANT (1) << 63);
}

typedef struct
{
  const guint8 *at, *end;
  guint64 id;
  gboolean junction;
} Reader;

/* The next id; FALSE at the end. */
static inline gboolean
reader_next (Reader *reader)
{
  guint64 more;
  guint8 byte;

  if (reader->at == reader->end)
    return FALSE;
  byte = *reader->at++;
  reader->junction = (byte & JUNCTION) != 0;
  more = byte & (JUNCTION - 1);
  for (guint shift = LOW_BITS; byte & MORE; shift += 7)
    {
      byte = *reader->at++;
      more |= (guint64) (byte & (MORE - 1)) << shift;
    }
  reader->id += more;
  return TRUE;
}

typedef struct
{
  guint8 *at;
  guint64 id;
} Writer;

static inline void
writer_put (Writer *writer, guint64 id, gboolean junction)
{
  guint64 rest = id - writer->id;

  writer->id = id;
  *writer->at = (guint8) ((rest & (JUNCTION - 1)) | (junction ? JUNCTION : 0));
  for (rest >>= LOW_BITS; rest > 0; rest >>= 7)
    {
      *writer->at++ |= MORE;
      *writer->at = (guint8) (rest & (MORE - 1));
    }
  writer->at++;
}

gboolean
cor_osm_room_for (gsize bytes)
{
  gpointer probe = mmap (NULL, bytes + SPARE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return probe != MAP_FAILED && munmap (probe, bytes + SPARE) == 0;
}

CorOsmIds *
cor_osm_ids_new (void)
{
  CorOsmIds *ids = g_new0 (CorOsmIds, 1);

  ids->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  ids->fresh = g_array_new (FALSE, FALSE, sizeof (gint64));
  return ids;
}

void
cor_osm_ids_free (CorOsmIds *ids)
{
  for (guint i = 0; i < ids->runs->len; i++)
    g_free (g_array_index (ids->runs, Run, i).bytes);
  g_array_unref (ids->runs);
  g_clear_pointer (&ids->fresh, g_array_unref);
  g_free (ids->bytes);
  g_free (ids->anchors);
  g_free (ids->starts);
  g_free (ids);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
run_end (Run *run, const Writer *writer)
{
  run->size = (gsize) (writer->at - run->bytes);
  run->bytes = g_realloc (run->bytes, MAX (run->size, 1));
}

/* Sorts what is new into a run. */
static gboolean
sort_fresh (CorOsmIds *ids)
{
  const gint64 *fresh = (const gint64 *) (gpointer) ids->fresh->data;
  guint n = ids->fresh->len;
  Run run = { NULL, 0, 0 };
  Writer writer = { NULL, 0 };

  /* Sorting takes as much memory again. */
  if (!cor_osm_room_for ((LONGEST + sizeof (gint64)) * (gsize) n))
    return FALSE;
  run.bytes = writer.at = g_malloc (LONGEST * (gsize) MAX (n, 1));
  g_array_sort (ids->fresh, compare_ids);
  for (guint i = 0, same = 1; i < n; i += same, same = 1)
    {
      while (i + same < n && fresh[i + same] == fresh[i])
        same++;
      writer_put (&writer, unsigned_of (fresh[i]), same > 1);
    }
  g_array_set_size (ids->fresh, 0);
  run_end (&run, &writer);
  g_array_append_val (ids->runs, run);
  return TRUE;
}

/* Two runs into one, which is not longer than both: no difference grows when others come in between. */
static void
merge (const Run *a, const Run *b, Run *out)
{
  Reader x = { a->bytes, a->bytes + a->size, 0, FALSE }, y = { b->bytes, b->bytes + b->size, 0, FALSE };
  Writer writer = { out->bytes, 0 };
  gboolean in_x = reader_next (&x), in_y = reader_next (&y);

  while (in_x || in_y)
    {
      gboolean from_x = in_x && (!in_y || x.id <= y.id), from_y = in_y && (!in_x || y.id <= x.id);

      writer_put (&writer, from_x ? x.id : y.id,
                  (from_x && from_y) || (from_x && x.junction) || (from_y && y.junction));
      in_x = from_x ? reader_next (&x) : in_x;
      in_y = from_y ? reader_next (&y) : in_y;
    }
  run_end (out, &writer);
}

static gboolean
merge_last_two (CorOsmIds *ids)
{
  Run *a = &g_array_index (ids->runs, Run, ids->runs->len - 2), *b = a + 1;
  Run both = { NULL, 0, MAX (a->level, b->level) + 1 };

  if (!cor_osm_room_for (a->size + b->size))
    return FALSE;
  both.bytes = g_malloc (a->size + b->size + 1);
  merge (a, b, &both);
  g_free (a->bytes);
  g_free (b->bytes);
  *a = both;
  g_array_set_size (ids->runs, ids->runs->len - 1);
  return TRUE;
}

gboolean
cor_osm_ids_add (CorOsmIds *ids, gint64 id)
{
  if (ids->fresh->len == FRESH)
    {
      if (!sort_fresh (ids))
        return FALSE;
      while (ids->runs->len > 1
             && g_array_index (ids->runs, Run, ids->runs->len - 2).level
                  <= g_array_index (ids->runs, Run, ids->runs->len - 1).level)
        if (!merge_last_two (ids))
          return FALSE;
    }
  g_array_append_val (ids->fresh, id);
  return TRUE;
}

static void
count (CorOsmIds *ids)
{
  Reader reader = { ids->bytes, ids->bytes + ids->size, 0, FALSE };

  while (reader_next (&reader))
    {
      ids->n++;
      ids->n_junctions += reader.junction;
    }
}

gboolean
cor_osm_ids_finish (CorOsmIds *ids)
{
  Reader reader;

  if (!sort_fresh (ids))
    return FALSE;
  g_clear_pointer (&ids->fresh, g_array_unref);
  while (ids->runs->len > 1)
    if (!merge_last_two (ids))
      return FALSE;
  ids->bytes = g_array_index (ids->runs, Run, 0).bytes;
  ids->size = g_array_index (ids->runs, Run, 0).size;
  g_array_set_size (ids->runs, 0);
  count (ids);
  ids->n_blocks = (ids->n + BLOCK - 1) / BLOCK;
  /* Half a byte for each id: less than there was room for when they were sorted or merged. */
  ids->anchors = g_new (guint64, MAX (ids->n_blocks, 1));
  ids->starts = g_new (gsize, MAX (ids->n_blocks, 1));
  reader = (Reader){ ids->bytes, ids->bytes + ids->size, 0, FALSE };
  for (guint32 i = 0; i < ids->n; i++)
    {
      if (i % BLOCK == 0)
        {
          ids->anchors[i / BLOCK] = reader.id;
          ids->starts[i / BLOCK] = (gsize) (reader.at - ids->bytes);
        }
      reader_next (&reader);
    }
  ids->at = G_MAXUINT32;
  return TRUE;
}

guint32
cor_osm_ids_count (const CorOsmIds *ids)
{
  return ids->n;
}

guint32
cor_osm_ids_junctions (const CorOsmIds *ids)
{
  return ids->n_junctions;
}

/* The last block that can hold an id: the one before begins below it. */
static guint32
block_of (const CorOsmIds *ids, guint64 id)
{
  guint32 low = 0, high = ids->n_blocks;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (ids->anchors[middle] < id)
        low = middle;
      else
        high = middle;
    }
  return low;
}

guint32
cor_osm_ids_find (CorOsmIds *ids, gint64 signed_id)
{
  guint64 id = unsigned_of (signed_id);
  guint32 next = ids->at / BLOCK + 1;
  Reader reader = { ids->next, ids->bytes + ids->size, ids->id, FALSE };

  if (ids->n == 0)
    return G_MAXUINT32;
  /* From where the last one was found, unless this one lies before it or blocks further on. */
  if (ids->at == G_MAXUINT32 || id < ids->id || (next < ids->n_blocks && ids->anchors[next] < id))
    {
      guint32 block = block_of (ids, id);

      ids->at = block * BLOCK;
      reader.at = ids->bytes + ids->starts[block];
      reader.id = ids->anchors[block];
      reader_next (&reader);
    }
  while (reader.id < id && reader_next (&reader))
    ids->at++;
  ids->next = reader.at;
  ids->id = reader.id;
  return reader.id == id ? ids->at : G_MAXUINT32;
}

void
cor_osm_ids_mark (const CorOsmIds *ids, guint8 *marks, guint8 mark)
{
  Reader reader = { ids->bytes, ids->bytes + ids->size, 0, FALSE };

  for (guint32 i = 0; reader_next (&reader); i++)
    if (reader.junction)
      marks[i] |= mark;
}

gsize
cor_osm_ids_bytes (const CorOsmIds *ids)
{
  return ids->size + (sizeof (guint64) + sizeof (gsize)) * (gsize) ids->n_blocks;
}
