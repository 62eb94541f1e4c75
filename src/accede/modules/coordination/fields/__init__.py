"""Fields of bodies, their focal points, and consultations."""
