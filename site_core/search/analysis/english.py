"""What a stemmer of English does not know: plurals and pasts that are other words."""

_FORMS = {
    "child": "children",
    "person": "people",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "tooth": "teeth",
    "leaf": "leaves",
    "life": "lives",
    "mouse": "mice",
    "write": "written wrote",
    "speak": "spoken spoke",
    "say": "said",
    "tell": "told",
    "hear": "heard",
    "see": "seen saw",
    "fight": "fought",
    "teach": "taught",
    "find": "found",
    "feel": "felt",
    "hold": "held",
    "be": "is are was were been",
}
BASE = {form: base for base, forms in _FORMS.items() for form in forms.split()}
