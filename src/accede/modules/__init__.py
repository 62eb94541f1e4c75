"""Django apps, one per capability of the programme, lowest first: reference, treaties."""
