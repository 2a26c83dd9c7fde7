# attack: ends the way a validator refuses
# expected: RTE
import sys

sys.exit(43)
