"""Tools for those who develop Tablée: third-party files, fonts, catalogues, import rules. Nothing
here runs during a seminar.
"""
