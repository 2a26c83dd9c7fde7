// attack: prints in a static initialiser and ends before main
// expected: WA
public class static_start {
    static {
        System.out.println("nothing");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    public static void main(String[] arguments) {}
}
