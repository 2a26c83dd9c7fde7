# attack: brings links that lead back to themselves, so that whoever collects the files goes round for ever
# expected: refused
print("nothing")
