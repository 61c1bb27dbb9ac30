"""
What runs inside the sandbox, beside the student's code.

These modules are bound into the sandbox as a package of their own, without
the rest of `course_lib`. So they import each other relatively, and nothing
else but NumPy, matplotlib, IPython and msgpack. Only `wire` is also used
outside, by the examiner.
"""
