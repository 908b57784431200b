"""Entering the demo content, through the same models and translation calls that editors use."""
