"""Takes the example reports and writes docs/img/brief.png: the head of their brief, as headless Chromium shows it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dateline.run import build
from dateline.run.demo import example_reports
from dateline.show import write_brief

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "img" / "brief.png"
NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHTS = 1200, (1500, 1300, 1100, 900)  # the highest picture that is small enough is kept
MOST_BYTES = 300_000
FLAGS = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1"),
)
PATIENCE = 120  # seconds


def find_chromium() -> str | None:
    """Return the first Chromium on the path."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def write_page(folder: Path) -> Path:
    """Read the example reports into a record in `folder` and write its brief."""
    summary = build([example_reports()], folder / "record.dateline")
    page = folder / "brief.html"
    with page.open("w", encoding="utf-8", newline="\n") as stream:
        write_brief(summary.record, "html", stream)
    return page


def shoot(chromium: str, page: Path, height: int, folder: Path) -> Path:
    """Return a picture of the top of the page; a profile of its own keeps the user's out of it."""
    picture = folder / "brief.png"
    picture.unlink(missing_ok=True)
    own = [f"--user-data-dir={folder / 'profile'}", f"--window-size={WIDTH},{height}", f"--screenshot={picture}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        own.append("--no-sandbox")  # Chromium refuses to start as the superuser with it
    ran = subprocess.run(
        [chromium, *FLAGS, *own, page.as_uri()], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if not picture.is_file():
        sys.exit(f"{chromium} made no picture (exit status {ran.returncode}):\n{ran.stderr.strip()[-2000:]}")
    return picture


def main() -> None:
    """Write the picture anew, or leave the old one where there is no Chromium."""
    chromium = find_chromium()
    name = PICTURE.relative_to(ROOT).as_posix()
    if not chromium:
        print(f"no Chromium found; {name} left as it is")
        return
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        page = write_page(folder)
        for height in HEIGHTS:
            content = shoot(chromium, page, height, folder).read_bytes()
            if len(content) <= MOST_BYTES:
                break
        else:
            sys.exit(f"{name}: {len(content)} bytes even at the least height, {MOST_BYTES} at most; left as it is")
    if not PICTURE.is_file() or PICTURE.read_bytes() != content:
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_bytes(content)
        print(f"written: {name}")


if __name__ == "__main__":
    main()
