"""The programme's vocabulary in the admin."""

from django.utils.translation import gettext_lazy as _

from programme.models import ActivityLine, PartnerInstitution, Topic
from site_core.admin.columns import DayColumn
from site_core.admin.vocabulary import VocabularyViewSet, register_vocabulary


class ActivityLineViewSet(VocabularyViewSet):
    model = ActivityLine
    icon = "list-ol"
    menu_order = 10
    own_columns = ("number",)
    ordering = ("number", "locale__language_code")


class TopicViewSet(VocabularyViewSet):
    model = Topic
    icon = "tag"
    menu_order = 20
    own_columns = ("slug",)


class PartnerInstitutionViewSet(VocabularyViewSet):
    model = PartnerInstitution
    icon = "group"
    menu_order = 30
    own_columns = ("kind", DayColumn("checked_on", label=_("Checked on"), sort_key="checked_on"))
    list_filter = ["kind"]


register_vocabulary(ActivityLineViewSet, TopicViewSet, PartnerInstitutionViewSet)
