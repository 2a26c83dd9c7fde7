"""The validator takes anything."""
import sys

print(len(sys.stdin.read().split()))
