"""The way in: makes `.venv`, installs the libraries, runs the checks and tests.

Standard library only, and nothing of the rest of the project: this code runs before any of it can
be imported.
"""
