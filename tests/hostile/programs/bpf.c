/*
 * attack: loads a program into the kernel
 * run: --wall 5
 * expected: forbidden_call
 * call: bpf
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered ([0-9]|-1)
 */
#include <linux/bpf.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    union bpf_attr map = { .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1 };
    long result = syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof(map));
    printf("answered %ld\n", (long) result);
    return 0;
}
