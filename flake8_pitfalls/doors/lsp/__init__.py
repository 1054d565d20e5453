"""`pitfalls-lsp`: the findings and fixes in an editor, while typing. Nothing else in the package imports pygls or lsprotocol."""
