"""Start the window: nomina-app [LIBRARY], or python -m nomina_desktop [LIBRARY]."""

from __future__ import annotations

import multiprocessing
import sys


def main(argv: list[str] | None = None) -> int:
    """Start the window and wait until it is closed."""
    multiprocessing.freeze_support()  # in a frozen bundle the encoder's process starts here too
    from nomina_desktop import app

    return app.run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
