"""One verb per file: declare, read, call, emit."""
