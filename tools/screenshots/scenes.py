"""Every picture of the handbook: who sits down, where, and which part of the screen is the picture.

Scenes are taken in this order: those of one editor after another, as it stays open; `Desk.alone` takes its bars away,
so they come last. The last of all change something, each on the copy of its own language.
"""

from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, FloatRect, Locator, Page

from tools.screenshots.desk import Desk, picture
from tools.screenshots.registry import scene

EDITOR, TRANSLATOR, AUTHOR = "editor", "translator-uk", "ngo-author"

# Polish and English addresses of the demo's pages.
CAMPAIGN = {"pl": "/pl/kampanie/mowie-po-swojemu/", "en": "/en/campaigns/i-speak-my-language/"}
CAMPAIGN_IN_UKRAINIAN = "Розмовляю своєю мовою"
LESSON = "/pl/materialy/symbol-nienawisci-w-szkole/"
CLASS = "/pl/kampanie/klasa-dialogu/"
WALK = "/pl/wydarzenia/spacer-przeciw-rasizmowi/"
ORGANISATION = "/pl/program/partnerzy/zustricz/"
SUBMITTED = f"{ORGANISATION}sobota-na-podworku/"
MENU_AT_THE_BOTTOM: FloatRect = {"x": 240, "y": 580, "width": 400, "height": 280}


def panel_of(page: Page, field: str) -> Locator:
    """The outermost panel around a field of the form."""
    return page.locator(f"section.w-panel:has(#id_{field})").first


def nearest_panel(field: Locator) -> Locator:
    """The innermost panel around a field."""
    return field.locator("xpath=ancestor::section[contains(@class, 'w-panel')][1]")


@scene("sign-in")
def sign_in(desk: Desk) -> bytes:
    page = desk.sit(None, "/account/login/")
    page.add_style_tag(content=".notice { display: none }")
    return picture(page.locator("main"), margin=0)


@scene("second-factor")
def second_factor(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/account/2fa/")
    return picture(page.locator("main"), margin=0)


@scene("first-page-translator")
def first_page_of_a_translator(desk: Desk) -> bytes:
    page = desk.sit(TRANSLATOR, "/admin/")
    return picture(page.locator(".waiting").first)


@scene("campaign-readers")
def what_readers_see_of_a_campaign(desk: Desk) -> bytes:
    page = desk.sit(None, CAMPAIGN[desk.language])
    return page.screenshot(clip={"x": 0, "y": 0, "width": 800, "height": 600})


@scene("event-readers")
def what_readers_see_of_a_moved_date(desk: Desk) -> bytes:
    address = {"pl": WALK, "en": "/en/events/walk-against-racism/"}
    page = desk.sit(None, address[desk.language])
    page.set_viewport_size({"width": 1280, "height": 1120})
    return page.screenshot(clip={"x": 0, "y": 200, "width": 1280, "height": 880})


@scene("harmful-readers")
def a_harmful_example_as_readers_meet_it(desk: Desk) -> bytes:
    address = {"pl": LESSON, "en": "/en/campaigns/i-hear-it-i-respond/"}
    page = desk.sit(None, address[desk.language])
    return picture(page.locator(".harmful").first)


@scene("translation-start")
def a_translation_begins(desk: Desk) -> bytes:
    page = desk.sit(TRANSLATOR, f"/admin/localize/submit/page/{desk.page_id(LESSON)}/?select_locale=uk")
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 420})


@scene("upload-refused")
def an_upload_is_refused(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/admin/images/add/")
    page.fill("#id_title", {"pl": "Baner", "en": "Banner"}[desk.language])
    banner: FilePayload = {"name": "banner.gif", "mimeType": "image/gif", "buffer": moving_picture()}
    page.set_input_files("#id_file", banner)
    page.click("main form button[type=submit], main form input[type=submit]")
    page.wait_for_load_state()
    desk.settle(page)
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 520})


def moving_picture() -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("white", "black")]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    return file.getvalue()


@scene("vocabulary")
def vocabulary(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/admin/snippets/programme/partnerinstitution/")
    return page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 620})


@scene("campaign-editor")
def campaign_editor(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    return page.screenshot()


@scene("publish-menu")
def publish_menu(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    page.click("footer .w-dropdown__toggle")
    page.wait_for_timeout(400)
    taken = page.screenshot(clip=MENU_AT_THE_BOTTOM)
    page.keyboard.press("Escape")
    return taken


@scene("preview-phone")
def preview_on_a_phone(desk: Desk) -> bytes:
    return preview(desk, "")


@scene("preview-right-to-left")
def preview_from_right_to_left(desk: Desk) -> bytes:
    return preview(desk, "rtl")


def preview(desk: Desk, mode: str) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    if page.locator("[data-side-panel=preview]").is_hidden():
        page.click("[data-side-panel-toggle=preview]")
    shown = page.frame_locator("#w-preview-iframe")
    shown.locator("html[dir=ltr] main").wait_for()
    if mode:
        page.locator("#id_preview_mode").select_option(mode)
        shown.locator("html[dir=rtl] main").wait_for()
    desk.settle(page)
    return picture(page.locator(".form-side"), margin=0)


@scene("withdraw")
def the_question_before_withdrawing(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, f"/admin/pages/{desk.page_id(CLASS)}/withdraw/")
    page.check("input[name=reason][value=personal_data]")
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 860})


