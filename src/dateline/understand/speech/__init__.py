"""Who says so, and in what mode: a claim in, its speakers and whether it is told as fact, plan, demand or denial out."""
