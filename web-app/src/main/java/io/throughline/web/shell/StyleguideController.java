package io.throughline.web.shell;

import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component on one page, for those who build pages; only with the {@code dev} profile. */
@Controller
@Profile("dev")
@RequiredArgsConstructor
class StyleguideController {

    private static final String PATH = "/dev/styleguide";

    private final Clock clock;
    private final Words words;

    @GetMapping(PATH)
    String show(Model model) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        var form = new Sample("杭州湾轨道交通信号改造", "NORMAL", null, "", 2, true, "");
        var errors = new BeanPropertyBindingResult(form, "sample");
        errors.rejectValue("due", "typeMismatch.java.time.LocalDate");
        errors.rejectValue("note", "jakarta.validation.constraints.NotBlank.message");
        model.addAttribute("sample", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sample", errors);
        model.addAttribute("now", now);
        model.addAttribute("earlier", now.minus(Duration.ofMinutes(42)));
        model.addAttribute("yesterday", now.minus(Duration.ofHours(26)));
        model.addAttribute("over", today.minusDays(3));
        model.addAttribute("soon", today.plusDays(2));
        model.addAttribute("sum", new Money(new BigDecimal("1286400"), java.util.Currency.getInstance("CNY")));
        model.addAttribute("toast", Toast.done("shell.themeChanged").undo("/preferences"));
        model.addAttribute("page", new Page<>(List.of(1, 2, 3), "next", "previous"));
        model.addAttribute("rows", rows(today));
        model.addAttribute("tabs", tabs());
        model.addAttribute("steps", steps());
        model.addAttribute("chips", List.of(new Chip("P1", "?"), new Chip("张伟", "?")));
        model.addAttribute(
                "options", List.of(new Option("NORMAL", "P3"), new Option("HIGH", "P2"), new Option("URGENT", "P1")));
        return "dev/styleguide";
    }

    private static List<Tab> tabs() {
        return List.of(
                Tab.of("a", "shell.menu.projects", PATH),
                new Tab("b", "shell.menu.tickets", PATH, 12),
                Tab.of("c", "shell.menu.customers", PATH),
                Tab.of("d", "shell.menu.calendar", PATH));
    }

    private List<Step> steps() {
        return List.of(
                new Step(words.text("shell.guide.phase1"), "done", "2026-03-02", null),
                new Step(words.text("shell.guide.phase2"), "done", "2026-05-18", null),
                new Step(words.text("shell.guide.phase3"), "current", "3 / 5", PATH),
                new Step(words.text("shell.guide.phase4"), "todo", null, null),
                new Step(words.text("shell.guide.phase5"), "todo", null, null));
    }

    private static List<Map<String, Object>> rows(LocalDate today) {
        return List.of(
                row("TK-2026-000123-7", "NEW", "P1", "张伟", today, 10),
                row("TK-2026-000118-2", "IN_PROGRESS", "P2", "李秀英", today.plusDays(2), 45),
                row("TK-2026-000097-4", "WAITING_CUSTOMER", "P3", "欧阳震华", today.minusDays(3), 60),
                row("TK-2026-000081-9", "RESOLVED", "P4", "Anna Lindqvist", today.minusDays(9), 100));
    }

    private static Map<String, Object> row(
            String number, String status, String priority, String who, LocalDate due, int progress) {
        return Map.of(
                "number", number,
                "status", status,
                "priority", priority,
                "who", who,
                "due", due,
                "progress", progress,
                "done", "RESOLVED".equals(status));
    }

    /** The form of the page; two of its fields are wrong on purpose. */
    record Sample(
            String name,
            String priority,
            @Nullable LocalDate due,
            String note,
            Integer hours,
            Boolean tell,
            @Nullable String file) {}
}
