# grid; time O(n^3); space O(n^2); kind: matrix product
n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
trace = 0
product = [[0] * n for _ in range(n)]
for i in range(n):
    for j in range(n):
        total = 0
        for k in range(n):
            total += a[i][k] * a[k][j]
        product[i][j] = total
print(sum(product[i][i] for i in range(n)), max(map(max, product)))
