"""What came of assistance, each outcome with its fact; follow-up and lessons; the file of a State."""
