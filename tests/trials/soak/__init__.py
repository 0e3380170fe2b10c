"""Eight hours' wear in minutes: a whole seminar's people on a server whose hours pass faster, on a
network and with phones as they are; then what was lost, doubled or grown is looked for.
"""
