// attack: ends, with a hook for the end that does not
// expected: TLE
public class EndlessHook {
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
            }
        }));
        System.exit(0);
    }
}
