"""A room on a real disk, and any order of what may befall it: people join, write, correct, vote
again; facilitators sort and close; the process dies before or after a commit; a copy is brought
back; the whole workshop goes through an archive. What was answered is there, once.
"""
