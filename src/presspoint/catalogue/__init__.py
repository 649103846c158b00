"""The subject's facts: places, routines, conditions, warning signs and their sources."""
