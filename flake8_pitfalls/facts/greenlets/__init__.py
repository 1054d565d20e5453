"""Greenlets and the patches that make the standard library wait for them."""
