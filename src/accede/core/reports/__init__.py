"""Reports as they are drafted: paragraphs, what two persons write at once, translations, the way to issuing."""
