"""Listens to everything a browser does on behalf of a reader, and to everything it complains about."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


class Watch:
    """Attach it before the first page opens. Violations of the Content Security Policy are console errors, too."""

    def __init__(self, context: BrowserContext, base_url: str) -> None:
        self.base_url = base_url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("requestfailed", self._on_failed)

    @property
    def foreign(self) -> list[str]:
        """Requests that left for somebody else's host."""
        return [url for url in self.requests if not url.startswith((f"{self.base_url}/", "data:"))]

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

    def _on_failed(self, request: Request) -> None:
        self.complaints.append(f"{request.url}: {request.failure}")
