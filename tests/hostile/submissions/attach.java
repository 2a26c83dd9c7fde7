// attack: starts processes, attaches to virtual machines, loads native code and reads the judge's files
// expected: WA RTE SV
// hides: root:[*!$x]
import java.nio.file.*;

public class attach {
    public static void main(String[] arguments) throws Exception {
        for (String name : new String[] { "/etc/shadow", "/proc/1/environ", "/prog/../meta", "/root/.bashrc" }) {
            try {
                System.out.println(Files.readString(Path.of(name)));
            } catch (Exception expected) {
                System.out.println("nothing");
            }
        }
        try {
            System.load("/etc/passwd");
        } catch (Throwable expected) {
            System.out.println("nothing");
        }
        new ProcessBuilder("/bin/sh", "-c", "kill -9 $PPID").start().waitFor();
    }
}
