package io.throughline.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.project.schedule.MyTaskQueries.MyTask;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class HomePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER")
    void opensForEveryColleague(Role role) {
        var colleague = as.staff(role);

        assertThat(mvc.get().uri("/my").with(colleague))
                .hasStatusOk()
                .bodyText()
                .contains("没有到期的工作");
        assertThat(mvc.get().uri("/my/calendar?month=2026-02").with(colleague))
                .hasStatusOk()
                .bodyText()
                .contains("2026年2月");
    }

    @Test
    void sortsTasksByWhenTheyAreDue() {
        var saturday = LocalDate.of(2026, 11, 21);

        var work = MyWork.of(
                List.of(
                        task(1, saturday.minusDays(1)),
                        task(2, saturday),
                        task(3, saturday.plusDays(1)),
                        task(4, saturday.plusDays(2)),
                        task(5, null)),
                saturday);

        assertThat(work.overdue()).extracting(MyTask::id).containsExactly(1L);
        assertThat(work.today()).extracting(MyTask::id).containsExactly(2L);
        assertThat(work.week()).extracting(MyTask::id).containsExactly(3L);
        assertThat(work.later()).extracting(MyTask::id).containsExactly(4L, 5L);
    }

    @Test
    void refusesAMonthThatIsNone() {
        assertThat(mvc.get().uri("/my/calendar?month=soon").with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus4xxClientError();
    }

    private static MyTask task(long id, @Nullable LocalDate due) {
        return new MyTask(id, "HTC", (int) id, "任务", "项目", due, 0, false, false, false);
    }
}
