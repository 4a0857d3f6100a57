"""How the library stands, and how far its answers can be trusted, in bars and sentences."""
