# attack: ends the way a validator accepts
# expected: RTE
import sys

sys.exit(42)
