"""Who holds a place, as one report tells it."""
