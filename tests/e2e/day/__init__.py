"""The chapters of the Belfort day, told by four screens: the facilitator's, two phones, the
projector.
"""
