"""Switching languages on and off."""
