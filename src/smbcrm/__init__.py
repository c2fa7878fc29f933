"""A CRM for the owner of a small shop, on his own files."""

__version__ = "0.1.0"
