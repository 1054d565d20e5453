"""How a fix is written: small exact edits, and LibCST where a block must be restructured."""
