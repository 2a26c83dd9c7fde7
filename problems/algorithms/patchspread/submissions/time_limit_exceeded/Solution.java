// Slow: O(n) for each minute, goes through all places between those that were patched in the last one.
class Solution {
    int patchMinutes(int[][] servers) {
        int rows = servers.length;
        int columns = servers[0].length;
        int[][] minute = new int[rows][columns]; // 0: not yet; -1: no server
        int top = 0;
        int bottom = rows - 1;
        int left = 0;
        int right = columns - 1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                minute[row][column] = servers[row][column] == 0 ? 0 : servers[row][column] == 1 ? 1 : -1;
            }
        }
        int now = 1;
        for (boolean changed = true; changed; now++) {
            int newTop = rows;
            int newBottom = -1;
            int newLeft = columns;
            int newRight = -1;
            changed = false;
            for (int row = Math.max(0, top - 1); row <= Math.min(rows - 1, bottom + 1); row++) {
                int[] own = minute[row];
                int[] above = row > 0 ? minute[row - 1] : null;
                int[] below = row + 1 < rows ? minute[row + 1] : null;
                int last = Math.min(columns - 1, right + 1);
                for (int column = Math.max(0, left - 1); column <= last; column++) {
                    if (own[column] == 0
                            && (column > 0 && own[column - 1] == now
                                || column + 1 < columns && own[column + 1] == now
                                || above != null && above[column] == now
                                || below != null && below[column] == now)) {
                        own[column] = now + 1;
                        newTop = Math.min(newTop, row);
                        newBottom = row;
                        newLeft = Math.min(newLeft, column);
                        newRight = Math.max(newRight, column);
                        changed = true;
                    }
                }
            }
            top = newTop;
            bottom = newBottom;
            left = newLeft;
            right = newRight;
        }
        for (int[] line : minute) {
            for (int patched : line) {
                if (patched == 0) {
                    return -1;
                }
            }
        }
        return now - 2;
    }
}
