#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED. A size is the number of valid configurations."""
import random
import sys

MAX_N = 80_000
LETTERS = "abcdef"
LONGEST = 8


def length_for(count, letters):
    """The least length with room for so many configurations."""
    length = 1
    while letters ** length < count:
        length += 1
    return length


def word(number, letters, length):
    """A number as a word over the first letters of the alphabet."""
    text = ""
    for _ in range(length):
        number, digit = divmod(number, letters)
        text += LETTERS[digit]
    return text


def words(count, letters, length, rng):
    return [word(number, letters, length) for number in rng.sample(range(letters ** length), count)]


def neighbours(text):
    return [text[:i] + letter + text[i + 1:]
            for i in range(len(text)) for letter in LETTERS if letter != text[i]]


# ---- Families: function of size and random numbers; current, wanted and the valid ones ----------


def any_words(n, rng):
    """Room for few more words than there are, to room for many."""
    letters = rng.randint(3 if n > 200 else 2, 6)
    length = min(LONGEST, length_for(n * rng.choice([1, 2, 4]), letters))
    if letters ** length < n:
        letters, length = 6, LONGEST
    valid = words(n, letters, length, rng)
    current = rng.choice(valid) if rng.random() < 0.5 else words(1, letters, length, rng)[0]
    wanted = rng.choice(valid) if rng.random() < 0.9 else words(1, letters, length, rng)[0]
    return current, wanted, valid


def all_words(n, rng):
    """Nearly all words of a length are valid: the way is straight."""
    letters = min((k for k in range(2, 7) if k ** LONGEST >= n),
                  key=lambda k: (k ** length_for(n, k) - n, k))
    length = length_for(n, letters)
    valid = words(n, letters, length, rng)
    return words(1, letters, length, rng)[0], valid[0], valid


def far_apart(n, rng):
    """So many letters and so few words that most have no neighbours."""
    length = LONGEST if n > 12 else 3
    valid = words(n, 6, length, rng)
    current = rng.choice(valid)
    wanted = rng.choice([rng.choice(neighbours(current)), rng.choice(valid)])
    return current, wanted, valid


def out_of_reach(n, rng):
    """Nearly all words are connected, but nothing leads to the wanted one, which is valid."""
    length = max(2, length_for(4 * n, 5))
    valid = words(n - 1, 5, length, rng) if n > 1 else []
    valid.append("f" * length)
    current = valid[0] if rng.random() < 0.8 else words(1, 5, length, rng)[0]
    rng.shuffle(valid)
    return current, "f" * length, valid


