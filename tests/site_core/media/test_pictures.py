"""Photos of people must not say where or with what they were taken: in no format, through no door."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from site_core.media.images import clean_image
from site_core.models import SiteImage
from tests.site_core.media import pictures

pytestmark = pytest.mark.django_db
KINDS = ("jpeg", "png", "webp", "avif", "heic", "gif")


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def stored(image: SiteImage) -> bytes:
    with default_storage.open(image.file.name) as file:
        return file.read()


def assert_tells_nothing(data: bytes) -> None:
    for secret in pictures.SECRETS:
        assert secret not in data
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        assert not dict(picture.getexif())
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop", "XML:com.adobe.xmp"} & set(
            picture.info
        )


@pytest.mark.parametrize("kind", KINDS)
def test_the_makers_really_hide_something(kind: str) -> None:
    data = pictures.telling(kind)
    assert any(secret in data for secret in pictures.SECRETS)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_the_picture_is_kept_and_given_out(kind: str) -> None:
    image = SiteImage.objects.create(title="Rynek", file=upload(pictures.telling(kind), f"rynek.{kind}"))
    assert_tells_nothing(stored(image))
    for output in ("jpeg", "png", "webp", "avif"):
        rendition = image.get_rendition(f"width-40|format-{output}")
        with rendition.file.open() as file:
            assert_tells_nothing(file.read())
    for name in default_storage.listdir("original_images")[1]:
        if name.startswith("rynek"):  # other tests leave files of their own
            assert_tells_nothing(default_storage.open(f"original_images/{name}").read())


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_the_picture_stands_upright(kind: str) -> None:
    image = SiteImage.objects.create(title="Rynek", file=upload(pictures.telling(kind), f"rynek.{kind}"))
    assert (image.width, image.height) == (pictures.HEIGHT, pictures.WIDTH)
    with Image.open(BytesIO(stored(image))) as picture:
        upper_left, upper_right = (
            picture.convert("RGB").getpixel(at) for at in ((8, 8), (pictures.HEIGHT - 8, 8))
        )
    assert upper_right[0] > 150 > upper_left[0]
    assert upper_left[2] > 150 > upper_right[2]


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_what_is_clean_changes_nothing(kind: str) -> None:
    once = clean_image(ContentFile(pictures.telling(kind)), f"a.{kind}")
    data = once.read()
    again = clean_image(ContentFile(data), once.name)
    assert again.read() == data
    assert again.name == once.name


def test_the_same_photo_sent_twice_is_found_as_a_duplicate() -> None:
    first = SiteImage.objects.create(title="Raz", file=upload(pictures.telling("jpeg"), "raz.jpg"))
    second = SiteImage.objects.create(title="Dwa", file=upload(pictures.telling("jpeg"), "dwa.jpg"))
    third = SiteImage.objects.create(title="Trzy", file=upload(stored(first), "trzy.jpg"))
    assert first.file_hash == second.file_hash == third.file_hash != ""
    assert first.file_size == len(stored(first))
    first.file_hash = ""
    assert first.get_file_hash() == second.file_hash


def test_a_photo_loses_hardly_any_quality() -> None:
    noisy = Image.effect_noise((200, 150), 60).convert("RGB")
    out = BytesIO()
    noisy.save(out, "JPEG", quality=80, comment=b"COMMENT-by-Jan")
    before = Image.open(BytesIO(out.getvalue())).convert("RGB").tobytes()
    after = Image.open(clean_image(ContentFile(out.getvalue()), "a.jpg")).convert("RGB").tobytes()
    assert sum(abs(a - b) for a, b in zip(before, after, strict=True)) / len(before) < 1.0


def test_a_plain_jpeg_is_kept_byte_for_byte() -> None:
    data = pictures.plain("JPEG")
    assert clean_image(ContentFile(data), "a.jpg").read() == data


def test_transparency_stays() -> None:
    out = BytesIO()
    picture = pictures.scene("RGBA")
    picture.putpixel((90, 60), (0, 0, 0, 0))
    picture.save(out, "AVIF", quality=90)
    cleaned = clean_image(ContentFile(out.getvalue()), "znak.avif")
    assert cleaned.name == "znak.png"
    assert Image.open(cleaned).getchannel("A").getextrema()[0] == 0


def test_a_colour_profile_is_applied_and_left_out() -> None:
    before = Image.open(BytesIO(pictures.with_own_colours()))
    after = Image.open(clean_image(ContentFile(pictures.with_own_colours()), "a.jpg"))
    assert "icc_profile" in before.info
    assert "icc_profile" not in after.info
    red, green, _blue = after.getpixel((5, 5))
    assert green > 150 > red


def test_a_huge_camera_file_is_decoded_smaller(settings: object) -> None:
    settings.SITE_IMAGES_MAX_KEPT_PIXELS = 1_000_000
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 3_000_000
    image = SiteImage.objects.create(title="Duże", file=upload(pictures.plain("JPEG", (2000, 1400)), "d.jpg"))
    assert (image.width, image.height) == (1000, 700)


class TestEveryDoor:
    """The ORM is covered above; these are the other ways in."""

    def test_the_form(self, admin_user: object) -> None:
        form = get_image_form(SiteImage)(
            {"title": "Rynek", "collection": Collection.get_first_root_node().pk},
            {"file": upload(pictures.telling("jpeg"), "rynek.jpg")},
            user=admin_user,
        )
        assert form.is_valid(), form.errors
        image = form.save()
        assert_tells_nothing(stored(image))
        assert image.file_size == len(stored(image))
        assert (image.width, image.height) == (pictures.HEIGHT, pictures.WIDTH)

    def test_replacing_the_file_removes_the_old_one(self, admin_user: object) -> None:
        image = SiteImage.objects.create(title="Rynek", file=upload(pictures.plain("PNG"), "a.png"))
        old, rendition = image.file.name, image.get_rendition("width-20")
        form = get_image_form(SiteImage)(
            {"title": "Rynek", "collection": image.collection_id},
            {"file": upload(pictures.telling("webp"), "b.webp")},
            instance=image,
            user=admin_user,
        )
        assert form.is_valid(), form.errors
        form.save()
        assert not default_storage.exists(old)
        assert not image.renditions.filter(pk=rendition.pk).exists()
        assert_tells_nothing(stored(image))

    @pytest.mark.parametrize("view", ["wagtailimages:add_multiple", "wagtailimages_chooser:create"])
    def test_the_admin(self, admin_client: object, view: str) -> None:
        prefix = "image-chooser-upload-" if "chooser" in view else ""
        name = "files[]" if not prefix else f"{prefix}file"
        answer = admin_client.post(
            reverse(view),
            {
                f"{prefix}title": "Rynek",
                f"{prefix}collection": Collection.get_first_root_node().pk,
                name: upload(pictures.telling("jpeg"), "rynek.jpg"),
            },
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        assert answer.status_code == 200
        assert_tells_nothing(stored(SiteImage.objects.get()))

    def test_an_upload_that_waits_for_its_title(self, admin_client: object) -> None:
        """Wagtail stores the raw file until the form is complete; what comes of it goes through the gate."""
        answer = admin_client.post(
            reverse("wagtailimages:add_multiple"),
            {
                "title": "x" * 300,
                "collection": Collection.get_first_root_node().pk,
                "files[]": upload(pictures.telling("jpeg"), "rynek.jpg"),
            },
            headers={"X-Requested-With": "XMLHttpRequest"},
        ).json()
        prefix = f"uploaded-image-{answer['uploaded_file_id']}"
        admin_client.post(
            reverse("wagtailimages:create_multiple_from_uploaded_image", args=[answer["uploaded_file_id"]]),
            {f"{prefix}-title": "Rynek", f"{prefix}-collection": Collection.get_first_root_node().pk},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        image = SiteImage.objects.get()
        assert_tells_nothing(stored(image))
        assert image.file_size == len(stored(image))

    def test_many_rows_at_once(self) -> None:
        SiteImage.objects.bulk_create([SiteImage(title="a", file=upload(pictures.telling("jpeg"), "a.jpg"))])
        image = SiteImage.objects.get()
        assert_tells_nothing(stored(image))
        assert (image.width, image.height) == (pictures.HEIGHT, pictures.WIDTH)
        assert (image.file_size, len(image.file_hash)) == (len(stored(image)), 40)

    def test_the_file_alone(self) -> None:
        image = SiteImage(title="Rynek")
        image.file.save("../rynek.jpg", ContentFile(pictures.telling("jpeg")))
        assert_tells_nothing(stored(SiteImage.objects.get()))

    def test_saving_only_the_file_saves_what_follows_from_it(self) -> None:
        image = SiteImage.objects.create(title="Rynek", file=upload(pictures.plain("PNG"), "a.png"))
        image.file = upload(pictures.telling("jpeg"), "b.jpg")
        image.save(update_fields=["file"])
        image.refresh_from_db()
        assert (image.width, image.height) == (pictures.HEIGHT, pictures.WIDTH)
        assert image.file_size == len(stored(image))


HTML = b"<!doctype html><html><body><script>alert(1)</script></body></html>"
REFUSED = {
    "nothing": (b"", "a.png", "empty"),
    "a page": (HTML, "a.png", "not_a_picture"),
    "a program": (b"MZ\x90\0" + bytes(600), "a.jpg", "not_a_picture"),
    "gif called png": (pictures.plain("GIF"), "a.png", "wrong_extension"),
    "svg called png": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.png", "wrong_extension"),
    "half a jpeg": (pictures.telling("jpeg")[:900], "a.jpg", "damaged"),
    "half a png": (pictures.plain("PNG")[:-30], "a.png", "damaged"),
    "half a webp": (pictures.telling("webp")[:120], "a.webp", "damaged"),
    "half an avif": (pictures.telling("avif")[:300], "a.avif", "damaged"),
    "half a heic": (pictures.telling("heic")[:300], "a.heic", "damaged"),
    "half a gif": (pictures.plain("GIF")[:30], "a.gif", "damaged"),
    "only a beginning": (b"\xff\xd8\xff\xe0", "a.jpg", "damaged"),
    "121 million pixels": (pictures.png_of_one_bit(11_000, 11_000), "a.png", "too_many_pixels"),
    "1.6 billion pixels": (pictures.png_of_one_bit(40_000, 400)[:60], "a.png", "side_too_long"),
    "one pixel high": (pictures.png_of_one_bit(40_000, 1), "a.png", "side_too_long"),
    "a huge canvas": (pictures.HUGE_WEBP_CANVAS, "a.webp", "too_many_pixels"),
    "500 pictures in one": (pictures.gif_of(500), "a.gif", "animated"),
    "a tiff": (pictures.plain("TIFF"), "a.tif", "not_a_picture"),
    "a bitmap": (pictures.plain("BMP"), "a.bmp", "not_a_picture"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_and_why(case: str) -> None:
    data, name, code = REFUSED[case]
    with pytest.raises(ValidationError) as refusal:
        clean_image(ContentFile(data), name)
    assert refusal.value.code == code
    assert re.fullmatch(r"[A-Z“].+\.", refusal.value.messages[0])


@pytest.mark.parametrize("case", REFUSED)
def test_the_editor_reads_the_reason(case: str, admin_user: object) -> None:
    data, name, _code = REFUSED[case]
    form = get_image_form(SiteImage)({"title": "x"}, {"file": upload(data, name)}, user=admin_user)
    assert not form.is_valid()
    assert form.errors["file"]


def test_nothing_refused_is_stored() -> None:
    with pytest.raises(ValidationError):
        SiteImage.objects.create(title="x", file=upload(HTML, "a.png"))
    with pytest.raises(ValidationError):
        SiteImage(title="x").file.save("a.png", ContentFile(HTML))
    assert not SiteImage.objects.exists()


def test_a_file_that_is_two_things_becomes_one() -> None:
    assert b"alert" not in clean_image(ContentFile(pictures.gif_and_script()), "a.gif").read()
    archive = pictures.plain("PNG") + b"PK\x03\x04" + bytes(40) + b"PK\x05\x06" + bytes(18)
    assert b"PK" not in clean_image(ContentFile(archive), "a.png").read()
    page = (
        pictures.plain("JPEG")[:2]
        + b"\xff\xfe\x00\x19<script>alert(1)</script>"[:27]
        + pictures.plain("JPEG")[2:]
    )
    assert b"script" not in clean_image(ContentFile(page), "a.jpg").read()


def test_names_carry_the_hash_so_that_addresses_can_be_cached_for_ever() -> None:
    one = SiteImage.objects.create(title="a", file=upload(pictures.plain("PNG"), "ta sama nazwa.png"))
    two = SiteImage.objects.create(title="b", file=upload(pictures.telling("png"), "ta sama nazwa.png"))
    assert one.file_hash[:10] in PurePosixPath(one.file.name).name
    assert one.get_rendition("width-20").file.name != two.get_rendition("width-20").file.name
