"""
Checks of the exercises: right or wrong, and if wrong, which mistake.

For students::

    from course_lib.checks import check
    check("bce_grad", bce_grad)
    args, kwargs = check.case("bce_grad", 1)  # the arguments of its first visible case
    print(check.script("LinearLayer", 2))  # a case in several steps, as code

    from course_lib.checks import check_all
    check_all()  # how each exercise of this notebook stands

For authors: an exercise is one file in `course_lib.checks.exercises`, listed in
the ``__init__`` of its chapter. This is a whole one::

    from collections.abc import Iterator

    import numpy as np
    from numpy.random import Generator

    from course_lib.relu import relu
    from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


    def hidden(rng: Generator) -> Iterator[Case]:
        yield case("several units and examples", rng.normal(size=(3, 5)))
        yield case("a batch of one example (m = 1)", rng.normal(size=(2, 1)))


    def inputs(rng: Generator) -> tuple:
        return (rng.normal(size=rng.integers(1, 6, 2)),)


    EXERCISE = Exercise(
        name="relu",
        chapter="relu",
        equation="relu",
        quantity="max(0, z)",
        reference=relu,
        visible=(
            case("negative, zero and positive", np.array([[-2.0, 0.0, 3.0]])),
            case("one example", np.array([[-2.0], [3.0]])),
        ),
        hidden=hidden,
        mistakes=(
            Mistake("absolute-value", np.abs, "You took |z|.", "Negative logits give 0."),
        ),
        alternatives=(Alternative("mask", lambda z: z * (z > 0)),),
        inputs=inputs,
    )

`quantity` is the subject of every message ("The sigmoid σ(z) has shape ..."). A
case's label says the situation in words, because for a hidden case it is all a
student sees. Cases are plain data; `Seed` stands for a generator, `Named` for a
function of `course_lib.checks.functions`. Arguments are compared after every call. After
the author's cases come those that `course_lib.checks.rules` makes of them, so state,
results that are kept, integers and generators need no further cases. Hidden
cases come in an order drawn from the seed, and each is of a kind that a visible
case shows (`course_lib.checks.author.kinds`). A class, or several calls in a row, is
a `script` of steps::

    script(
        "forward, then backward",
        construct("layer", 3, 2, rng=Seed(1)),
        write("layer", "params", "W", W),
        call("layer", "forward", A_prev, quantity="Z"),
        call("layer", "backward", dZ, quantity="dA_prev"),
        read("layer", "grads", "dW"),
    )

A result that may differ, such as a shuffle, is looked at by an observer (see
`course_lib.checks.functions`). A number must agree to ``Tolerance(rtol=1e-7,
atol=1e-12)``, a shape exactly; a list or tuple of the reference may come back as
any sequence, an array must be an array, a dict may have extra keys.

Each chapter has one exercise by hand with numbers of the student's own, ``PERSONAL`` in its
``__init__``. Students get the task, never the answers::

    def answers(n):
        return {"dz": n["p"] - n["y"], "slope": n["p"] * (1 - n["p"])}

    PERSONAL = Personal(
        Task(
            name="slope_by_hand",
            chapter="sigmoid_derivative",
            text="the output p = {p} and the label y = {y}.",
            numbers={"p": steps(0.051, 0.949, 0.001), "y": (0, 1)},
            asked={
                "dz": Asked("the derivative of the loss by z", -1, 1),
                "slope": Asked("the slope of the sigmoid", 0, 1),
            },
        ),
        answers,
    )

Ask for numbers that differ from student to student in many digits, or a wrong answer fits
somebody's numbers by chance. In the notebook: ``my_numbers("slope_by_hand", STUDENT_ID)``
below ``STUDENT_ID = "your-id"``, a function without parameters that returns the dict, and
the usual two test cells.

`course_lib.checks.author.audit.audit` tells which right answers the cases refuse, which
mistakes they let through, which two they cannot tell apart, and which hidden case
is of a kind that no visible case shows. A mistake is
named only if its outcome on every case is the student's and no other mistake's,
and not from errors alone: give it a case in which it returns a value.

Behind `check` the function may be a stub for code in another process. A stub
passes and returns plain data, hands the state of generators and in-place changes
back, and raises `StudentError` for an error of the student's code. An exception
that is not the student's must derive from BaseException alone, so that it is
never mistaken for an answer.
"""

from course_lib.checks.by_hand import my_numbers
from course_lib.checks.failure import CheckFailed
from course_lib.checks.notebook import check, check_all
from course_lib.checks.run import StudentError

__all__ = ["CheckFailed", "StudentError", "check", "check_all", "my_numbers"]
