"""What networks and their training are made of: functions, each a row of a table, and the calls and room they need."""
