#!/usr/bin/env python3
"""Five persons who each know a piece must all know everything (Bavelas 1950; Leavitt 1951). In a
unit of time each may send one message, with all that he knew at its start, to one neighbour. A
search of all schedules finds the fewest messages, the shortest time, the shortest time with the
fewest messages, and the fewest messages in the shortest time: what docs/model.md says of the
wheel, the Y, the chain and the circle. A line of command is a tree, so `messages: line` (8 of
five persons, models/verify/messages.yaml) is the fewest; only the circle can be faster."""
import itertools
import sys

N = 5
NETS = {
    "wheel": [(0, 1), (0, 2), (0, 3), (0, 4)],
    "Y": [(0, 1), (0, 2), (0, 3), (3, 4)],
    "chain": [(0, 1), (1, 2), (2, 3), (3, 4)],
    "circle": [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)],
}
# fewest messages; shortest time with so many; shortest time at all; fewest messages in that
EXPECTED = {"wheel": (8, 5, 5, 8), "Y": (8, 4, 4, 8), "chain": (8, 5, 5, 8), "circle": (8, 5, 3, 14)}
LONGEST = 7  # seven messages, one at a time, take no longer
START = tuple(1 << i for i in range(N))
DONE = ((1 << N) - 1,) * N


def after(known, sent):
    """What everybody knows after messages (from, to) that are sent at once."""
    new = list(known)
    for sender, receiver in sent:
        new[receiver] |= known[sender]
    return tuple(new)


def schedules(edges):
    """(time, messages) of every way to be done that no other beats in both."""
    beside = [[b if a == i else a for a, b in edges if i in (a, b)] for i in range(N)]
    moves = [[None, *((i, j) for j in beside[i])] for i in range(N)]
    units = [[m for m in move if m] for move in itertools.product(*moves)]
    least, found = {START: 0}, []
    for time in itertools.count(1):
        after_unit, best = {}, found[-1][1] if found else 100
        for known, messages in least.items():
            for sent in units:
                state, total = after(known, sent), messages + len(sent)
                if total < min(after_unit.get(state, 100), best):
                    after_unit[state] = total
        least = after_unit
        if DONE in least:
            found.append((time, least[DONE]))
        if time == LONGEST:
            return found


def main():
    wrong = 0
    for name, edges in NETS.items():
        found = schedules(edges)
        seen = (found[-1][1], found[-1][0], *found[0])
        print(f"{name}: {found}")
        if seen != EXPECTED[name]:
            print(f"{name}: {seen}, not {EXPECTED[name]}")
            wrong = 1
    return wrong


sys.exit(main())
