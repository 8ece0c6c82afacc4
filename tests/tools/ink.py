#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How much of a PNG is drawn on: `ink.py FILE.png` prints WIDTH HEIGHT, the share of pixels
that are not white in percent, and the number of colours."""
import struct
import sys
import zlib
from collections import Counter


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def unfilter(kind, line, above, step):
    for i, byte in enumerate(line):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        line[i] = (byte + (0, left, above[i], (left + above[i]) // 2,
                           paeth(left, above[i], corner))[kind]) & 255
    return line


def rows(data):
    """Lines of pixels of an 8-bit picture, grey or in colours, without interlace."""
    at, packed, head = 8, b"", None
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        head = struct.unpack(">IIBBBBB", body) if name == b"IHDR" else head
        packed += body if name == b"IDAT" else b""
        at += length + 12
    width, height, bits, colour = head[:4]
    step = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    assert bits == 8 and head[6] == 0
    raw, above = zlib.decompress(packed), bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        line = bytearray(raw[start + 1:start + 1 + width * step])
        above = unfilter(raw[start], line, above, step)
        yield [tuple(above[x:x + step]) for x in range(0, width * step, step)]


def main():
    with open(sys.argv[1], "rb") as file:
        lines = list(rows(file.read()))
    count = Counter(pixel for line in lines for pixel in line)
    white = sum(n for pixel, n in count.items() if all(v == 255 for v in pixel))
    pixels = sum(count.values())
    print(len(lines[0]), len(lines), f"{100 * (1 - white / pixels):.1f}", len(count))


if __name__ == "__main__":
    main()
