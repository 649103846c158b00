"""Every file and the database: the only place that touches the disk."""
