"""Cooperation as a REST face: the same questions as pages and commands, the same answers."""
