"""Makes sense of what a room wrote and how it voted: themes, their names, texts that say the same,
opinion groups.

Pure functions and objects in memory: no Flask, no database, no clock, nothing fetched. Whatever
comes out is a suggestion to a person; nothing here changes a workshop.
"""
