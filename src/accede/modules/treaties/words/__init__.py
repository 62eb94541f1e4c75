"""The register in words: labels, sentences, and what a reader asks."""
