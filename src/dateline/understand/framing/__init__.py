"""The words that take a side, whom they are about, and how to say it neutrally."""
