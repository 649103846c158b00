"""The programs that play clips and speak words."""
