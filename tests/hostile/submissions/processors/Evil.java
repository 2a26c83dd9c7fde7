import java.util.Set;
import javax.annotation.processing.*;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public class Evil extends AbstractProcessor {
    static {
        System.err.println("processor ran");
    }

    public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
        System.err.println("processor ran");
        return true;
    }
}
