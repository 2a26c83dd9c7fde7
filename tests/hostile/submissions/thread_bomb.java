// attack: starts threads for ever in a virtual machine
// expected: TLE RTE MLE
public class thread_bomb {
    public static void main(String[] arguments) {
        while (true) {
            new Thread(() -> {
                while (true) {
                    try {
                        Thread.sleep(1000000);
                    } catch (InterruptedException ignored) {
                    }
                }
            }).start();
        }
    }
}
