# single; time O(n sqrt n); space O(1)
def divisors(number):
    count = 0
    i = 1
    while i * i < number:
        if number % i == 0:
            count += 2
        i += 1
    return count + (i * i == number)


n = int(input())
print(sum(divisors(number) for number in range(1, n + 1)))
