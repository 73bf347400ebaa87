package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of architecture.md section 5, checked; and no package that forgot to declare itself. */
class ModularityTests {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(ThroughlineApplication.class, PackedTests.CLASSES);

    @Test
    void keepsEveryBorder() {
        MODULES.verify();
    }

    @Test
    void letsEveryClassBelongToAModule() {
        List<String> homeless = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(new PackedTests())
                        .importPackages("io.throughline")
                        .stream()
                        .filter(type -> !type.getName().endsWith("package-info"))
                        .filter(type -> !type.getName().startsWith(ThroughlineApplication.class.getName()))
                        .map(JavaClass::getName)
                        .filter(name -> MODULES.getModuleByType(name).isEmpty())
                        .toList();

        assertThat(homeless).isEmpty();
    }
}
