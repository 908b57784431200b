from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def second_factor_is_demanded() -> bool:
    return settings.ADMIN_REQUIRES_SECOND_FACTOR


@register.simple_tag
def site_name() -> str:
    return settings.WAGTAIL_SITE_NAME
