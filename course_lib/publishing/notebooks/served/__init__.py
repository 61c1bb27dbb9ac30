"""What stands in the reader's edition where a helper of the library would be an answer.

Such a helper computes by itself what an exercise asks for: a stable form, a loop, a layer. Here it
is written with the reader's own functions, so it shows nothing, and works once they are written.
Each file belongs to the module of its name; `course_lib.publishing.notebooks.edition` puts what it
defines in the place of what that module defines.
"""
