"""
Wagtail's own API of the admin tells of every image and document of the site, whoever asks; here only of those that the
person may use.
"""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as image_policy

from site_core.translation.permissions import User

USES = ("add", "change", "delete", "choose")
POLICIES = {get_image_model(): image_policy, get_document_model(): document_policy}
AFTER_WAGTAIL = 10


def usable_by(user: User, model: type[Model]) -> QuerySet:
    """Images or documents that this person may do anything to, if only choose them."""
    return POLICIES[model].instances_user_has_any_permission_for(user, USES)


class OnlyUsable:
    """An endpoint of the API that tells of nothing else."""

    def get_queryset(self: Any) -> QuerySet:
        usable = usable_by(self.request.user, self.model)
        return super().get_queryset().filter(pk__in=usable.values("pk"))


class UsableDocuments(OnlyUsable, DocumentsAdminAPIViewSet):
    pass


class UsableImages(OnlyUsable, ImagesAdminAPIViewSet):
    pass


@hooks.register("construct_admin_api", order=AFTER_WAGTAIL)
def api_of_usable_media(router: WagtailAPIRouter) -> None:
    router.register_endpoint("documents", UsableDocuments)
    router.register_endpoint("images", UsableImages)
