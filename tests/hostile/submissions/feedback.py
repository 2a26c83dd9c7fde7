# attack: writes the files by which a validator speaks to the judge
# expected: WA RTE
# hides: forged
import os

for place in ("feedback", "/feedback", "/box", "/tmp", "/box/feedback", "/prog", os.getcwd() + "/..", "/output"):
    for name in ("judgemessage.txt", "teammessage.txt", "score.txt", "verdict", "nextpass.in"):
        try:
            os.makedirs(place, exist_ok=True)
            with open(os.path.join(place, name), "w") as file:
                file.write("forged")
        except OSError:
            pass
print("nothing")
