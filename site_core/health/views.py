"""`/healthz` and `/readyz`, for load balancers and monitors.

They name what is wrong, never why: reasons are in the log.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from site_core.health.readiness import Report, examine


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers. It asks nobody else: a restart would not cure a database."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 while readers can be served, even if something optional is out; 503 when they cannot."""
    report: Report = examine()
    response = JsonResponse(
        {
            "status": report.status,
            "checks": {name: "ok" if passed else "fail" for name, passed in report.passed.items()},
        },
        status=200 if report.can_serve else 503,
    )
    if not report.can_serve:
        response.headers["Retry-After"] = "10"
    return response
