"""`python app.py doctor`: whether this machine is ready for the day, check by check.

Each check answers findings and changes nothing; what it looks at is given to it.
"""
