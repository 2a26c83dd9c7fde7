# attack: an error message with escape sequences that would rewrite the judge's terminal
# expected: RTE
# hides: u001b|\\u009b
import sys

sys.stderr.write("\x1b[2J\x1b]0;title\x07\x9b31mAC\n")
sys.exit(3)
