"""Wagtail's people with our list and form: the way Wagtail gives for it is a configuration of its app."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    user_viewset = "organisations.people.PeopleViewSet"
