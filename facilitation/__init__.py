"""Tablée: live workshop facilitation for a room of people with phones.

One package per layer, imports only point downwards (docs/architecture.md). This module holds the
version and nothing else.
"""

__version__ = "0.1.0"
