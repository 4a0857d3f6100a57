"""Load and run one model of open_clip.

What a choice may be:

    open_clip:MODEL/PRETRAINED                 a pair that open_clip lists
    open_clip:hf-hub:ORG/NAME                  a repository with an open_clip_config.json
    open_clip:/path/to/folder                  a folder with an open_clip_config.json and weights (local-dir: works too)
    open_clip:/path/to/weights.safetensors     one weights file of such a folder
    open_clip:MODEL:/path/to/weights           a lone weights file of a built-in model whose recipe is not in doubt
    open_clip:MODEL/PRETRAINED:/path/to/weights  a lone weights file with the recipe of that pair

Size, normalisation, resizing, tokenizer and context length are read from the model's config. Weights are read from
safetensors, or by torch's weights-only reader; a file that only pickle could read is refused, and no code from a
model folder is run.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.calibration import calibration_of
from nomina.encoders.devices import choose_device
from nomina.encoders.forward import Forward, Way
from nomina.encoders.open_clip import files
from nomina.encoders.open_clip.recipes import Recipe, recipe_of, the_package
from nomina.encoders.protocol import Encoder, Pixels
from nomina.encoders.weights import FETCH_AGAIN, check_readable, check_rows, failed, first_line
from nomina.errors import EncoderError

if TYPE_CHECKING:
    import torch

# The CLIP paper (section 3.1.4) starts from "a photo of a {}."; the rest are of its list for any kind of picture.
# "{}" is for names that are whole descriptions already.
_CLIP_TEMPLATES = ("a photo of a {}.", "a photo of the {}.", "a good photo of a {}.", "itap of a {}.", "{}")
# transformers' zero-shot pipeline, which the model cards show for SigLIP, fills "This is a photo of {}."; big_vision
# evaluates with CLIP's templates. The tokenizer lowers the case and drops the full stops for all of them.
_SIGLIP_TEMPLATES = ("This is a photo of {}.", "a photo of a {}.", "{}")
_TEXTS_AT_ONCE = 64  # so that a thousand prompts of a large model do not fill the memory


def load(choice: str, device: str) -> Encoder:
    """Load an encoder; weights that are not on this machine are fetched from the hub.

    Args:
        choice: see the head of this file; the leading "open_clip:" may be left out.
        device: as for `choose_device`.

    Raises:
        BadInput: open_clip knows no such model or weights; the hint names the nearest ones.
        WeightsMissing: weights or tokenizer are not on this machine and could not be fetched.
        EncoderError: files are broken, do not fit each other or are not safe to read; or there is no such device.
    """
    device = choose_device(device)
    recipe = recipe_of(choice.strip().removeprefix(files.PREFIX))
    model = _build(recipe)
    prepare = _transform(model, recipe)
    tokenize = _tokenizer(recipe)
    encoder = _OpenClipEncoder(model.to(device), prepare, tokenize, _spec(recipe, device))
    encoder.encode_texts(["a"])  # a tokenizer of another model shows itself here, not in the middle of the work
    return encoder


class _OpenClipEncoder:
    """A model of open_clip behind the Encoder protocol; rows are what open_clip gives, scaled to unit length."""

    def __init__(
        self,
        model: Any,
        prepare: Callable[[PIL.Image.Image], torch.Tensor],
        tokenize: Callable[[list[str]], torch.Tensor],
        spec: EncoderSpec,
    ) -> None:
        self._model = model
        self.forward = Forward(_picture_side(model), spec.device, Way())
        self._prepare = prepare
        self._tokenize = tokenize
        self._tokenizing = threading.Lock()  # fast tokenizers refuse two threads at once: "Already borrowed"
        self._spec = spec
        self._calibration: Calibration | None = None

    @property
    def spec(self) -> EncoderSpec:
        """What it is: id, dimension, parts, device."""
        return self._spec

    def prepare(self, image: PIL.Image.Image) -> Pixels:
        """Open_clip's own preparation for evaluation; returns shape (3, height, width), float32. Thread safe."""
        pixels: Pixels = self._prepare(image).numpy()
        return pixels

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        """Encode prepared pictures; returns shape (len(pixels), d), float32, rows of unit length."""
        if not len(pixels):
            return self._no_rows()
        return self._checked(lambda: self.forward(pixels)[0], len(pixels))

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """Encode upright RGB pictures; returns shape (len(images), d), float32, rows of unit length."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """Encode texts as they stand; returns shape (len(texts), d), float32, rows of unit length.

        A text that is longer than the model's context is cut.
        """
        rows = []
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            with self._tokenizing:
                tokens = self._tokenize(list(texts[start : start + _TEXTS_AT_ONCE]))
            rows.append(self._rows(self._model.encode_text, tokens))
        return np.concatenate(rows) if rows else self._no_rows()

    def calibration(self) -> Calibration:
        """Made on first use from scikit-image's pictures and ImageNet's class names, then kept."""
        if self._calibration is None:
            self._calibration = calibration_of(self, the_package().IMAGENET_CLASSNAMES)
        return self._calibration

    def _no_rows(self) -> Rows:
        return np.zeros((0, self._spec.dimension), np.float32)

    def _rows(self, encode: Callable[..., torch.Tensor], batch: torch.Tensor) -> Rows:
        import torch

        def encoded() -> Rows:
            with torch.inference_mode():
                rows: Rows = encode(batch.to(self._spec.device), normalize=True).float().cpu().numpy()
            return rows

        return self._checked(encoded, len(batch))

    def _checked(self, encode: Callable[[], Rows], count: int) -> Rows:
        try:
            rows = encode()
        except (RuntimeError, IndexError) as error:
            raise failed(self._spec, error) from error
        check_rows(self._spec, rows, count)
        return rows


def _picture_side(model: Any) -> Any:
    """The network that gives the rows of pictures, of unit length, as open_clip makes them."""
    import torch

    class PictureSide(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, batch: torch.Tensor) -> torch.Tensor:
            rows: torch.Tensor = self.model.encode_image(batch, normalize=True)
            return rows

    return PictureSide().eval()


def _spec(recipe: Recipe, device: str) -> EncoderSpec:
    dimension = recipe.config["model_cfg"]["embed_dim"]
    whole = (0, dimension)  # words and pictures meet in the whole row
    return EncoderSpec(recipe.id, recipe.title, dimension, whole, whole, device, _templates(recipe.config))


def _templates(config: dict[str, Any]) -> tuple[str, ...]:
    """The config's own "templates" where it states any, else those of the family: a sigmoid loss has a bias."""
    own = config.get("templates")
    if own is None:
        return _CLIP_TEMPLATES if config["model_cfg"].get("init_logit_bias") is None else _SIGLIP_TEMPLATES
    if not isinstance(own, list) or not own or any(not isinstance(t, str) or t.count("{}") != 1 for t in own):
        raise EncoderError(f"The templates in {files.CONFIG} must be a list of texts with one {{}} in each.")
    return tuple(own)


