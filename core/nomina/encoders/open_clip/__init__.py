"""The open_clip family: CLIP, SigLIP, SigLIP 2 and all else that open_clip can build, from the hub or from a folder.

encoder.py loads and runs a model, recipes.py reads from its config how to, files.py finds its files without torch.
"""

from nomina.encoders.open_clip.encoder import load
from nomina.encoders.open_clip.files import RECOMMENDED, KnownModel, at_hand, costs_at_hand
from nomina.encoders.open_clip.recipes import listed

__all__ = ["RECOMMENDED", "KnownModel", "at_hand", "costs_at_hand", "listed", "load"]
