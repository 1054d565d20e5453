"""What a file is before anyone parses it: text, lines, words, bytes."""
