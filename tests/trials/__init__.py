"""Hard trials of a real server: killed, cut off, fought over, worn. `tests/integration` runs short
forms of them; `python -m tests.trials NAME` runs the long ones and prints what it counted.
"""
