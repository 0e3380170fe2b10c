"""The pure core: records, commands, events, decide, evolve, modules by feature.

Nothing here knows a clock, randomness, input, output or a third-party package;
imports: the standard library and siblings only.
"""
