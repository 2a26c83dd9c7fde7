"""What a program of the corpus prints is its own; it has to end well and print something."""
import sys

sys.exit(42 if sys.stdin.read().strip() else 43)
