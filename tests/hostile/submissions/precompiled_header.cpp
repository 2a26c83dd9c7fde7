// attack: loads a device as a precompiled header and options as a plugin
// expected: CE WA
// hides: root:
#pragma GCC pch_preprocess "/dev/zero"
#pragma GCC optimize("plugin=/tmp/plugin.so", "-fplugin=/tmp/plugin.so")
#pragma GCC dependency "/etc/shadow"
#include <cstdio>

int main() { std::puts("compiled"); }
