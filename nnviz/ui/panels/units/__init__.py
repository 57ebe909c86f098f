"""The units panel."""
