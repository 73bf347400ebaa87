package io.throughline.aftersales.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTests {

    private static final TicketFacts TICKET = new TicketFacts(
            TicketKind.DIAGNOSIS,
            false,
            Priority.P2,
            "NEW",
            Channel.MAIL,
            7L,
            CustomerTier.KEY,
            null,
            null,
            Set.of("Spindle", "质保"),
            "主轴停机\nＰＬＣ 报警 E-301");

    @Test
    void withoutAnyFitEveryTicket() {
        assertThat(Conditions.NONE.fits(TICKET)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DIAGNOSIS, P2, 7, true",
        "DIAGNOSIS, P1, 7, false",
        "TRAINING, P2, 7, false",
        "DIAGNOSIS, P2, 8, false",
    })
    void mustAllHold(TicketKind kind, Priority priority, long customer, boolean fits) {
        var conditions = new Conditions(
                Set.of(kind),
                Set.of(priority),
                null,
                null,
                null,
                Set.of(customer),
                null,
                true,
                false,
                null,
                null,
                null);

        assertThat(conditions.fits(TICKET)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"plc, true", "PLC, true", "ｅ－３０１, true", "停机, true", "停水, false"})
    void findWordsWithoutCaseAndWidth(String word, boolean fits) {
        var conditions =
                new Conditions(null, null, null, null, null, null, null, false, false, null, null, Set.of("电缆", word));

        assertThat(conditions.fits(TICKET)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"spindle, , true", "spindle, 质保, false", "cable, , false", ", cable, true"})
    void askForTagsAndForTheirAbsence(String with, String without, boolean fits) {
        var conditions =
                new Conditions(null, null, null, null, null, null, null, false, false, set(with), set(without), null);

        assertThat(conditions.fits(TICKET)).isEqualTo(fits);
    }

    /** A ticket of nobody known belongs to no customer, no tier and no team. */
    @Test
    void doNotMatchWhatIsMissing() {
        var ofTeam = new Conditions(null, null, null, null, null, null, Set.of(3L), false, false, null, null, null);
        var complaint = new Conditions(null, null, null, null, null, null, null, false, true, null, null, null);

        assertThat(ofTeam.fits(TICKET)).isFalse();
        assertThat(complaint.fits(TICKET)).isFalse();
    }

    @Test
    void refuseListsThatNobodyCanRead() {
        var many = IntStream.range(0, 51).mapToObj(n -> "w" + n).collect(Collectors.toSet());

        assertThatThrownBy(
                        () -> new Conditions(null, null, null, null, null, null, null, false, false, null, null, many))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("aftersales.automation.tooMany");
    }

    @Test
    void areReadAsTheyWereWritten() {
        var terms = new RuleTerms(
                Occasion.UNANSWERED,
                90,
                new Conditions(
                        Set.of(TicketKind.FEEDBACK),
                        Set.of(Priority.P1),
                        Set.of("NEW"),
                        Set.of(Channel.MAIL),
                        Set.of(CustomerTier.KEY),
                        Set.of(4L),
                        Set.of(5L),
                        true,
                        true,
                        Set.of("a b"),
                        Set.of("c"),
                        Set.of("停机, 急")),
                new Actions(Priority.P1, "IN_PROGRESS", 5L, 6L, Set.of("x"), Set.of("y"), "记\n录", "好", "ok", Set.of()));

        assertThat(Json.read(Json.write(terms))).isEqualTo(terms);
    }

    @Test
    void areReadWithoutWhatIsNotSaid() {
        var terms = Json.read("{\"occasion\":\"OPENED\",\"when\":{\"words\":[\"停机\"]},\"then\":{\"priority\":\"P1\"}}");

        assertThat(terms.when().fits(TICKET)).isTrue();
        assertThat(terms.then().priority()).isEqualTo(Priority.P1);
    }

    @Test
    void doSomethingAndSayItInBothLanguages() {
        assertThatThrownBy(() -> new Actions(null, " ", null, null, Set.of(" "), null, "", null, null, null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("aftersales.automation.doesNothing");
        assertThatThrownBy(() -> new Actions(null, null, null, null, null, null, null, "您好", null, null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("aftersales.automation.bothLanguages");
    }

    private static Set<String> set(String value) {
        return value == null ? Set.of() : Set.of(value);
    }
}
