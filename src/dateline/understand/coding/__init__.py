"""What happened: a parsed sentence in, its claims under their event types out, and how far each is to be trusted."""
