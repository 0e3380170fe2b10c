"""The use of the core: rooms held in memory, commands submitted and committed in groups.

Imports: protocol, views, domain. No SQL, no Flask, no socket: those come in as ports.
"""
