"""What an author of exercises runs; nothing of it reaches a student."""
