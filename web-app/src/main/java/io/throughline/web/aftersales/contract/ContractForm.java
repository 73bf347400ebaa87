package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.ContractDetail;
import io.throughline.aftersales.contract.SaveContract;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a contract, in which a box may still be empty; products stand one to a line. */
record ContractForm(
        @Nullable @NotBlank @Size(max = 120) String name,
        @Nullable @NotNull Long customerId,
        @Nullable @NotNull LocalDate startsOn,
        @Nullable @NotNull LocalDate endsOn,
        @Nullable Boolean everything,
        @Nullable @Size(max = 20000) String products,

        @Nullable @DecimalMin("0") @DecimalMax("99999") @Digits(integer = 5, fraction = 2)
        BigDecimal hours,

        @Nullable @Min(0) @Max(9999) Integer visits,
        @Nullable @Min(0) @Max(99999) Integer tickets,
        @Nullable @NotNull @Min(0) @Max(365) Integer noticeDays,
        @Nullable @Size(max = 20000) String notes,
        @Nullable Integer version) {

    private static final int USUAL_NOTICE = 60;

    static ContractForm empty(long customer, LocalDate today, @Nullable String product) {
        return new ContractForm(
                null,
                customer,
                today,
                today.plusYears(1).minusDays(1),
                product == null,
                product,
                null,
                null,
                null,
                USUAL_NOTICE,
                null,
                null);
    }

    static ContractForm of(ContractDetail contract) {
        return new ContractForm(
                contract.name(),
                contract.customerId(),
                contract.startsOn(),
                contract.endsOn(),
                contract.everything(),
                contract.covered().stream().map(ContractDetail.Covered::code).collect(Collectors.joining("\n")),
                contract.hours(),
                contract.visits(),
                contract.tickets(),
                contract.noticeDays(),
                contract.notes(),
                contract.version());
    }

    /** Only of a form without errors. */
    SaveContract command() {
        return new SaveContract(
                Objects.requireNonNull(name),
                Objects.requireNonNull(customerId),
                Objects.requireNonNull(startsOn),
                Objects.requireNonNull(endsOn),
                Boolean.TRUE.equals(everything),
                codes(),
                hours,
                visits,
                tickets,
                Objects.requireNonNull(noticeDays),
                notes,
                version);
    }

    private Set<String> codes() {
        return products == null
                ? Set.of()
                : Arrays.stream(products.split("[\\r\\n,，;；]"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet());
    }
}
