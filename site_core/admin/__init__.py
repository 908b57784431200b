"""What every room's part of the admin is made of: columns, filters, lists, the first page, the look."""
