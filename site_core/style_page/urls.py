from django.urls import path

from site_core.style_page.views import style_page

urlpatterns = [path("styl/", style_page, name="style_page")]