def _build(recipe: Recipe) -> Any:
    """The model in float32 with its weights, ready for inference, on the CPU."""
    check_readable(recipe.weights)
    open_clip = the_package()
    config = copy.deepcopy(recipe.config["model_cfg"])
    try:
        config["vision_cfg"]["timm_model_pretrained"] = False
        if recipe.text_config:
            config["text_cfg"] |= {"hf_model_name": str(recipe.text_config), "hf_model_pretrained": False}
        # what open_clip.create_model does, which would pick the weights itself and go to the hub for parts
        custom = config.pop("custom_text", False) or recipe.text_config is not None
        kind = open_clip.CoCa if "multimodal_cfg" in config else open_clip.CustomTextCLIP if custom else open_clip.CLIP
        model = kind(**config)
    except Exception as error:  # a foreign config can fail anywhere in open_clip, timm or transformers
        raise EncoderError(f"The config of {recipe.title} cannot be built: {first_line(error)}", FETCH_AGAIN) from error
    try:
        open_clip.load_checkpoint(model, str(recipe.weights), strict=True, weights_only=True)
    except Exception as error:
        raise EncoderError(
            f"The weights “{recipe.weights.name}” do not fit the config of {recipe.title}: {first_line(error)}",
            FETCH_AGAIN,
        ) from error
    return model.eval()  # not requires_grad_(False): torch's attention then rounds in another way than open_clip's


def _transform(model: Any, recipe: Recipe) -> Callable[[PIL.Image.Image], torch.Tensor]:
    """Open_clip's preparation of pictures for evaluation, at the size of the model."""
    the_package()
    from open_clip.transform import PreprocessCfg, image_transform_v2, merge_preprocess_dict

    try:
        stated = merge_preprocess_dict(PreprocessCfg(), recipe.config["preprocess_cfg"])
        size = getattr(model.visual, "image_size", stated["size"])
        transform: Callable[[PIL.Image.Image], torch.Tensor] = image_transform_v2(
            PreprocessCfg(**{**stated, "size": size}), is_train=False
        )
        transform(PIL.Image.new("RGB", (8, 8)))
    except (AssertionError, KeyError, TypeError, ValueError, RuntimeError) as error:
        raise EncoderError(
            f"The preprocess_cfg of {recipe.title} is not one that open_clip knows.", FETCH_AGAIN
        ) from error
    return transform


def _tokenizer(recipe: Recipe) -> Callable[[list[str]], torch.Tensor]:
    """The model's tokenizer, which cuts and pads to the model's context; as open_clip.get_tokenizer chooses it."""
    the_package()
    from open_clip.tokenizer import DEFAULT_CONTEXT_LENGTH, HFTokenizer, SimpleTokenizer

    text = recipe.config["model_cfg"]["text_cfg"]
    options = {**text.get("tokenizer_kwargs", {}), "context_length": text.get("context_length", DEFAULT_CONTEXT_LENGTH)}
    try:
        if recipe.tokenizer is None:
            tokenizer: Callable[[list[str]], torch.Tensor] = SimpleTokenizer(**options)
            return tokenizer
        # a config may ask for code from its folder to be run, or for the network: never
        options |= {"trust_remote_code": False, "local_files_only": True, "tokenizer_mode": text.get("tokenizer_mode")}
        tokenizer = HFTokenizer(str(recipe.tokenizer), **options)
    except Exception as error:  # foreign files can fail anywhere in transformers
        raise EncoderError(
            f"The tokenizer of {recipe.title} cannot be read: {first_line(error)}", FETCH_AGAIN
        ) from error
    return tokenizer
