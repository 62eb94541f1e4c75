"""Step two: the lines of one resolution cut into title, paragraphs, headings, footnotes and what lies apart."""
