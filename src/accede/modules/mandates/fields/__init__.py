"""Fields of mandates: the words of their codes, and the labels by which the record tells what was corrected."""
