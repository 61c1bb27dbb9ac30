"""What is done with verdicts: the gradebook, and the pages and files made from it."""
