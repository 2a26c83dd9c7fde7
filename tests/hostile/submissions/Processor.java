// attack: brings an annotation processor for the compiler to run
// expected: CE WA RTE
// hides: processor ran
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public class Processor extends AbstractProcessor {
    public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
        System.err.println("processor ran");
        return true;
    }

    public static void main(String[] arguments) {
    }
}
