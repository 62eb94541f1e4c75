"""Assembles the product: settings, addresses, API, command, navigation, base templates, design system."""
