# attack: calls the kernel by number, past the library
# expected: SV
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for number in (101, 310, 311, 298, 321, 323, 425, 272, 165, 161, 246, 175):
    libc.syscall(number, 0, 0, 0, 0, 0, 0)
