"""How everything looks: themes, type, icons, and the way numbers are written."""
