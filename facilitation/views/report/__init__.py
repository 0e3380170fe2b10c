"""The whole workshop as documents: compte rendu, annexe de travail, relevé, fiches-actions.

Pure functions from the state to the document model; one module per part of the outline.
"""

from facilitation.views.report.annex import annex
from facilitation.views.report.minutes import minutes
from facilitation.views.report.planning import plan
from facilitation.views.report.summary import summary

__all__ = ["annex", "minutes", "plan", "summary"]
