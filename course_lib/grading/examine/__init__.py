"""From a submitted file to verdicts: what is read, matched, asked and judged."""
