"""Frozen encoders: the only place where torch, timm, transformers and open_clip are imported, on first use."""
