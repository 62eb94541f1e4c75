"""Secrets that leave the process, encrypted by a key made from the installation's secret, one for each purpose."""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings

SECOND_FACTOR = b"accede-2f-secret"
ADDRESS = b"accede-address"
LETTER = b"accede-letter"


def cipher(purpose: bytes) -> Fernet:
    """Return what encrypts and decrypts for a purpose: up to sixteen bytes that stay for ever."""
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), person=purpose, digest_size=32).digest()
    return Fernet(base64.urlsafe_b64encode(key))
