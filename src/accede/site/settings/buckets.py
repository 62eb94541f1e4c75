"""A bucket as the place of stored files: what its storage is told, from the environment."""

from collections.abc import Mapping
from typing import Any


def bucket_storage(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the storage of the bucket ACCEDE_FILES_BUCKET, at ACCEDE_FILES_ENDPOINT where that is not Amazon's own.

    What the bucket's own variables say (AWS_ACCESS_KEY_ID …), boto3 reads by itself.
    """
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": environment["ACCEDE_FILES_BUCKET"],
            "endpoint_url": environment.get("ACCEDE_FILES_ENDPOINT") or None,
            "default_acl": None,
            "file_overwrite": True,
        },
    }
