# fewnumbers; time O(n^3); space O(n)
n = int(input())
a = list(map(int, input().split()))
count = 0
for i in range(n):
    for j in range(i + 1, n):
        for k in range(j + 1, n):
            if (a[i] + a[j] + a[k]) % 1000 == 0:
                count += 1
print(count)
