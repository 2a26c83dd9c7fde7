# attack: modules that take the place of the interpreter's own, in the check of the syntax and at the run
# expected: WA RTE CE
# hides: taken over
import re
import site

print("nothing")
