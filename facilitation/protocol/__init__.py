"""The catalogue of commands, the ports, the wire forms: what outsiders and layers agree on.

Imports: views, domain, msgspec. Nothing here touches a network, a disk or a clock.
"""
