package io.throughline.aftersales.ticket;

import static io.throughline.aftersales.ticket.StatusCategory.CLOSED;
import static io.throughline.aftersales.ticket.StatusCategory.OPEN;
import static io.throughline.aftersales.ticket.StatusCategory.PAUSED;
import static io.throughline.aftersales.ticket.StatusCategory.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCourseTests {

    private static final Map<String, StatusCategory> CATEGORIES = Map.of(
            "NEW", OPEN,
            "IN_PROGRESS", OPEN,
            "WAITING_CUSTOMER", PAUSED,
            "WAITING_THIRD_PARTY", PAUSED,
            "ON_HOLD", PAUSED,
            "RESOLVED", RESOLVED,
            "CLOSED", CLOSED,
            "CANCELLED", CLOSED,
            "MERGED", CLOSED);

    @ParameterizedTest
    @CsvSource({
        "NEW,                 IN_PROGRESS WAITING_CUSTOMER WAITING_THIRD_PARTY ON_HOLD RESOLVED CANCELLED MERGED",
        "IN_PROGRESS,         WAITING_CUSTOMER WAITING_THIRD_PARTY ON_HOLD RESOLVED CANCELLED MERGED",
        "WAITING_CUSTOMER,    IN_PROGRESS WAITING_THIRD_PARTY ON_HOLD RESOLVED CANCELLED MERGED",
        "WAITING_THIRD_PARTY, IN_PROGRESS WAITING_CUSTOMER ON_HOLD RESOLVED CANCELLED MERGED",
        "ON_HOLD,             IN_PROGRESS WAITING_CUSTOMER WAITING_THIRD_PARTY ON_HOLD RESOLVED CANCELLED MERGED",
        "RESOLVED,            IN_PROGRESS CLOSED CANCELLED MERGED",
        "CLOSED,              ''",
        "CANCELLED,           ''",
        "MERGED,              ''"
    })
    void leadsWhereTheRuleSaysAndNowhereElse(String from, String reachable) {
        var wanted = reachable.isEmpty() ? List.<String>of() : List.of(reachable.split(" "));

        var found = CATEGORIES.keySet().stream()
                .filter(to -> StatusCourse.leads(from, CATEGORIES.get(from), status(to)))
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void treatsAnAddedStatusByItsCategory() {
        var waiting = new TicketStatus("AT_FACTORY", PAUSED, false, "返厂", null);

        assertThat(StatusCourse.leads("IN_PROGRESS", OPEN, waiting)).isTrue();
        assertThat(StatusCourse.leads("CLOSED", CLOSED, waiting)).isFalse();
        assertThat(waiting.name(java.util.Locale.ENGLISH)).isEqualTo("返厂");
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,   HIGH,   P1",
        "HIGH,   MEDIUM, P2",
        "MEDIUM, HIGH,   P2",
        "MEDIUM, MEDIUM, P3",
        "HIGH,   LOW,    P3",
        "LOW,    HIGH,   P3",
        "LOW,    MEDIUM, P4",
        "LOW,    LOW,    P4"
    })
    void weighsImpactAndUrgency(Level impact, Level urgency, Priority priority) {
        assertThat(Priority.of(impact, urgency)).isEqualTo(priority);
    }

    private static TicketStatus status(String code) {
        return new TicketStatus(code, CATEGORIES.get(code), true, null, null);
    }
}
