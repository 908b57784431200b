"""The form of a campaign."""

from typing import Any

from django.utils.translation import gettext as _

from site_core.forms import SitePageForm


class CampaignForm(SitePageForm):
    def clean(self) -> dict[str, Any]:
        """A button that leads nowhere is not shown to readers: a draft may lack the target, what is submitted not."""
        data = super().clean()
        target = {"call_to_action_page", "call_to_action_url"}
        given = any(data.get(name) for name in target) or target & set(self.errors)
        if data.get("call_to_action") and not given and not self.is_deferred_validation:
            self.add_error("call_to_action_page", _("Give a page or an address the button leads to."))
        return data
