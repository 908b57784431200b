"""Pictures and documents. Constants only; why each one: docs/features/media.md."""

WAGTAILIMAGES_IMAGE_MODEL = "site_core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "site_core.media.forms.SiteImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "svg", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A camera's JPEG may be this large: it is decoded smaller. Everything else has to fit into what is kept.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 110_000_000
SITE_IMAGES_MAX_KEPT_PIXELS = 25_000_000
SITE_IMAGES_MAX_SIDE = 20_000
# Explicit, so that Wagtail 7.4 (which turns WebP and AVIF into PNG) and 8.0 (which does not) agree.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {
    "avif": "avif",
    "bmp": "png",
    "gif": "png",
    "heic": "jpeg",
    "webp": "webp",
}
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_AVIF_QUALITY = 58

WAGTAILDOCS_DOCUMENT_MODEL = "site_core.SiteDocument"
WAGTAILDOCS_EXTENSIONS = (
    *("pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx"),
    *("csv", "txt", "vtt"),
    *("png", "jpg", "jpeg", "webp", "svg", "mp3", "mp4"),
)
WAGTAILDOCS_MAX_UPLOAD_SIZE = 60 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT = True
# Never left to the machine's own table of types, which differs from server to server.
WAGTAILDOCS_CONTENT_TYPES = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}

# The only folders of MEDIA_ROOT that answer to a direct address. Originals, documents and half-done uploads
# never do.
PUBLIC_MEDIA_FOLDERS = ("images/",)
