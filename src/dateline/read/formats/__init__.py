"""One module an input format: each takes a Source and gives the texts, or the further Sources, that are in it."""
