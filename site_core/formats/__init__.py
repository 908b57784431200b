"""How dates and times are written, where Django's own formats are missing or are not how people here write them.

One module a language, found by FORMAT_MODULE_PATH; what a module leaves out is as in Django. Digits are Western ones
in every language, and the day is counted in twenty-four hours, as on Polish timetables.
"""
