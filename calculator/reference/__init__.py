"""What authorities publish, looked up by date of service."""
