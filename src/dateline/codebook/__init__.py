"""The codebook: one YAML an event type (definition, triggers, examples, codes), and its loader."""

from dateline.codebook.types import AcledRule, Codebook, EventType, Example, Trigger, load_codebook

__all__ = ["AcledRule", "Codebook", "EventType", "Example", "Trigger", "load_codebook"]
