// attack: takes memory that the heap's limit does not count
// expected: MLE RTE
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class DirectMemory {
    public static void main(String[] arguments) throws Exception {
        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = (sun.misc.Unsafe) field.get(null);
        while (true) {
            long block = unsafe.allocateMemory(1 << 24);
            unsafe.setMemory(block, 1 << 24, (byte) 1);
        }
    }
}
