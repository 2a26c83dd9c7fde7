// grid; time O(n^3); space O(n^2); kind: matrix product
import java.io.*;

public class MatrixProduct {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval;
        double[][] a = new double[n][n], c = new double[n][n];
        for (double[] row : a)
            for (int j = 0; j < n; j++) {
                in.nextToken();
                row[j] = in.nval;
            }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) sum += a[i][k] * a[j][k];
                c[i][j] = sum;
            }
        System.out.println(c[0][0] + c[n - 1][n - 1]);
    }
}
