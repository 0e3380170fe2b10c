"""From the document model to files: DOCX, PDF, HTML, Markdown, CSV, archive.

Imports: views, domain, protocol, and the libraries of each format. No database, no network.
"""
