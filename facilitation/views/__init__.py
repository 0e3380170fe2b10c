"""What people may see: projections by audience, and the workshop as a document model.

Imports: the domain and the standard library only; everything here is pure.
"""
