#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether the colours of changes and of measures can be told apart by everybody.

    lint_colours.py SOURCE_DIRECTORY

The lowest CIEDE2000 difference (Sharma, Wu and Dalal 2005) between all pairs of a palette,
as seen with normal sight and with each kind of colour blindness (Machado, Oliveira and
Fernandes 2009, severity 1), may not fall below what the palettes were chosen for. In grey
some changes are alike, so tags, numbers, dashes and borders are no decoration.
"""
import itertools
import math
import re
import sys
from pathlib import Path

SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((.367322, .860646, -.227968), (.280085, .672501, .047413), (-.011820, .042940, .968881)),
    "protan": ((.152286, 1.052583, -.204868), (.114503, .786281, .099216), (-.003882, -.048116, 1.051998)),
    "tritan": ((1.255528, -.076749, -.178779), (-.078411, .930809, .147602), (.004733, .691367, .303900)),
    "grey": ((.2126, .7152, .0722),) * 3,
}
XYZ = ((.4124564, .3575761, .1804375), (.2126729, .7151522, .0721750), (.0193339, .1191920, .9503041))
WHITE = (.95047, 1.0, 1.08883)
LEAST = {  # in the order of SIGHT
    "changes": (21.8, 16.6, 14.2, 15.7, 0.0),
    "measures": (23.0, 21.6, 21.7, 17.1, 5.7),
}


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def lab(color, sight):
    rgb = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= .04045 else ((c + .055) / 1.055) ** 2.4 for c in rgb]
    seen = [min(1.0, max(0.0, c)) for c in times(SIGHT[sight], linear)]
    ratio = [c / w for c, w in zip(times(XYZ, seen), WHITE)]
    f = [c ** (1 / 3) if c > 216 / 24389 else (24389 / 27 * c + 16) / 116 for c in ratio]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def turn(a, b):
    """The mean of two hues and the way from one to the other, in degrees."""
    way = b - a
    way -= 360 * round(way / 360) if abs(way) > 180 else 0
    mean = (a + b) / 2
    if abs(a - b) > 180:
        mean += 180 if a + b < 360 else -180
    return mean, way


def difference(one, other):
    """CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 1 + (1 - math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))) / 2
    c1, c2 = math.hypot(a1 * g, b1), math.hypot(a2 * g, b2)
    h1 = math.degrees(math.atan2(b1, a1 * g)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * g)) % 360
    hue, way = turn(h1, h2) if c1 * c2 else (h1 + h2, 0)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (1 - .17 * math.cos(math.radians(hue - 30)) + .24 * math.cos(math.radians(2 * hue))
         + .32 * math.cos(math.radians(3 * hue + 6)) - .20 * math.cos(math.radians(4 * hue - 63)))
    dl = (l2 - l1) / (1 + .015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + .045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(way / 2)) / (1 + .015 * chroma * t)
    turned = (-2 * math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))
              * math.sin(math.radians(60 * math.exp(-((hue - 275) / 25) ** 2))))
    return math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + turned * dc * dh)


def lowest(colors, sight):
    seen = [lab(color, sight) for color in colors]
    return min(difference(a, b) for a, b in itertools.combinations(seen, 2))


def palettes(source):
    """The borders of changed boxes that have a colour of their own, the fills of classes."""
    look = (source / "src/chart/look.c").read_text("utf-8")
    shade = (source / "src/chart/shade.c").read_text("utf-8")
    style = r'\{(?:NULL|"#\w{6}"), "(#\w{6})"'
    new = re.search(r'#define NEW_STYLE "#\w{6}", "(#\w{6})"', look).group(1)
    changes = [new] + [re.search(rf"\[CHANGE_{name}\] = {style}", look).group(1)
                       for name in ("GONE", "MOVED", "RENAMED", "MERGED")]
    return {"changes": changes, "measures": re.findall(r'\[[1-5]\] = \{"(#\w{6})"', shade)}


def main():
    # Two pairs of Sharma, Wu and Dalal's test data.
    assert abs(difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) - 2.0425) < 1e-4
    assert abs(difference((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619)) - 2.0373) < 1e-4
    failed = 0
    for name, colors in palettes(Path(sys.argv[1])).items():
        if len(colors) != 5:
            print(f"{name}: {len(colors)} colours found, not 5")
            failed += 1
            continue
        for sight, least in zip(SIGHT, LEAST[name]):
            found = lowest(colors, sight)
            print(f"{name}, {sight}: {found:.1f}, at least {least}")
            failed += round(found, 1) < least
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
