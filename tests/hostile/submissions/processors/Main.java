// attack: annotation processors in files and service entries of their own, for the compiler to load
// expected: CE WA
// hides: processor ran
@Deprecated
public class Main {
    public static void main(String[] arguments) {
        System.out.println("nothing");
    }
}