def not_valid(n, rng):
    """The wanted configuration is not valid, but all that is beside it may be."""
    length = max(2, length_for(2 * n + 2, 6))
    valid = words(n + 2, 6, length, rng)
    current, wanted = valid.pop(), valid.pop()
    near = [text for text in neighbours(wanted) if text not in set(valid)]
    for i in range(min(n // 2, len(near))):
        valid[i] = near[i]
    return rng.choice([current, near[0] if near else current]), wanted, valid


def nothing_to_do(n, rng):
    """The wanted configuration is the current one, valid or not."""
    length = max(2, length_for(2 * n, 6))
    valid = words(n + 1, 6, length, rng)
    extra = valid.pop()
    current = rng.choice([extra, extra, valid[0]])
    return current, current, valid


def gray(letters, length):
    """All numbers of a length in an order in which only one digit changes, by 1."""
    if length == 0:
        return [[]]
    rest = gray(letters, length - 1)
    return [[digit] + tail for digit in range(letters)
            for tail in (rest if digit % 2 == 0 else rest[::-1])]


def chain_words(length=LONGEST):
    """A way on which no step can be left out: each digit of a Gray code is written twice."""
    way = []
    for digits in gray(6, length // 2):
        text = "".join(LETTERS[digit] * 2 for digit in digits)
        if way:
            at = next(i for i in range(0, length, 2) if text[i] != way[-1][i])
            way.append(way[-1][:at] + text[at] + way[-1][at + 1:])
        way.append(text)
    return way


def chain(n, rng):
    """The longest way that there is; other words are not beside it."""
    way = chain_words()[:n + 1]
    taken = {text for step in way for text in neighbours(step)}.union(way)
    valid = way[1:]
    while len(valid) < n:
        text = word(rng.randrange(6 ** LONGEST), 6, LONGEST)
        if text not in taken:
            taken.add(text)
            valid.append(text)
    current, wanted = way[0], way[-1]
    rng.shuffle(valid)
    return current, wanted, valid


def tube(n, rng):
    """Four letters that stand for anything, and four that lead along a chain: each step of the chain
    reaches few more, so that a search always has nearly all of the rest before it."""
    half = LONGEST // 2
    way = chain_words(half)
    ends = way[0], way[min(len(way) - 1, n)]
    if n < 100:  # a step of the chain for each
        valid = [rng.choice("ab") * half + step for step in way[:n]]
        valid += [word(rng.randrange(6 ** half), 6, half) + way[0] for _ in range(n - len(valid))]
        while len(set(valid)) < n:
            valid = list(set(valid)) + [word(rng.randrange(6 ** half), 6, half) + rng.choice(way)]
    else:
        numbers = rng.sample(range(6 ** half * len(way)), n - 1)
        valid = [word(number // len(way), 6, half) + way[number % len(way)] for number in numbers]
        if "aaaa" + ends[1] in valid:
            valid.append(next(text for text in ("fedc" + step for step in way) if text not in set(valid)))
        else:
            valid.append("aaaa" + ends[1])
    valid = sorted(valid)
    rng.shuffle(valid)
    return rng.choice(valid)[:half] + ends[0], "aaaa" + ends[1], valid


def broken_chain(n, rng):
    """As above, with a step missing in the middle."""
    current, wanted, valid = chain(n, rng)
    way = chain_words()[:n + 1]
    missing = way[len(way) // 2]
    spare = next(text for text in ("fafafafa", "fbfbfbfb", "fcfcfcfc", "fdfdfdfd")
                 if text not in set(valid) and text != current)
    if missing == wanted:
        spare = missing
    return current, wanted, [spare if text == missing else text for text in valid]


def detours(n, rng):
    """Words next to the straight ways from the current to the wanted one, few of them on such a way."""
    length = max(2, min(LONGEST, length_for(3 * n + 3, 3)))
    current, wanted = "a" * length, "b" * length
    numbers = list(range(3 ** length))
    rng.shuffle(numbers)
    valid = {wanted}
    for number in numbers:
        text = word(number, 3, length)
        if len(valid) < n and ("c" in text or rng.random() < 0.1):
            valid.add(text)
    while len(valid) < n:
        valid.add(word(rng.randrange(6 ** length), 6, length))
    valid = sorted(valid)
    rng.shuffle(valid)
    return current, wanted, valid


def one_module(n, rng):
    """Configurations of a single letter; for larger sizes, of as few letters as there is room for."""
    length = length_for(n, 6)
    valid = words(n, 6, length, rng)
    return words(1, 6, length, rng)[0], words(1, 6, length, rng)[0], valid


FAMILIES = {
    "random": any_words, "full": all_words, "sparse": far_apart, "reach": out_of_reach,
    "invalid": not_valid, "same": nothing_to_do, "chain": chain, "tube": tube,
    "broken": broken_chain, "detours": detours, "short": one_module,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make, size = FAMILIES[family], int(size)
    except (KeyError, ValueError):
        print("usage: generate.py FAMILY SIZE SEED, with one of " + ", ".join(FAMILIES),
              file=sys.stderr)
        return 2
    if not 1 <= size <= MAX_N:
        print(f"generate.py: a size is from 1 to {MAX_N}", file=sys.stderr)
        return 2
    current, wanted, valid = make(size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(f'"{current}"\n"{wanted}"\n{len(valid)}')
    print("\n".join(f'"{text}"' for text in valid))
    return 0


if __name__ == "__main__":
    sys.exit(main())
