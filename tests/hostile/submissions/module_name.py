# attack: a file whose name is an option or a list of files to the interpreter
# name: -c.py
# expected: WA
# name: -.py
# expected: WA
# name: @args.py
# expected: WA
# name: a\nb.py
# expected: WA
# name: %00%2e%2e.py
# expected: WA
print("nothing")
