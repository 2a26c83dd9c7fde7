// O(n): one breadth first search from all free cells on the edge, then one from each room that is left.
import java.util.ArrayDeque;
import java.util.Queue;

class Solution {
    private static final int SEALED = 2;
    private static final int OPEN = 3;

    public int sealRooms(int[][] plan) {
        int rows = plan.length;
        int columns = plan[0].length;
        Queue<int[]> queue = new ArrayDeque<>();
        for (int row = 0; row < rows; row++) {
            visit(plan, row, 0, OPEN, queue);
            visit(plan, row, columns - 1, OPEN, queue);
        }
        for (int column = 0; column < columns; column++) {
            visit(plan, 0, column, OPEN, queue);
            visit(plan, rows - 1, column, OPEN, queue);
        }
        flood(plan, OPEN, queue);

        int rooms = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (plan[row][column] == 0) {
                    visit(plan, row, column, SEALED, queue);
                    flood(plan, SEALED, queue);
                    rooms++;
                }
            }
        }
        for (int[] line : plan) {
            for (int column = 0; column < columns; column++) {
                if (line[column] == OPEN) {
                    line[column] = 0;
                }
            }
        }
        return rooms;
    }

    private void visit(int[][] plan, int row, int column, int mark, Queue<int[]> queue) {
        if (row >= 0 && row < plan.length && column >= 0 && column < plan[0].length && plan[row][column] == 0) {
            plan[row][column] = mark;
            queue.add(new int[] {row, column});
        }
    }

    private void flood(int[][] plan, int mark, Queue<int[]> queue) {
        while (!queue.isEmpty()) {
            int[] cell = queue.remove();
            visit(plan, cell[0], cell[1] + 1, mark, queue);
            visit(plan, cell[0] + 1, cell[1], mark, queue);
            visit(plan, cell[0], cell[1] - 1, mark, queue);
            visit(plan, cell[0] - 1, cell[1], mark, queue);
        }
    }
}
