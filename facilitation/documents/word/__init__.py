"""The parts of a DOCX file: styles, running lines, fields, tables, blocks. `docx.py` joins them."""
