"""Files of the demonstration as documents and images of the site."""

from pathlib import Path

from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from demo.content_files import ContentError, read_text
from site_core.blocks.choices import language_choices

FILES = Path(__file__).parent.parent / "files"
SOURCES = Path(__file__).parent.parent / "content" / "files"


class DemoFiles:
    """Uploads each file once, when a page first names it (`z1/slowa-ktore-rania-scenariusz-lekcji.pl.pdf`)."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._documents: dict[str, int] = {}
        self._images: dict[str, int] = {}

    def document_id(self, name: str) -> int:
        if name not in self._documents:
            self._documents[name] = self._upload(get_document_model(), name)
        return self._documents[name]

    def image_id(self, name: str) -> int:
        if name not in self._images:
            self._images[name] = self._upload(get_image_model(), name)
        return self._images[name]

    def _upload(self, model: type, name: str) -> int:
        path = FILES / name
        if not path.is_file():
            raise ContentError(
                f"demo/files/{name} does not exist: make it with `python -m demo.file_generator`"
            )
        with path.open("rb") as content:
            upload = model(title=self.title(name), collection=self.collection)
            upload.file = File(content, name=path.name)
            if isinstance(upload, get_document_model()):
                upload.language = self.language(path)
            upload.full_clean(exclude=["uploaded_by_user"])
            upload.save()
        return upload.pk

    @staticmethod
    def language(path: Path) -> str:
        """As its name says, `….uk.pdf`; empty for a file in two languages."""
        code = Path(path.stem).suffix.removeprefix(".")
        return code if code in dict(language_choices()) else ""

    @staticmethod
    def title(name: str) -> str:
        """The title the source text of the file gives it, else the file's own name."""
        source = (SOURCES / name).with_suffix(".md")
        return str(read_text(source).facts["title"]) if source.is_file() else Path(name).name
