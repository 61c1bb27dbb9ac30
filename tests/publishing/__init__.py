"""What is derived, released and published, in copies of the course."""
