"""The store: SQLite behind the small protocol of `smbcrm.usecases.ports`."""
