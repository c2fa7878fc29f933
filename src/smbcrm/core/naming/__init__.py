"""Names of people and places as people write them: tables, sounds, parts."""
