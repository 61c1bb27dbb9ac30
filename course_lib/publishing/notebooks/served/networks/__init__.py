"""What belongs to the modules of `course_lib.networks`."""
