"""The tests: unit, contract, integration, e2e, from the fastest to the most real.

The folder `js` holds those of the browser’s modules.
"""
