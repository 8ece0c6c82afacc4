# SPDX-License-Identifier: MIT
"""The escalation tree in SimPy, Store style: one process a leaf, one a manager.

Prints CPU seconds, model events and the mean hours to a decision. Arguments: span, levels,
p, rho, cases, seed.
"""
import random
import sys
import time

import simpy


class Tree:
    def __init__(self, span, levels, p, rho, cases, seed):
        leaves = span ** (levels - 1)
        self.span, self.p, self.cases = span, p, cases
        self.managers = (span ** (levels - 1) - 1) // (span - 1)
        self.rate = rho / (leaves * p ** (levels - 2))
        self.draw = random.Random(seed)
        self.env = simpy.Environment()
        self.stores = [simpy.Store(self.env) for _ in range(self.managers)]
        self.arisen = self.decided = self.events = 0
        self.total = 0.0
        self.done = self.env.event()
        for node in range(self.managers):
            self.env.process(self.manager(node))
        for leaf in range(self.managers, self.managers + leaves):
            self.env.process(self.leaf(leaf))

    def leaf(self, number):
        store = self.stores[(number - 1) // self.span]
        while self.arisen < self.cases:
            yield self.env.timeout(self.draw.expovariate(self.rate))
            if self.arisen < self.cases:
                self.arisen += 1
                self.events += 1
                yield store.put(self.env.now)

    def manager(self, node):
        while True:
            arose = yield self.stores[node].get()
            yield self.env.timeout(self.draw.expovariate(1.0))
            self.events += 1
            if node > 0 and self.draw.random() < self.p:
                yield self.stores[(node - 1) // self.span].put(arose)
                continue
            self.total += self.env.now - arose
            self.decided += 1
            if self.decided == self.cases:
                self.done.succeed()


def main():
    span, levels, cases, seed = (int(sys.argv[i]) for i in (1, 2, 5, 6))
    begin = time.process_time()
    tree = Tree(span, levels, float(sys.argv[3]), float(sys.argv[4]), cases, seed)
    tree.env.run(until=tree.done)
    print(time.process_time() - begin, tree.events, tree.total / cases)


main()
