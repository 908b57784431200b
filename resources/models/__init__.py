"""The library: resources, their files, the words they are sorted by."""

from resources.models.files import ResourceFile
from resources.models.pages import ResourceIndexPage, ResourcePage
from resources.models.vocabulary import Kind, Licence, Purpose, Stage

__all__ = ["Kind", "Licence", "Purpose", "ResourceFile", "ResourceIndexPage", "ResourcePage", "Stage"]
