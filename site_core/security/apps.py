from django.apps import AppConfig


class SecurityConfig(AppConfig):
    name = "site_core.security"
    label = "site_core_security"
    verbose_name = "Security"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added, authenticator_used

        from site_core.security import checks  # noqa: F401 - registers itself
        from site_core.security.second_factor import remember_setting_up, remember_use

        authenticator_used.connect(remember_use, dispatch_uid="site_core.security.remember_use")
        authenticator_added.connect(
            remember_setting_up, dispatch_uid="site_core.security.remember_setting_up"
        )
