"""Run the program as `python -m smbcrm`."""

from smbcrm.cli import main

raise SystemExit(main())
