"""Lets `python -m bot` be the command `kiemdinh`."""

import sys

from bot.cli import main

sys.exit(main())
