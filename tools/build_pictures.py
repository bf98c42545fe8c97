"""Takes the example reports and writes docs/img: the head of their brief and pages of the workbench, as Chromium shows them."""

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from dateline.record import Record
from dateline.run import build
from dateline.run.demo import example_reports
from dateline.show import write_brief
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer
from dateline.show.web import Hands, free_port, make_app

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "img"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-background-networking",
    "--enable-unsafe-swiftshader",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
)
WIDTH, HEIGHTS = 1200, (1500, 1300, 1100, 900, 750)  # the highest picture that is small enough is kept
MOST_BYTES = 300_000


def find_chromium() -> str | None:
    """Return the first Chromium on the path."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def pages(record: Record) -> dict[str, tuple[str, int]]:
    """Return name -> address and height of the pages of the workbench that docs show."""
    contents = Contents(record, own_words=True)
    composer = Composer(contents, Naming(contents))
    told = [one for event in contents.events if event.contested and (one := composer.tell(event))]
    event = max(told, key=lambda one: (len(one.event.documents), one.event.id)).event
    report = next(article.id for article in record.articles() if article.language == "en")
    return {
        "workbench-map": ("/map?on=2016-12-16&bbox=36.5,35.92,37.35,36.3", 760),
        "workbench-time": ("/timeline?from=2016-12-11&to=2016-12-23", 760),
        "workbench-event": (f"/event/{event.id}", 860),
        "workbench-report": (f"/document/{report}", 760),
        "workbench-deals": ("/deals", 560),
        "workbench-review": ("/review", 820),
    }


@contextmanager
def served(record: Record) -> Iterator[str]:
    """Yield the address of a workbench that shows everything and changes nothing."""
    port = free_port("127.0.0.1")
    hands = Hands("A. Reader", decide=lambda who, words: [], read=lambda paths, outlet, published, tell: [])
    server = uvicorn.Server(uvicorn.Config(make_app(record, hands), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def shoot(browser: Browser, address: str, height: int) -> bytes:
    """Return a picture of the top of a page once it has come to rest."""
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme="light", locale="en-GB")
    page.goto(address, wait_until="networkidle")
    if "/map" in address or "/timeline" in address:
        page.wait_for_selector("[data-ready=yes]", timeout=120_000)  # a map drawn without a graphics card
    page.wait_for_timeout(1500 if "/map" in address else 300)
    picture = page.screenshot(animations="disabled")
    page.close()
    return picture


def keep(name: str, picture: bytes) -> None:
    """Write a picture where it is another one than before."""
    path = FOLDER / f"{name}.png"
    if not path.is_file() or path.read_bytes() != picture:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
        print(f"written: {path.relative_to(ROOT).as_posix()}")


def take_all(browser: Browser, record: Record, folder: Path) -> None:
    """Take every picture."""
    brief = folder / "brief.html"
    with brief.open("w", encoding="utf-8", newline="\n") as stream:
        write_brief(record, "html", stream)
    for height in HEIGHTS:
        picture = shoot(browser, brief.as_uri(), height)
        if len(picture) <= MOST_BYTES:
            break
    else:
        sys.exit(f"brief.png: {len(picture)} bytes even at the least height, {MOST_BYTES} at most; left as it is")
    keep("brief", picture)
    with served(record) as address:
        for name, (path, height) in pages(record).items():
            keep(name, shoot(browser, address + path, height))


def main() -> None:
    """Write the pictures anew, or leave the old ones where there is no Chromium."""
    chromium = find_chromium()
    if not chromium:
        print("no Chromium found; docs/img left as it is")
        return
    # Chromium refuses to start as the superuser without this.
    flags = [*FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with (
        tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as temporary,
        sync_playwright() as play,
    ):
        record = build([example_reports()], Path(temporary) / "aleppo.dateline").record
        browser = play.chromium.launch(executable_path=chromium, args=flags)
        take_all(browser, record, Path(temporary))
        browser.close()


if __name__ == "__main__":
    main()
