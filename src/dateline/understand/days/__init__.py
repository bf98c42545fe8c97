"""When: expressions of time in, intervals of days out, and which of them belongs to which claim."""
