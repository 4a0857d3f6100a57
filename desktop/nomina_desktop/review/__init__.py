"""The view that asks about one picture after another, or about several that look alike, by keys alone."""

from nomina_desktop.review.view import Review

__all__ = ["Review"]
