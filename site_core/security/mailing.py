"""Mails about accounts, sent without anybody waiting for the mail server."""

import logging
from smtplib import SMTPException
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)


def send_beside_the_request(message: EmailMessage, about: str) -> None:
    """Not through the task queue: a link that sets a password has no business in a table.

    The process ends only after the mail is out or has failed (`EMAIL_TIMEOUT`).
    """
    if settings.ACCOUNT_MAILS_BESIDE_THE_REQUEST:
        Thread(target=send, args=(message, about), name="mail").start()
    else:
        send(message, about)


def send(message: EmailMessage, about: str) -> None:
    """A mail server that is away is our trouble, told to the log, and not the editor's.

    Whatever the mail tells of has been done: a passkey added, a password changed.
    """
    try:
        message.send()
    except (OSError, SMTPException) as failure:
        logger.error("A mail (%s) was not sent: %s", about, type(failure).__name__)  # noqa: TRY400
