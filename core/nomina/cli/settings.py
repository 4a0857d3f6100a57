"""The command for a person's preferences."""

from __future__ import annotations

import click

from nomina.cli import shell
from nomina.settings import SETTINGS, Setting, Settings, setting_of


@click.command("settings")
@click.argument("name", required=False)
@click.argument("values", nargs=-1)
@click.option("--default", "forget", is_flag=True, help="Go back to what NAME is by itself.")
@shell.json_option
def settings_(name: str | None, values: tuple[str, ...], forget: bool, as_json: bool) -> None:
    """List your settings, show the one called NAME, or change it to VALUES.

    They are yours, and count for all libraries, in the window too. `nomina settings exclude RAW "*.psd"` leaves files
    and folders of these names out of every folder that is added or watched.
    """
    settings = Settings()
    chosen = [each for each in SETTINGS if each.listed]
    if name is not None:
        chosen = [setting_of(name)]
        if values or forget:
            _change(settings, chosen[0], values, forget)
    if as_json:
        found = {each.key: settings.names(each.key) if each.many else settings.get(each.key) for each in chosen}
        shell.print_json(found)
        return
    shell.print_table(["name", "value", "choices"], [_row(settings, each) for each in chosen])
    for each in chosen if name is not None else ():
        click.echo(f"{each.label}. {each.note}".strip(), err=True)


def _change(settings: Settings, setting: Setting, values: tuple[str, ...], forget: bool) -> None:
    if forget and values:
        raise click.UsageError("Give VALUES or --default, not both.")
    if len(values) > 1 and not setting.many:
        raise click.UsageError(f"{setting.label} is one value.")
    settings.set(setting.key, setting.default if forget else "\n".join(values))


def _row(settings: Settings, setting: Setting) -> list[str]:
    value = ", ".join(settings.names(setting.key)) if setting.many else settings.get(setting.key)
    return [setting.key, value, "names" if setting.many else ", ".join(setting.choices)]
