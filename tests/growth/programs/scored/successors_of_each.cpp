// fewnumbers; time O(n^2 log n); space O(n); kind: a set for each start
#include <cstdint>
#include <iostream>
#include <set>
#include <vector>

using namespace std;

int main()
{
    int n;
    cin >> n;
    vector<int64_t> a(n);
    for (auto &x : a) cin >> x;
    int64_t result = 0;
    for (int i = 0; i < n; i++) {
        // How far is it from each later key to the next one among those between?
        set<int64_t> seen;
        for (int k = i; k < n; k++) {
            int64_t key = (a[k] * 2654435761LL + i * 40503LL) % 1000003;
            auto it = seen.lower_bound(key);
            if (it != seen.end()) result += *it - key;
            seen.insert(key);
        }
    }
    cout << result << endl;
}
