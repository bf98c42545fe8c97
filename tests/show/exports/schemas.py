"""JSON Schemas written from the rules of the W3C's Web Annotation data model and of what TimeMap accepts."""

from typing import Any

_TEXT = {"type": "string"}
_IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}

_SELECTOR: dict[str, Any] = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT},
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
    ]
}
_MOTIVATIONS = (
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging"
).split()
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": _MOTIVATIONS},
        "creator": {"type": "object", "required": ["type", "name"]},
        "body": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"type": {"const": "TextualBody"}, "value": _TEXT, "purpose": {"enum": _MOTIVATIONS}},
                "required": ["type", "value"],
            },
        },
        "target": {
            "type": "object",
            "properties": {"source": _IRI, "selector": {"type": "array", "items": _SELECTOR, "minItems": 1}},
            "required": ["source", "selector"],
        },
    },
    "required": ["@context", "id", "type", "target"],
}
COLLECTION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "properties": {
                "id": _IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["id", "type", "items"],
        },
    },
    "required": ["@context", "id", "type", "total", "first"],
}


def _strings(names: str) -> dict[str, Any]:
    return dict.fromkeys(names.split(), _TEXT)


_DAY = {"type": "string", "pattern": r"^((0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/\d{4})?$"}
_DEGREES = {"type": "string", "pattern": r"^(-?\d+(\.\d+)?)?$"}
# An event has a day or a point; latitude and longitude come together; no key but these is let in.
TIMEMAP_EVENTS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **_strings("id description time time_precision location type category category_full comments time_display"),
            **_strings("shape colour"),
            "date": _DAY,
            "latitude": _DEGREES,
            "longitude": _DEGREES,
            "associations": {"type": "array", "items": _TEXT},
            "sources": {"type": "array", "items": _TEXT},
        },
        "required": ["description", "associations"],
        "dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]},
        "anyOf": [
            {"properties": {"date": {"minLength": 1}}, "required": ["date"]},
            {"properties": {"latitude": {"minLength": 1}}, "required": ["latitude"]},
        ],
        "additionalProperties": False,
    },
}
TIMEMAP_SOURCES: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **_strings("title thumbnail type url description parent author notes"),
            "id": {"type": "string", "minLength": 1},
            "paths": {"type": "array"},
            "affil_s": {"type": "array"},
            "date": _DAY,
        },
        "required": ["id", "paths"],
        "additionalProperties": False,
    },
}
TIMEMAP_ASSOCIATIONS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **_strings("id title desc colour type display"),
            "mode": {"enum": ["FILTER", "CATEGORY", "NARRATIVE"]},
            "filter_paths": {"type": "array", "items": _TEXT},
        },
        "required": ["id", "title", "mode"],
        "additionalProperties": False,
    },
}
