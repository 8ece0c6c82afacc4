# The 18 agencies of models/directorates against the facts of their source, and the load
# of every shipped model: needs measures at rest and the engine's flows.
spenn_tests(directorates spenn_measure spenn_sim spenn_io)
