"""Stories told in a real browser against a real server; everything else is tested further down,
faster.
"""
