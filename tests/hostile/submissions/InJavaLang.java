// attack: puts a class into the package that the machine trusts
// expected: CE
package java.lang;

public class InJavaLang {
    public static void main(String[] arguments) {
        System.out.println("first");
    }
}
