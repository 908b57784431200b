"""A few addresses that misbehave on purpose, in front of the site's own."""

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from site_core.urls import handler400, handler403, handler404, handler500  # noqa: F401
from site_core.urls import urlpatterns as urlpatterns_of_the_site


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("for everybody")


def looks_at_the_session(request: HttpRequest) -> HttpResponse:
    """As the user bar does."""
    return HttpResponse("signed in" if request.user.is_authenticated else "nobody")


def sets_a_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("remember me")
    response.set_cookie("remembered", "yes")
    return response


def decides_itself(request: HttpRequest) -> HttpResponse:
    return HttpResponse("short", headers={"Cache-Control": "public, max-age=5", "Vary": "Cookie, Accept"})


def may_be_framed(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("an embed")
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors *"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.xframe_options_exempt = True  # type: ignore[attr-defined]
    return response


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken for the person with address 203.0.113.9")


def refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def finds_no_database(request: HttpRequest) -> HttpResponse:
    raise OperationalError("connection refused")


urlpatterns = [
    path("pl/plain/", plain),
    path("pl/session/", looks_at_the_session),
    path("pl/cookie/", sets_a_cookie),
    path("pl/itself/", decides_itself),
    path("pl/embed/", may_be_framed),
    path("pl/broken/", breaks),
    path("uk/broken/", breaks),
    path("ar/broken/", breaks),
    path("vi/broken/", breaks),
    path("pl/refused/", refuses),
    path("pl/no-database/", finds_no_database),
    *urlpatterns_of_the_site,
]
