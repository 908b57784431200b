"""What keeps readers and editors safe: headers, doors, sign-in, error pages, well-known files."""
