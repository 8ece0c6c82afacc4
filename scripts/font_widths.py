#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the table of src/drawing/widths.h: advance widths, in 1/2048 em, of Liberation Sans
regular and bold (the metrics of Arial) for U+0020..U+017F and a few marks beyond.

    python3 scripts/font_widths.py /usr/share/fonts/truetype/liberation > src/drawing/widths.h
"""
import struct
import sys

EXTRA = [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x203A, 0x2192, 0x2212]


def tables(data):
    count = struct.unpack(">H", data[4:6])[0]
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        yield tag.decode(), data[offset:offset + length]


def glyphs(cmap):
    """Code point to glyph from the format 4 subtable of platform 3, encoding 1."""
    for i in range(struct.unpack(">H", cmap[2:4])[0]):
        platform, encoding, offset = struct.unpack(">HHI", cmap[4 + 8 * i:12 + 8 * i])
        if (platform, encoding) == (3, 1):
            break
    sub = cmap[offset:]
    segments = struct.unpack(">H", sub[6:8])[0] // 2
    words = struct.unpack(f">{len(sub) // 2}H", sub[:len(sub) // 2 * 2])
    end, start = words[7:7 + segments], words[8 + segments:8 + 2 * segments]
    delta = words[8 + 2 * segments:8 + 3 * segments]
    base = 8 + 3 * segments
    result = {}
    for s in range(segments):
        for code in range(start[s], min(end[s], 0xFFFE) + 1):
            if words[base + s] == 0:
                glyph = (code + delta[s]) & 0xFFFF
            else:
                glyph = words[base + s + words[base + s] // 2 + code - start[s]]
                glyph = (glyph + delta[s]) & 0xFFFF if glyph else 0
            if glyph:
                result[code] = glyph
    return result


def widths(path):
    table = dict(tables(open(path, "rb").read()))
    assert struct.unpack(">H", table["head"][18:20])[0] == 2048
    long_metrics = struct.unpack(">H", table["hhea"][34:36])[0]
    glyph = glyphs(table["cmap"])
    missing = glyph[ord("n")]

    def width(code):
        g = min(glyph.get(code, missing), long_metrics - 1)
        return struct.unpack(">H", table["hmtx"][4 * g:4 * g + 2])[0]
    return [width(c) if c != 0x7F and not 0x80 <= c < 0xA0 else width(ord("n"))
            for c in range(0x20, 0x180)], [width(c) for c in EXTRA]


def rows(name, values):
    print(f"static const uint16_t {name}[] = {{")
    for i in range(0, len(values), 14):
        print("    " + " ".join(f"{v}," for v in values[i:i + 14]))
    print("};")


print("""/* SPDX-License-Identifier: MIT
 * Made by scripts/font_widths.py from Liberation Sans, which has the metrics of Arial:
 * advance widths in 1/2048 em, U+0020 to U+017F, then the marks listed. */
#ifndef SPENN_WIDTHS_H
#define SPENN_WIDTHS_H

#include <stdint.h>
""")
print("/* clang-format off */")
for label, face in (("regular", "Regular"), ("bold", "Bold")):
    latin, extra = widths(f"{sys.argv[1]}/LiberationSans-{face}.ttf")
    rows(f"{label}_width", latin)
    rows(f"{label}_extra", extra)
rows("extra_code", EXTRA)
print("/* clang-format on */\n\n#endif")
