"""The pages about one thing each: a record and an id in, values for a template out; None where there is no such thing."""
