"""`python -m nomina`."""

from nomina.cli import run

if __name__ == "__main__":
    run()
