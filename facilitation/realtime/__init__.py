"""The socket: who listens to which stream, changes going down, presence going up.

Imports: service, protocol, views, domain, Flask-SocketIO. Writes never come this way.
"""
