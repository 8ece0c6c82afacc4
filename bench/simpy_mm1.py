# SPDX-License-Identifier: MIT
"""M/M/1 in SimPy, Store style: a source puts customers, a server takes them.

Prints CPU seconds, model events (arrivals and ends of service) and the mean time in the
system. Arguments: rho, customers, seed.
"""
import random
import sys
import time

import simpy


def source(env, store, rho, customers, draw):
    for _ in range(customers):
        yield env.timeout(draw.expovariate(rho))
        yield store.put(env.now)


def server(env, store, customers, draw, total):
    for _ in range(customers):
        arrived = yield store.get()
        yield env.timeout(draw.expovariate(1.0))
        total[0] += env.now - arrived


def main():
    rho, customers, seed = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    draw, total = random.Random(seed), [0.0]
    begin = time.process_time()
    env = simpy.Environment()
    store = simpy.Store(env)
    env.process(source(env, store, rho, customers, draw))
    env.process(server(env, store, customers, draw, total))
    env.run()
    print(time.process_time() - begin, 2 * customers, total[0] / customers)


main()
