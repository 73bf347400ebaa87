package io.throughline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.throughline.foundation.people.Allow;
import jakarta.persistence.Entity;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the compiler cannot say and the borders between modules do not. */
@AnalyzeClasses(
        packages = "io.throughline",
        importOptions = {ImportOption.DoNotIncludeTests.class, PackedTests.class})
class ArchitectureTests {

    private static final String[] CORES = {
        "io.throughline.foundation..", "io.throughline.project..", "io.throughline.aftersales.."
    };
    private static final Set<String> PLACES_OF_NOW = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final Set<String> LOCAL_TIMES = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.YearMonth",
            "java.time.Year");

    @ArchTest
    static final ArchRule ENTITIES_STAY_INSIDE =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_INSIDE =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();

    @ArchTest
    static final ArchRule CONTROLLERS_LIVE_IN_THE_WEB_AND_ARE_NOT_PUBLIC = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAPackage("io.throughline.web..")
            .andShould()
            .notBePublic();

    /**
     * Whoever can make a server fetch an address reaches what only the server reaches; ours fetches none. {@code
     * PostgresBinaries} unpacks a file of our own archive.
     */
    @ArchTest
    static final ArchRule NOTHING_FETCHES_AN_ADDRESS = noClasses()
            .that()
            .doNotHaveSimpleName("PostgresBinaries")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.apache.hc..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .callMethod(URL.class, "openStream");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses().should(callMethodWhere(nowWithoutClock()));

    @ArchTest
    static final ArchRule NO_OLD_DATES =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Calendar");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule TRANSACTIONS_BEGIN_IN_CORES = noClasses()
            .that()
            .resideInAPackage("io.throughline.web..")
            .and(not(resideInAPackage("io.throughline.web.demo..")))
            .and(not(resideInAPackage("io.throughline.web.database..")))
            .should()
            .beAnnotatedWith(Transactional.class);

    /** The server's zone is nobody's: a day is one of the company, the project or who is looking. */
    @ArchTest
    static final ArchRule A_DAY_HAS_A_ZONE = noClasses().should().callMethodWhere(dayOfTheServer());

    @ArchTest
    static final ArchRule ONLY_SPRINGS_TRANSACTIONAL =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule FIND_ONE_RETURNS_OPTIONAL = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(Repository.class)
            .and()
            .haveNameMatching("find(By|One).*")
            .should(returnOptionalOrMany());

    @ArchTest
    static final ArchRule PUBLIC_SERVICES_SAY_WHO_MAY_CALL_THEM = classes()
            .that()
            .resideInAnyPackage(CORES)
            .and()
            .areAnnotatedWith(Service.class)
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .should(haveARuleForEveryPublicMethod());

    @ArchTest
    static final ArchRule CORES_KNOW_NO_WEB = noClasses()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "org.thymeleaf..");

    private static DescribedPredicate<JavaMethodCall> nowWithoutClock() {
        return DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getTarget().getName().equals("now")
                                && PLACES_OF_NOW.contains(call.getTargetOwner().getName())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))
                        || call.getTarget().getName().equals("currentTimeMillis"));
    }

    private static DescribedPredicate<JavaMethodCall> dayOfTheServer() {
        return DescribedPredicate.describe("now(clock) without withZone beside it, or the clock's zone", call -> {
            if (call.getTargetOwner().isEquivalentTo(Clock.class)) {
                return call.getTarget().getName().equals("getZone");
            }
            return call.getTarget().getName().equals("now")
                    && LOCAL_TIMES.contains(call.getTargetOwner().getName())
                    && call.getOrigin().getMethodCallsFromSelf().stream()
                            .noneMatch(other -> other.getLineNumber() == call.getLineNumber()
                                    && other.getTargetOwner().isEquivalentTo(Clock.class)
                                    && other.getTarget().getName().equals("withZone"));
        });
    }

    private static ArchCondition<JavaMethod> returnOptionalOrMany() {
        return new ArchCondition<>("return an Optional or many") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var type = method.getRawReturnType();
                boolean fine = type.isEquivalentTo(Optional.class)
                        || type.isAssignableTo(Iterable.class)
                        || type.isAssignableTo(java.util.stream.Stream.class);
                events.add(new SimpleConditionEvent(method, fine, method.getFullName() + " returns " + type.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> haveARuleForEveryPublicMethod() {
        return new ArchCondition<>("carry @Allow on the class or on every public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isAnnotatedWith(Allow.class)) {
                    return;
                }
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.isAnnotatedWith(Allow.class))
                        .forEach(method -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + " has no rule")));
            }
        };
    }
}
