"""Who did it, to whom and where: a claim's trigger in, its actors, targets, mediators and places out."""
