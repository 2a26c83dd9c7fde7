/*
 * attack: takes handles of files, with which they can be opened past the mounts
 * run: --wall 5
 * expected: forbidden_call
 * call: name_to_handle_at
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered (0|-1)$
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    struct file_handle *handle = calloc(1, sizeof(*handle) + 128);
    int mount_id;
    handle->handle_bytes = 128;
    long result = name_to_handle_at(AT_FDCWD, "/usr", handle, &mount_id, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
