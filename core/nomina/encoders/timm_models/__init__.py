"""The timm family, which knows pictures only: DINOv2 and v3, ConvNeXt, EVA-02, EfficientNet, MobileNet, ViT, ResNet.

encoder.py loads and runs a model, recipes.py finds out what it takes, files.py finds its files without torch and
pictures.py prepares pictures as timm does.
"""

from nomina.encoders.timm_models.encoder import load
from nomina.encoders.timm_models.files import RECOMMENDED, KnownModel, at_hand

__all__ = ["RECOMMENDED", "KnownModel", "at_hand", "load"]
