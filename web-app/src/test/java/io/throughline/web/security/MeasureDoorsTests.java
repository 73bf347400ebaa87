package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.time.Year;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind each number stands a list; whoever sees a line of it may open what it links to. */
@WebTest
@Import({RoleWorld.class, RoleEyes.class})
class MeasureDoorsTests {

    private static final Pattern ROW = Pattern.compile("class=\"row-link\" href=\"([^\"]+)\"");

    @Autowired
    RoleWorld world;

    @Autowired
    RoleEyes eyes;

    @Autowired
    List<KpiSource> measures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @BeforeEach
    void recordsOfEachMeasure() {
        world.make();
        jdbc.sql("update project.task set baseline_finish = now() - interval '1 hour' where kind = 'MILESTONE'")
                .update();
        jdbc.sql("update project.project set committed_date = current_date - 1 where key in ('OWN', 'OTHER', 'HIDDEN')")
                .update();
        jdbc.sql("update aftersales.ticket set due_at = now() - interval '1 day' where number in (?, ?)")
                .params(world.ownTicket, world.otherTicket)
                .update();
        entities.clear();
    }

    @Test
    void leadsAnAccountExecutiveToTheMilestonesOfOwnCustomers() {
        assertThat(links(world.executive, "milestone-on-time"))
                .isNotEmpty()
                .allMatch("/projects/OWN/milestones"::equals);
        assertThat(links(world.manager, "milestone-on-time")).isNotEmpty().allMatch(link -> link.contains("/tasks/"));
    }

    @Test
    void opensWhatEachLineLinksTo() {
        for (var viewer : List.of(world.manager, world.leader, world.executive)) {
            assertThat(measures.stream()
                            .flatMap(measure -> links(viewer, measure.id()).stream())
                            .distinct()
                            .toList())
                    .as(viewer.roles().toString())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(link ->
                            assertThat(eyes.status(viewer, link)).as(link).isEqualTo(200));
        }
    }

    private List<String> links(Viewer viewer, String measure) {
        var page = eyes.page(viewer, "/insights/kpis/" + measure + "?period=" + Year.now());
        return ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }
}
