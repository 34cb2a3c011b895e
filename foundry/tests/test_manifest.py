"""The manifest says what lies beside it, and lists the whole build matrix."""

import hashlib

from ..libraries import read_libraries
from .conftest import LIBRARIES, MANIFEST


def test_lists_every_library_of_the_matrix():
    assert [entry["id"] for entry in MANIFEST] == [library.id for library in read_libraries()]


def test_digests_and_sizes():
    for entry in MANIFEST:
        data = (LIBRARIES / entry["file"]).read_bytes()
        assert len(data) == entry["bytes"]
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
