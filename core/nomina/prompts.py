"""The texts by which a category is known, and their rows."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Category, EncoderSpec
from nomina.embeddings import Embeddings, text_key
from nomina.encoders.host import EncoderHost


def prompts(category: Category, spec: EncoderSpec) -> tuple[str, ...]:
    """The texts of a category: each name in each template, and its description; none without words."""
    if not category.words or not spec.texts:
        return ()
    texts = _in_templates((category.name, *category.synonyms), spec)
    return texts + ((category.description,) if category.description else ())


def unlike_prompts(category: Category, spec: EncoderSpec) -> tuple[str, ...]:
    """The texts that say what a category is not: each name in each template; none without."""
    return _in_templates(category.unlike, spec) if spec.texts else ()


def _in_templates(names: tuple[str, ...], spec: EncoderSpec) -> tuple[str, ...]:
    return tuple(template.replace("{}", spoken(name)) for name in names for template in spec.templates)


def spoken(name: str) -> str:
    """A name as one says it: folders are called “golden_retriever” or “012.Yellow_bellied_Cuckoo”."""
    words = re.sub(r"^\d+[._]", "", name).replace("_", " ")
    return " ".join(words.split()) or name


def text_rows(
    texts: list[str], spec: EncoderSpec, embeddings: Embeddings, host: EncoderHost
) -> dict[str, NDArray[np.float32]]:
    """Rows of texts by text, shape (d,) each: those at hand from disk, the others encoded at once and kept."""
    wanted = list(dict.fromkeys(texts))
    rows, found = embeddings.get(spec.id, [text_key(text) for text in wanted], spec.dimension)
    missing = [text for text, there in zip(wanted, found, strict=True) if not there]
    if missing:
        encoded = host.encode_texts(missing)
        embeddings.put(spec.id, {text_key(text): row for text, row in zip(missing, encoded, strict=True)})
        return text_rows(texts, spec, embeddings, host)  # as they will be read next time, to the last bit
    return dict(zip(wanted, rows, strict=True))
