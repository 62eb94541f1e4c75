"""What every module needs and that knows no word of the programme: no treaty, no request, no State."""
