"""Regular expressions, from where they are written to where they are used."""