@scene("checks")
def checks(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    page.click("[data-side-panel-toggle=checks]")
    page.locator("[data-content-word-count]").filter(has_not_text="-").wait_for()
    page.wait_for_timeout(3500)
    return picture(page.locator("[data-side-panel=checks] .w-divide-y").first)


@scene("alternative-text")
def alternative_text(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    return desk.alone(nearest_panel(page.locator("[name$='-value-caption']").first))


@scene("care-of-the-page")
def care_of_the_page(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, CAMPAIGN["pl"])
    page.locator("[role=tab]").last.click()
    page.wait_for_timeout(400)
    return desk.alone(panel_of(page, "checked_on"))


@scene("resource-glance")
def a_resource_at_a_glance(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, LESSON)
    return desk.alone(panel_of(page, "resource_kind"))


@scene("resource-files")
def files_of_a_resource(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, LESSON)
    return desk.alone(page.locator("#inline_child_files-0"))


@scene("harmful-block")
def a_harmful_example_in_the_editor(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, LESSON)
    return desk.alone(nearest_panel(page.locator("[name$='-value-why']").first))


@scene("event-date")
def a_date_that_was_moved(desk: Desk) -> bytes:
    page = desk.edit(EDITOR, WALK)
    return desk.alone(page.locator("#inline_child_occurrences-0"))


# From here on scenes change something.


@scene("first-page")
def first_page_of_an_editor(desk: Desk) -> bytes:
    ensure_submission(desk)
    page = desk.sit(EDITOR, "/admin/")
    page.set_viewport_size({"width": 1280, "height": 950})
    desk.settle(page)
    box = page.locator(".waiting").last.bounding_box()
    if box is None:
        raise ValueError("nothing waits for the editor")
    return page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": box["y"] + box["height"] + 12})


def ensure_submission(desk: Desk) -> None:
    """An author of the organisation asks for the approval of a new campaign, unless that was done before."""
    if desk.has_page(SUBMITTED):
        return
    page = desk.sit(AUTHOR, f"/admin/pages/add/campaigns/campaignpage/{desk.page_id(ORGANISATION)}/")
    page.fill("#id_title", "Sobota na podwórku")
    page.fill("#id_summary", "Raz w miesiącu spotykamy się na podwórku i rozmawiamy po swojemu.")
    page.fill("#id_lead", "Przynieś krzesło i jedno słowo w swoim języku.")
    for field, day in (("starts_on", "2027-05-01"), ("ends_on", "2027-09-30")):
        page.fill(f"#id_{field}", day)
        page.keyboard.press("Escape")
    page.click("footer .w-dropdown__toggle")
    page.click("button[name=action-submit]")
    page.wait_for_url(f"**/admin/pages/{desk.page_id(ORGANISATION)}/**")
    page.close()


@scene("first-page-organisation")
def first_page_of_an_author(desk: Desk) -> bytes:
    ensure_submission(desk)
    page = desk.sit(AUTHOR, "/admin/")
    return page.screenshot(clip={"x": 240, "y": 260, "width": 1000, "height": 480})


@scene("approval-menu")
def approval_menu(desk: Desk) -> bytes:
    ensure_submission(desk)
    page = desk.follow(EDITOR, "/admin/", "Sobota na podwórku")
    page.click("footer .w-dropdown__toggle")
    page.wait_for_timeout(400)
    return page.screenshot(clip=MENU_AT_THE_BOTTOM)


@scene("translation-passages")
def passages_of_a_translation(desk: Desk) -> bytes:
    page = desk.sit(TRANSLATOR, f"/admin/localize/submit/page/{desk.page_id(LESSON)}/?select_locale=uk")
    page.locator("main form button[type=submit], main form input[type=submit]").last.click()
    page.wait_for_url("**/edit/")
    page.goto(page.url)  # without the message of a moment ago
    page.wait_for_timeout(1000)
    segments = page.locator("main li:has(button)")
    translate = {"pl": "Tłumacz", "en": "Translate"}[desk.language]
    segments.get_by_role("button", name=translate, exact=True).first.click()
    page.locator("main textarea:visible").first.fill("Коли в школі з’являється символ ненависті")
    page.get_by_role("button", name={"pl": "Zapisz", "en": "Save"}[desk.language]).first.click()
    page.wait_for_timeout(1500)
    desk.settle(page)
    page.add_style_tag(content="footer { display: none !important }")
    page.set_viewport_size({"width": 1280, "height": 980})
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 980})


@scene("what-changed")
def what_changed_in_the_polish_page(desk: Desk) -> bytes:
    """An editor changes a word and publishes; the translator comes from the first page."""
    ensure_change(desk)
    page = desk.follow(TRANSLATOR, "/admin/", CAMPAIGN_IN_UKRAINIAN)
    return picture(page.locator(".changes"))


def ensure_change(desk: Desk) -> None:
    """One word of a campaign is another than its translations were made of, unless that was done before."""
    page = desk.sit(EDITOR, f"/admin/pages/{desk.page_id(CAMPAIGN['pl'])}/edit/")
    lead = page.locator("#id_lead")
    if "w ośmiu językach" not in lead.input_value():
        return
    lead.fill(lead.input_value().replace("w ośmiu językach", "w dziewięciu językach"))
    page.wait_for_timeout(1500)  # it saves itself first
    page.click("footer .w-dropdown__toggle")
    page.click("button[name=action-publish]")
    page.locator(".messages").wait_for()
