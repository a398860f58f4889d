#!/usr/bin/env python3
"""inflate.py: a large OpenStreetMap extract out of a small one, to measure with; run by hand.

usage: inflate.py SMALL.osm.pbf OUT.osm.pbf MEGABYTES

Copies of the extract stand side by side, each with ids and places of its own, and a number behind
names that are not plain ASCII, so that names are not shared either. A road ties each copy to the
next, so that the whole is connected. Nodes come first, then ways, then relations, as in any extract.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import struct
import sys
import zlib

STEP = 3000000  # between two copies, units of 1e-7 degrees
COLUMN = 10  # copies one above the other
VERSIONS = {1: 4, 2: 5, 3: 4, 4: 4}  # field with who edited what when, by kind: left out


def varint(data, i):
    value = shift = 0
    while True:
        byte = data[i]
        i += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, i


def as_varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value):
    return (value << 1) ^ (value >> 63)


def unzigzag(value):
    return (value >> 1) ^ -(value & 1)


def fields(data):
    i = 0
    while i < len(data):
        key, i = varint(data, i)
        if key & 7 == 0:
            value, i = varint(data, i)
        elif key & 7 == 2:
            size, i = varint(data, i)
            value = bytes(data[i:i + size])
            i += size
        else:
            size = 8 if key & 7 == 1 else 4
            value = bytes(data[i:i + size])
            i += size
        yield key >> 3, value


def field(number, value):
    if isinstance(value, int):
        return as_varint(number << 3) + as_varint(value)
    return as_varint(number << 3 | 2) + as_varint(len(value)) + value


def numbers(data):
    i = 0
    while i < len(data):
        value, i = varint(data, i)
        yield value


def shift_first(data, by):
    """Moves a list of differences."""
    if not data:
        return data
    first, i = varint(data, 0)
    return as_varint(zigzag(unzigzag(first) + by)) + data[i:]


def shift_element(kind, data, ids, lon, lat):
    out = bytearray()
    for number, value in fields(data):
        if number == VERSIONS[kind]:
            continue
        if number == 1:
            value = value + ids if kind in (3, 4) else shift_first(value, ids) if kind == 2 else zigzag(unzigzag(value) + ids)
        elif kind <= 2 and number in (8, 9):
            by = lat if number == 8 else lon
            value = shift_first(value, by) if kind == 2 else zigzag(unzigzag(value) + by)
        elif (kind, number) in ((3, 8), (4, 9)):
            value = shift_first(value, ids)
        out += field(number, value)
    return bytes(out)


def shift_block(block, copy, ids):
    units = dict(fields(block)).get(17, 100) // 100
    lon, lat = copy // COLUMN * STEP // units, copy % COLUMN * STEP // units
    out = bytearray()
    for number, value in fields(block):
        if number == 1:
            own = str(copy).encode()
            value = b"".join(field(1, text + own if copy and max(text, default=0) > 127 else text) for _, text in fields(value))
        elif number == 2:
            value = b"".join(field(kind, shift_element(kind, data, copy * ids, lon, lat)) for kind, data in fields(value))
        out += field(number, value)
    return bytes(out)


def read_blocks(path):
    data = open(path, "rb").read()
    i = 0
    while i < len(data):
        header = dict(fields(data[i + 4:i + 4 + struct.unpack(">I", data[i:i + 4])[0]]))
        i += 4 + struct.unpack(">I", data[i:i + 4])[0]
        blob = dict(fields(data[i:i + header[3]]))
        i += header[3]
        yield header[1], blob[1] if 1 in blob else zlib.decompress(blob[3])


def write_block(out, kind, block):
    blob = field(2, len(block)) + field(3, zlib.compress(block))
    header = field(1, kind) + field(3, len(blob))
    out.write(struct.pack(">I", len(header)) + header + blob)


def groups(block):
    for number, group in fields(block):
        if number == 2:
            yield from fields(group)


def rank(block):
    """0 for nodes, 1 for ways, 2 for relations."""
    return max(0, next(groups(block), (1, b""))[0] - 2)


def last_id(block):
    last = 0
    for kind, data in groups(block):
        value = dict(fields(data))[1]
        if kind == 2:
            at = 0
            for step in numbers(value):
                at += unzigzag(step)
                last = max(last, at)
        else:
            last = max(last, unzigzag(value) if kind == 1 else value)
    return last


def tie_node(blocks):
    """The first node of the longest main road that is open both ways."""
    best = (0, 0)
    for block in blocks:
        texts = [text for _, text in fields(dict(fields(block))[1])]
        for kind, data in groups(block):
            way = dict(fields(data))
            if kind != 3 or 2 not in way or 8 not in way:
                continue
            tags = {texts[key]: texts[value] for key, value in zip(numbers(way[2]), numbers(way[3]))}
            if tags.get(b"highway") in (b"trunk", b"primary", b"secondary") and b"oneway" not in tags:
                best = max(best, (len(way[8]), unzigzag(next(numbers(way[8])))))
    return best[1]


def ties(node, ids, copies):
    texts = b"".join(field(1, text) for text in (b"", b"highway", b"trunk"))
    ways = b"".join(field(3, field(1, (copies + 1) * ids + i) + field(2, b"\1") + field(3, b"\2")
                          + field(8, as_varint(zigzag(node + i * ids)) + as_varint(zigzag(ids)))) for i in range(copies - 1))
    return field(1, texts) + field(2, ways)


def main(small, large, megabytes):
    blocks = [[], [], []]
    for kind, block in read_blocks(small):
        if kind == b"OSMHeader":
            header = block
        else:
            blocks[rank(block)].append(block)
    ids = 1 + max(last_id(block) for part in blocks for block in part)
    copies = max(1, round(float(megabytes) * 1e6 / sum(len(zlib.compress(block)) for part in blocks for block in part)))
    with open(large, "wb") as out:
        write_block(out, b"OSMHeader", header)
        for number, part in enumerate(blocks):
            for copy in range(copies):
                for block in part:
                    write_block(out, b"OSMData", shift_block(block, copy, ids))
            if number == 1:
                write_block(out, b"OSMData", ties(tie_node(part), ids, copies))
    print(f"{copies} copies")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
