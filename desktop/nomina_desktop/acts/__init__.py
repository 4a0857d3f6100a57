"""What a person can do, a short function an act: it runs a verb of the core, and says what to tell afterwards."""
