"""The costs that a figure shows are those of the chapter's own functions."""

import json

import numpy as np

from course_lib.publishing.derived.width_costs import (
    EVERY,
    FILE,
    PARTS,
    STRENGTHS,
    WIDTHS,
    bayes_cost,
    costs,
)

EPOCHS, ROUNDED = 30, 1e-4


def test_the_file_holds_what_the_chapter_computes():
    kept = json.loads(FILE.read_text())
    assert (kept["widths"], kept["strengths"]) == (list(WIDTHS), list(STRENGTHS))
    assert abs(kept["bayes"] - bayes_cost()) < ROUNDED
    for width, strength in ((2, 0.01), (6, 0.0)):
        found = costs(width, strength, EPOCHS)
        which = WIDTHS.index(width), STRENGTHS.index(strength)
        shown = [kept[part][which[0]][which[1]][: EPOCHS // EVERY + 1] for part in PARTS]
        np.testing.assert_allclose(found, shown, rtol=0, atol=ROUNDED)
