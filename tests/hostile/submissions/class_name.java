// attack: a file whose name is an option or a list of options to the Java compiler
// name: -J-agentpath:evil.java
// expected: WA
// name: @options.java
// expected: WA
public class named {
    public static void main(String[] arguments) {
        System.out.println("nothing");
    }
}
