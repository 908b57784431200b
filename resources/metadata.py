"""JSON-LD of a resource: schema.org LearningResource, as library harvesters read it (profile AMB)."""

from typing import TYPE_CHECKING, Any

from resources.models.vocabulary import Kind
from site_core.choices import label_of
from site_core.languages.addresses import absolute

if TYPE_CHECKING:
    from resources.models.pages import ResourcePage


def learning_resource(resource: "ResourcePage", context: dict[str, Any]) -> dict[str, Any]:
    """Facts of the page and its files; `context` is the page's own, so that nothing is asked twice."""
    data = {
        **context["structured_data"],
        "@type": "LearningResource",
        "learningResourceType": label_of(Kind, resource.resource_kind),
        "license": resource.terms.deed,
        "isAccessibleForFree": True,
        "educationalLevel": resource.stage_labels,
        "about": [topic.words for topic in context["topics"]],
        "encoding": [
            {
                "@type": "MediaObject",
                "name": file.name,
                "inLanguage": [language.code for language in file.languages],
                "contentUrl": absolute(file.url),
                "license": file.licence_url or resource.terms.deed,
            }
            for _language, files in context["file_groups"]
            for file in files
        ],
    }
    if resource.minutes_max or resource.minutes_min:
        data["timeRequired"] = f"PT{resource.minutes_max or resource.minutes_min}M"
    if context["based_on"]:
        data["isBasedOn"] = absolute(context["based_on"][0].url)
    if context["organisation"]:
        data["publisher"] = {"@type": "Organization", "name": context["organisation"].words}
    return data
