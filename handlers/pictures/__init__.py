"""Pictures for phones: from plain values to a PNG, 1080 pixels wide, with no clock and no database."""
