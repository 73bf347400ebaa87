package io.throughline;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Test classes of the cores come as a jar once they are packaged, where their folder no longer tells them apart. */
public class PackedTests implements ImportOption {

    private static final String JAR = "-tests.jar";

    static final DescribedPredicate<JavaClass> CLASSES =
            DescribedPredicate.describe("packed tests", type -> type.getSource()
                    .filter(source -> source.getUri().toString().contains(JAR))
                    .isPresent());

    @Override
    public boolean includes(Location location) {
        return !location.contains(JAR);
    }
}
