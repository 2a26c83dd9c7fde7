# attack: prints the right word and, behind a zero byte, more
# expected: WA
# hides: "decided_by": "secret
import sys

sys.stdout.buffer.write(b"first\0 and all that follows\n")
