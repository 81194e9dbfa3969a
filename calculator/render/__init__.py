"""An answer, shown: as HTML for pages, as text for terminals."""
