"""What the bundle leaves out: parts of packages that no verb reaches. packaging/smoke shows that none is missed."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path

Entry = tuple[str, str, str]
"""What PyInstaller collects: the place in the bundle, where it comes from (of a link: what it points to), its kind."""

EXCLUDES = [
    # used by others only where they find them; nobody needs them here
    "IPython", "PyInstaller", "cleanlab", "dask", "matplotlib", "narwhals", "networkx", "numpy.distutils", "numpy.f2py",
    "pandas", "pip", "pyarrow", "pygments", "pytest", "rich", "scipy", "sentence_transformers", "setuptools", "sklearn",
    "tensorboard", "tkinter", "torch.utils.tensorboard", "triton", "typer", "wheel",
    "readline",  # GPL-3, by its library
    "av",  # GPL-2, by x264 and x265 in its wheels
    # Qt beyond widgets and SVG
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtWebEngineCore",
]  # fmt: skip

DROPPED = (
    # torch's own tests, headers and tools
    "torch/test/", "torch/include/", "torch/share/", "torch/bin/", "libtorchbind_test", "libjitbackend_test",
    "libbackend_with_compiler", "libaoti_custom_ops",
    # what Qt has for telephones, servers and other programs
    "plugins/egldeviceintegrations/", "plugins/generic/", "plugins/imageformats/libqpdf", "libqtvirtualkeyboard",
    "platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqminimalegl", "platforms/libqvkkhrdisplay",
    "platforms/libqvnc", "platformthemes/libqgtk3", "Qt/translations/qt_",
)  # fmt: skip
NEEDED = ("torch/bin/torch_shm_manager",)  # torch does not start without it
CUDA = ("torchvision.libs/", "torchvision/_C.so", "torchvision/image.so")
"""Built for CUDA and not loadable beside a CPU build of torch: nomina.encoders.torchvision_shim does without."""
NOT_SCRIPTED = ("_dynamo", "_export", "_inductor", "ao", "distributed", "export", "onnx", "testing", "utils")
"""Parts of torch whose sources are not wanted beside their bytecode: TorchScript reads sources, but not theirs.

Those called config.py are: torch reads the comments in them."""

FAMILIES = {
    "albert", "auto", "bert", "camembert", "clip", "deberta", "deberta_v2", "distilbert", "electra", "encoder_decoder",
    "gemma", "gemma2", "gemma3", "llama", "m2m_100", "mpnet", "mt5", "qwen2", "roberta", "siglip", "siglip2", "t5",
    "xlm_roberta",
}  # fmt: skip
"""Of transformers' families of networks, those that read texts for a model of open_clip."""
NETWORK = ("modeling_", "image_processing_", "processing_", "modular_", "feature_extraction_", "video_processing_")


def keep(place: str) -> bool:
    """Whether a collected file or module stays; `place` is where it lies in the bundle, modules with "/" too."""
    place = place.replace("\\", "/")
    if place.startswith(NEEDED):
        return True
    if sys.platform.startswith("linux") and place.startswith(CUDA):
        return False
    source = place.endswith(".py") and not place.endswith("config.py")
    source = source and place.startswith(tuple(f"torch/{part}/" for part in NOT_SCRIPTED))
    return not source and not any(part in place for part in DROPPED)


def networks_not_needed(transformers: Path) -> list[str]:
    """Modules of transformers that hold other families' networks; their names and tokenizers stay."""
    files = (transformers / "models").glob("*/*.py")
    return [
        f"transformers.models.{file.parent.name}.{file.stem}"
        for file in files
        if file.parent.name not in FAMILIES and file.name.startswith(NETWORK)
    ]


def without_strays(binaries: list[Entry]) -> list[Entry]:
    """Leave out the libraries that only something dropped wanted. On Linux alone."""
    if not sys.platform.startswith("linux"):
        return binaries
    wanted = {Path(path or name).name for entry in binaries if not _is_library(entry) for name, path in _needs(entry)}
    return [entry for entry in binaries if not _is_library(entry) or posixpath.basename(entry[0]) in wanted]


def without_dead_links(entries: list[Entry], all_entries: list[Entry]) -> list[Entry]:
    """Leave out the links to what is not among all that is collected."""
    places = {place for place, _, kind in all_entries if kind != "SYMLINK"}
    return [
        (place, origin, kind)
        for place, origin, kind in entries
        if kind != "SYMLINK" or posixpath.normpath(posixpath.join(posixpath.dirname(place), origin)) in places
    ]


def _is_library(entry: Entry) -> bool:
    """Whether it is there for others: the system's libraries and Qt's, and links to them."""
    place, _, kind = entry
    beside = "/" not in place or place.startswith("PySide6/Qt/lib/")
    return kind != "EXTENSION" and beside and not place.startswith(("libpython", "libfaiss"))


def _needs(entry: Entry) -> set[tuple[str, str | None]]:
    """All libraries that one needs, through others too."""
    from PyInstaller.depend.bindepend import get_imports

    return get_imports(entry[1]) if entry[2] != "SYMLINK" else set()
