"""The disk: event log, ballot box, names, keys and credentials, by SQLAlchemy Core.

Imports: protocol, views, domain, SQLAlchemy. Nothing here decides anything.
"""
