"""Two encoders as one: words by the first, pictures by both.

    pair:starter+timm:vit_small_patch14_dinov2.lvd142m
    pair:starter+timm:/path/to/folder?weight=0.3         the first one's share of the pictures' cosine; 0.5 by default

    row = [ words of A | √w · unit(a - centre of A) | √(1 - w) · unit(b - centre of B) ]

so that the cosine of two pictures is w · cosine in A + (1 - w) · cosine in B, exactly as each would state it alone.
Each half is centred here, by its own frozen centre, because a centre that is taken off the whole would change the
halves' lengths from picture to picture, and with them the weights. The pair's own centre is therefore zero.
docs/decisions/0006-encoders.md.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import numpy as np
import PIL.Image

from nomina.domain import Calibration, EncoderSpec, Levels, Rows
from nomina.encoders.calibration import ground
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadInput, EncoderError
from nomina.reference import unit

WEIGHT = 0.5


class Pair:
    """Two encoders behind the protocol Encoder; see the head of this file.

    Attributes:
        streams: how many batches it likes side by side: as many as the one of them that likes more.
    """

    def __init__(self, first: Encoder, second: Encoder, weight: float = WEIGHT) -> None:
        """Put two loaded encoders together.

        Args:
            weight: the first one's share of the pictures' cosine, inside 0..1.

        Raises:
            BadInput: the weight is out of bounds, both are the same, or only the second knows words.
        """
        if not 0 < weight < 1:
            raise BadInput(f"A weight of {weight:g} is none.", "Give the first encoder's share, as in ?weight=0.3.")
        if first.spec.id == second.spec.id:
            raise BadInput(f"Both encoders of the pair are {first.spec.title}.", "Use it alone, or name another one.")
        if second.spec.texts and not first.spec.texts:
            raise BadInput(
                f"{first.spec.title} knows no words, and the words of a pair are the first one's.",
                f"Name {second.spec.title} first.",
            )
        self._encoders = (first, second)
        self.streams = max(int(getattr(each, "streams", 1)) for each in self._encoders)
        self._shares = (weight, 1.0 - weight)
        self._centres = tuple(each.calibration().pictures_centre for each in self._encoders)
        self._spec = self._described(weight)

    def _described(self, weight: float) -> EncoderSpec:
        first, second = (each.spec for each in self._encoders)
        words = _width(first.words) if first.words is not None else 0
        pictures = _width(first.pictures) + _width(second.pictures)
        return EncoderSpec(
            id=f"pair@1({first.id}+{second.id};weight={weight:g};ground={ground()})",
            title=f"{first.title} and {second.title}",
            dimension=words + pictures,
            words=(0, words) if first.words is not None else None,
            pictures=(words, words + pictures),
            device=first.device,
            templates=first.templates,
        )

    @property
    def spec(self) -> EncoderSpec:
        """See Encoder."""
        return self._spec

    def calibration(self) -> Calibration:
        """See Encoder: the words' constants of the first; the examples' score is a weighted mean of both scores.

        With cosines c, gains g and offsets o, the pair's g · (w·c_A + (1 - w)·c_B - o) equals
        s·g_A·(c_A - o_A) + (1 - s)·g_B·(c_B - o_B) for g = 1 / (w/g_A + (1 - w)/g_B), o = w·o_A + (1 - w)·o_B and the
        share s = w·g/g_A.
        """
        first, second = (each.calibration() for each in self._encoders)
        one, other = self._shares
        levels = self._levels(_levels(first, False), _levels(second, False))
        return Calibration(
            words_centre=first.words_centre,
            words_gain=first.words_gain,
            words_bend=first.words_bend,
            pictures_centre=np.zeros(_width(self._spec.pictures), np.float32),
            pictures_gain=1.0 / (one / first.pictures_gain + other / second.pictures_gain),
            **dataclasses.asdict(levels),
            at_home=self._levels(_levels(first, True), _levels(second, True)),
        )

    def _levels(self, first: Levels, second: Levels) -> Levels:
        one, other = self._shares
        return dataclasses.replace(
            first,
            offset=one * first.offset + other * second.offset,
            offset_of_one=one * first.offset_of_one + other * second.offset_of_one,
            tightness=min(first.tightness, second.tightness),  # nothing where it was measured of one of them alone
            usually_alike=one * first.usually_alike + other * second.usually_alike,
        )

    def prepare(self, image: PIL.Image.Image) -> tuple[Prepared, Prepared]:
        """See Encoder: one decoded picture, prepared for each of the two."""
        first, second = self._encoders
        return first.prepare(image), second.prepare(image)

    def encode_pixels(self, pixels: Sequence[tuple[Prepared, Prepared]]) -> Rows:
        """See Encoder."""
        rows = np.zeros((len(pixels), self._spec.dimension), np.float32)
        if not len(pixels):
            return rows
        own = [each.encode_pixels([both[i] for both in pixels]) for i, each in enumerate(self._encoders)]
        first = self._encoders[0].spec
        if first.words is not None and self._spec.words is not None:
            rows[:, slice(*self._spec.words)] = own[0][:, slice(*first.words)]
        halves = [
            math.sqrt(share) * unit(mine[:, slice(*each.spec.pictures)] - centre)
            for each, mine, centre, share in zip(self._encoders, own, self._centres, self._shares, strict=True)
        ]
        rows[:, slice(*self._spec.pictures)] = np.concatenate(halves, axis=1)
        return rows

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """See Encoder."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """See Encoder: the first encoder's words.

        Raises:
            EncoderError: neither knows words.
        """
        first = self._encoders[0]
        if first.spec.words is None:
            raise EncoderError(f"{self._spec.title} know no words.", "Give examples instead.")
        rows = np.zeros((len(texts), self._spec.dimension), np.float32)
        rows[:, slice(0, _width(first.spec.words))] = first.encode_texts(texts)[:, slice(*first.spec.words)]
        return rows


def _width(part: tuple[int, int]) -> int:
    return part[1] - part[0]


def _levels(calibration: Calibration, at_home: bool) -> Levels:
    if at_home and calibration.at_home is not None:
        return calibration.at_home
    names = (field.name for field in dataclasses.fields(Levels))
    return Levels(**{name: getattr(calibration, name) for name in names})
