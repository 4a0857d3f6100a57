"""The bundle's programs: `nomina-app` is the window, any other name the commands; the encoder's process is both's."""

import multiprocessing
import sys
from pathlib import Path


def main() -> None:
    """Do what the program's name says."""
    multiprocessing.freeze_support()  # does not return in the encoder's process
    if Path(sys.argv[0]).stem == "nomina-app":
        from nomina_desktop.__main__ import main

        sys.exit(main())
    from nomina.cli import run

    run()


if __name__ == "__main__":
    main()
