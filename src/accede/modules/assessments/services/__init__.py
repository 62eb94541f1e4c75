"""What is done with consents, assessments and needs."""
