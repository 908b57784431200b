"""Arabic, with Western digits: prices, phone numbers and house numbers here are written with them."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
SHORT_DATETIME_FORMAT = "d‏/m‏/Y، H:i"
FIRST_DAY_OF_WEEK = 1
