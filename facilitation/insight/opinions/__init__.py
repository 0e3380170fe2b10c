"""Opinion groups found in votes on statements, and what unites and divides them, as Polis does.

The method is that of C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw and C. Megill, 2021, “Polis:
scaling deliberation by mapping high dimensional opinion spaces” (Recerca 26, 2), and of its
published formulas. Votes are a table of people by statements: 1 agree, -1 disagree, 0 pass, NaN for
a statement that the person was not shown.
"""
