"""Listens to everything a browser does on behalf of a reader, and to everything it complains about."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Frame, Page, Request, WebError

BROKEN_OFF = "net::ERR_ABORTED"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the browser said, and the address of what it said it about."""

    words: str
    address: str


class Watch:
    """Attach it to a page that has not opened anything yet.

    Violations of the Content Security Policy are console errors, too.
    What the browser breaks off because the reader goes on to another page has not failed: a favicon, say, is fetched
    when everything else is there, and may still be on its way. So every request is remembered with the document that
    asked for it. One that is broken off while its document stays is a complaint, as is every other failure.
    """

    def __init__(self, page: Page, base_url: str) -> None:
        self.base_url = base_url
        self.requests: list[str] = []
        self.complaints: list[Complaint] = []
        self._documents = 0
        self._asked_by: dict[Request, int] = {}
        self._going_on: Request | None = None
        context: BrowserContext = page.context
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("requestfailed", self._on_failed)
        page.on("framenavigated", self._on_navigated)

    @property
    def foreign(self) -> list[str]:
        """Requests that left for somebody else's host."""
        return [url for url in self.requests if not url.startswith((f"{self.base_url}/", "data:"))]

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)
        if self._leaves_the_page(request):
            self._going_on = request
        else:
            self._asked_by[request] = self._documents

    @staticmethod
    def _leaves_the_page(request: Request) -> bool:
        if not request.is_navigation_request():
            return False
        try:
            return request.frame.parent_frame is None
        except Error:  # What another window asks for first: it has no frame yet.
            return False

    def _on_navigated(self, frame: Frame) -> None:
        # Within a document there is navigation, too (to "#content"): nobody leaves, and nothing was asked for.
        if frame.parent_frame is None and self._going_on is not None:
            self._documents += 1
            self._going_on = None

    def _on_console(self, message: ConsoleMessage) -> None:
        self.complaints.append(
            Complaint(f"{message.type}: {message.text}", message.location.get("url") or "")
        )

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(Complaint(str(error.error), error.page.url if error.page else ""))

    def _on_failed(self, request: Request) -> None:
        if not self._left_behind(request):
            self.complaints.append(Complaint(str(request.failure), request.url))
        if request is self._going_on:
            self._going_on = None

    def _left_behind(self, request: Request) -> bool:
        """Whether it was broken off because its document makes room for another one, or has done so."""
        asked_by = self._asked_by.get(request)
        if request.failure != BROKEN_OFF or asked_by is None:
            return False
        return asked_by < self._documents or self._going_on is not None
