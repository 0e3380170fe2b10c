"""Speed, measured: a load of real HTTP requests and WebSockets against a real server of its own.

Nothing here is part of Tablée or of its tests; figures are read as ratios within one run.
"""
