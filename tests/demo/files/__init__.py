"""The files people download: that they are there, whole, readable and told to machines."""
