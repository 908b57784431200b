"""
Wagtail's own API of the admin tells of every image and document of the site, whoever asks; here only of those that the
person may use.
"""

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as image_policy

USES = ("add", "change", "delete", "choose")
AFTER_WAGTAIL = 10


class UsableDocuments(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        usable = document_policy.instances_user_has_any_permission_for(self.request.user, USES)
        return super().get_queryset().filter(pk__in=usable.values("pk"))


class UsableImages(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        usable = image_policy.instances_user_has_any_permission_for(self.request.user, USES)
        return super().get_queryset().filter(pk__in=usable.values("pk"))


@hooks.register("construct_admin_api", order=AFTER_WAGTAIL)
def api_of_usable_media(router: WagtailAPIRouter) -> None:
    router.register_endpoint("documents", UsableDocuments)
    router.register_endpoint("images", UsableImages)
