"""The book as a site and as a PDF."""
