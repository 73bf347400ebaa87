package io.throughline.project.lifecycle;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Begins a project.
 *
 * @param key blank to have one proposed from the name
 * @param customerId null when not known yet or internal
 * @param internal true when the project is for ourselves and has no customer
 * @param managerId null for whoever creates it
 * @param plannedStart programs may call it {@code start}
 * @param templateCode the structure to start from, blank for none; programs may call it {@code template}
 * @param budget in the company's currency; null when not known yet
 */
public record CreateProject(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Pattern(regexp = "|[A-Z][A-Z0-9]{1,9}") String key,
        @Nullable @Size(max = 10000) String goal,
        @Nullable Long customerId,
        @Nullable Boolean internal,
        @Nullable Long managerId,
        @NotNull Visibility visibility,
        @JsonAlias("start") @NotNull LocalDate plannedStart,
        @Nullable LocalDate plannedFinish,
        @Nullable LocalDate committedDate,
        @Nullable @PositiveOrZero BigDecimal budget,
        @JsonAlias("template") @Nullable @Size(max = 40) String templateCode) {}
