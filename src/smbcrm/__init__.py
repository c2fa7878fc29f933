"""A CRM for the owner of a small shop, on his own files."""
