"""Pure functions and small rules: nothing outside the process."""
