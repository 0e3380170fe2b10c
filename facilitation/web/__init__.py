"""The house's HTTP face: pages, the write and read API, documents; thin blueprints.

Imports: service, documents, protocol, views, domain, Flask. No rule of the domain lives here.
"""
