"""Which rows of a newer version of a list are those of the older one."""
