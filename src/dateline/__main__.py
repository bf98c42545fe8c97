"""`python -m dateline` is the same as the command `dateline`."""

from dateline.cli import main

main()
