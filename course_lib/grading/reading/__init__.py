"""Reading the written answers of a class on one page: ``course read``."""
