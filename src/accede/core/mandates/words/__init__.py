"""Words by themselves: verbs that lead, numbers, marks in front of paragraphs, names of bodies."""
