// attack: halts the virtual machine with the status of success before it has printed anything
// expected: WA
public class exits {
    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(0);
    }
}
