"""A question is counted when its answer has been sent."""

from functools import partial

from django.http import HttpRequest, HttpResponseBase

from site_core.search.demand.counting import count
from site_core.security.headers import Handler


class CountAfterAnswerMiddleware:
    """
    Counts what a view left as `request.asked` (`Asked`), once the server has sent the answer and closes it.

    Stands outside ConditionalGetMiddleware: a 304 is another response than the view's, and a question all the same. No
    task, as the queue would keep for two weeks in plain words what was asked.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if asked := getattr(request, "asked", None):
            response._resource_closers.append(partial(count, asked))  # noqa: SLF001 - as Django's handler does
        return response
