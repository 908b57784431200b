"""Included by site_core/urls.py at the root, outside the language prefixes and before Wagtail's own."""

from allauth.account.urls import urlpatterns as account_urls
from allauth.mfa.urls import urlpatterns as second_factor_urls
from django.urls import include, path
from django.views.generic import RedirectView

from site_core.security import well_known

urlpatterns = [
    path("robots.txt", well_known.robots_txt, name="robots_txt"),
    path(".well-known/security.txt", well_known.security_txt, name="security_txt"),
    # Where browsers and password managers look for it.
    path(".well-known/change-password", RedirectView.as_view(pattern_name="account_change_password")),
    path("account/", RedirectView.as_view(pattern_name="mfa_index"), name="account"),
    # Addresses of people are changed by an administrator: a stolen session must not redirect somebody's mail.
    path("account/email/", RedirectView.as_view(pattern_name="mfa_index"), name="account_email"),
    path("account/", include(account_urls)),
    path("account/2fa/", include(second_factor_urls)),
]
