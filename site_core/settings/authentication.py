"""How editors sign in: django-allauth, password plus second factor, or a passkey.

There are no public accounts.
"""

# Only this backend: Wagtail's and Django's own sign-in views, were they open, would know nothing of the
# second factor.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Whoever may enter the admin must have proved a second factor in this very session. Off only where there is
# nothing to protect: in the demo, whose passwords are printed, and in tests of other things.
ADMIN_REQUIRES_SECOND_FACTOR = True

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"

ACCOUNT_ADAPTER = "site_core.security.adapters.EditorAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the programme office, not by signing up
ACCOUNT_FORMS = {"login": "site_core.security.forms.SignInForm"}
ACCOUNT_EMAIL_NOTIFICATIONS = True  # "your password was changed", "a passkey was added"
ACCOUNT_MAILS_BESIDE_THE_REQUEST = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Whoever is signed in and may not enter the admin sees why, instead of being sent round in a circle.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False  # a reset must not skip the second factor
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"

# Wrong passwords for one account, and from one address: then 429 until the period has passed.
SIGN_IN_LOCK_SECONDS = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login_failed": f"10/{SIGN_IN_LOCK_SECONDS}s/key,50/{SIGN_IN_LOCK_SECONDS}s/ip",
    # Any attempt at all, before a password is even hashed: hashing costs a third of a second of processor
    # time.
    "login": "50/m/ip",
    "reset_password": "20/m/ip,5/h/key",
}

MFA_ADAPTER = "site_core.security.adapters.EditorMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see ACCOUNT_EMAIL_VERIFICATION
MFA_TOTP_TOLERANCE = 1  # a clock may be 30 seconds off
MFA_RECOVERY_CODE_COUNT = 10
MFA_TRUST_ENABLED = False

# A password is changed on our own account pages, which ask for the old one; an address by an administrator.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
