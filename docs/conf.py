"""How the documentation is built: sphinx-build -W -c docs . FOLDER (why by these: decisions/0002-dependencies.md).

The sources are the repository's own, README and all, so that each link is the same here and where the files are read.
"""

from importlib.metadata import version as version_of

project, author = "Nomina", "The Nomina developers"
project_copyright = "2026, the Nomina developers. Apache-2.0"
version = release = version_of("nomina")

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "docs/index"
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/**.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nitpicky = True
suppress_warnings = ["toc.not_included"]  # a page may come before its place in the index

html_theme = "furo"
html_title = "Nomina"
html_favicon = html_logo = "../assets/icons/nomina.svg"
html_static_path, html_css_files = ["site"], ["nomina.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#3A5BD9", "color-brand-content": "#3A5BD9"},
    "dark_css_variables": {"color-brand-primary": "#8AA4FF", "color-brand-content": "#8AA4FF"},
}
html_show_sphinx = False
html_copy_source = False
