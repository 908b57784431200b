"""Content Security Policies, one for each kind of answer.

Our own forty lines rather than django-csp: the policy hangs on the *kind of answer* (public page, admin,
preview, stored file), not on the view, and a package adds a second place to look without taking that
decision off us.
"""

from django.conf import settings

Policy = dict[str, tuple[str, ...]]

SELF = "'self'"
NONE = "'none'"

# What a reader's browser may do: nothing but fetch our own style, script, pictures, fonts, sound and video.
PUBLIC: Policy = {
    "default-src": (NONE,),
    "script-src": (SELF,),
    "style-src": (SELF,),
    "img-src": (SELF,),
    "font-src": (SELF,),
    "connect-src": (SELF,),
    "media-src": (SELF,),
    "manifest-src": (SELF,),
    "object-src": (NONE,),
    "base-uri": (NONE,),
    "form-action": (SELF,),
    "frame-ancestors": (NONE,),
}

# Wagtail's admin writes scripts and styles into its pages (stack.md T23): 'unsafe-inline' is needed there
# and only there.
ADMIN: Policy = {
    **PUBLIC,
    "script-src": (SELF, "'unsafe-inline'"),
    "style-src": (SELF, "'unsafe-inline'"),
    "img-src": (SELF, "data:", "blob:"),
    "font-src": (SELF, "data:"),
    "frame-src": (SELF,),
    "worker-src": (SELF, "blob:"),
}

# A preview is the public page, shown in a frame of the editor: the reader's rules, framed by nobody but
# ourselves.
PREVIEW: Policy = {**PUBLIC, "frame-ancestors": (SELF,)}

# Something that somebody uploaded, opened by its own address: it may not do anything at all.
STORED_FILE: Policy = {
    "default-src": (NONE,),
    "base-uri": (NONE,),
    "form-action": (NONE,),
    "frame-ancestors": (NONE,),
}


def header_value(policy: Policy) -> str:
    """The policy as the browser reads it; with HTTPS forced where the site has it."""
    written = [f"{name} {' '.join(sources)}" for name, sources in policy.items()]
    if settings.SECURE_SSL_REDIRECT:
        written.append("upgrade-insecure-requests")
    return "; ".join(written)
