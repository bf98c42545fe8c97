"""Archives: members are read in place, one bad one stops no other, and what is made to do harm is refused by name."""

import gzip
import io
import tarfile
import zipfile
import zlib

import pytest

TEXT = "Rebels shelled Hama on Friday, activists said.\n"


def zipped(members, **how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members, mode="w:gz"):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            if isinstance(content, str) and content.startswith("->"):
                info.type, info.linkname = tarfile.SYMTYPE, content[2:]
                archive.addfile(info)
            else:
                data = content.encode() if isinstance(content, str) else content
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [("in.zip", zipped), ("in.tar.gz", tarred), ("in.tgz", tarred), ("in.tar", lambda members: tarred(members, "w:"))],
)
def test_members_are_told_by_their_place_and_keep_their_id(reads, name, pack):
    loose = reads("a.txt", TEXT).only
    given = reads(
        name,
        pack(
            {
                "deep/a.txt": TEXT,
                "b.csv": "text\nShells fell.\n",
                "c.jpg": "x",
                ".hidden.txt": TEXT,
                "__MACOSX/a.txt": TEXT,
            }
        ),
    )
    assert [article.path.rsplit("/in.", 1)[1].partition("!")[2] for article in given.articles] == [
        "deep/a.txt",
        "b.csv#2",
    ]
    assert given.articles[0].id == loose.id and given.articles[0].sha256 == loose.sha256
    assert len(given.passed) == 3 and not given.skipped


def test_archives_within_archives_are_read_but_not_without_end(reads):
    inner = zipped({"a.txt": TEXT})
    assert (
        reads("two.zip", zipped({"x/inner.zip": inner, "y.tar.gz": tarred({"b.txt": TEXT})}))
        .articles[0]
        .path.endswith("two.zip!x/inner.zip!a.txt")
    )
    for depth in range(12):
        inner = zipped({f"level-{depth}.zip": inner, "a.txt": TEXT})
    given = reads("deep.zip", inner)
    assert given.articles and "too deep" in given.skipped[0]


def test_a_file_packed_by_itself_is_read(reads):
    assert reads("a.txt.gz", gzip.compress(TEXT.encode())).only.text == TEXT
    assert reads("a.csv.gz", gzip.compress(b"text\nShells fell.\n")).only.path.endswith("a.csv.gz#2")


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "..\\evil.txt"]
)
@pytest.mark.parametrize(("archive", "pack"), [("in.zip", zipped), ("in.tar.gz", tarred)])
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(reads, tmp_path, name, archive, pack):
    given = reads(archive, pack({name: TEXT, "good.txt": TEXT}))
    assert [article.path.rsplit("!")[1] for article in given.articles] == ["good.txt"]
    assert "its name leads out of the archive" in given.skipped[0]
    assert [path.name for path in tmp_path.rglob("*")] == [archive]


def test_links_in_a_tar_are_told_and_not_followed(reads):
    given = reads("in.tar.gz", tarred({"passwd.txt": "->/etc/passwd", "good.txt": TEXT}))
    assert given.only.text == TEXT and "a link or device, which is not followed" in given.skipped[0]


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_is_unpacked(reads):
    bomb = zipped({"a.txt": b" " * 120_000_000, "b.txt": TEXT}, compresslevel=9)
    assert len(bomb) < 200_000
    given = reads("bomb.zip", bomb)
    assert not given.articles and "bomb.zip: unpacks to far more than it holds" in given.error


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bomb.tar.gz", "bomb.txt.gz"])
def test_a_gzip_bomb_is_refused_while_it_is_unpacked(reads, name):
    packer = zlib.compressobj(9, wbits=31)
    plain = tarred({"a.txt": b" " * 120_000_000}, "w:") if "tar" in name else b" " * 120_000_000
    given = reads(name, packer.compress(plain) + packer.flush())
    assert not given.articles
    assert "unpacks to far more than it holds" in (given.error or given.skipped[0])


def test_a_bomb_whose_members_share_their_bytes_is_refused(reads, monkeypatch):
    """Many entries that point at the same packed bytes: each alone is harmless, together they are not."""
    data = zipped({"a.txt": b"shells fell on the town " * 200_000})
    infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    central = data[data.index(b"PK\x01\x02") : data.index(b"PK\x05\x06")]
    entries = b"".join(central.replace(b"a.txt", f"{number:05}".encode()) for number in range(3000))
    start = data.index(b"PK\x01\x02")
    end = (
        b"PK\x05\x06"
        + bytes(4)
        + (3000).to_bytes(2, "little") * 2
        + len(entries).to_bytes(4, "little")
        + start.to_bytes(4, "little")
        + bytes(2)
    )
    given = reads("shared.zip", data[:start] + entries + end)
    assert len(infos) == 1 and not given.articles and "unpacks to far more" in given.error


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
@pytest.mark.parametrize(("name", "pack"), [("in.zip", zipped), ("in.tar.gz", tarred)])
def test_a_cut_off_archive_is_told(reads, name, pack, cut):
    data = pack({f"{number}.txt": f"{TEXT}{zlib.crc32(bytes([number]))}" for number in range(40)})
    given = reads(name, data[: int(len(data) * cut)])
    assert "the archive is damaged" in given.error


def test_a_member_whose_bytes_are_spoilt_stops_no_other(reads):
    data = bytearray(zipped({"a.txt": TEXT * 50, "b.txt": TEXT}))
    at = data.index(b"a.txt") + 12
    data[at : at + 4] = b"\xff\xff\xff\xff"
    given = reads("in.zip", bytes(data))
    assert given.only.path.endswith("!b.txt") and "in.zip!a.txt: damaged" in given.skipped[0]


def test_a_member_locked_with_a_password_is_told(reads):
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    first = data.index(b"PK\x01\x02")
    data[first + 8] |= 1
    given = reads("in.zip", bytes(data))
    assert given.only.path.endswith("!b.txt") and "locked with a password" in given.skipped[0]


def test_control_characters_in_names_are_made_visible(reads):
    given = reads("in.zip", zipped({"a\x1b[31m.txt": TEXT}))
    assert given.only.path.endswith("!a\\x1b[31m.txt")
