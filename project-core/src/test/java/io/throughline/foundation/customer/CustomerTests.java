package io.throughline.foundation.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTests {

    @Test
    void keepsTextsTrimmedAndBlanksAway() {
        var customer = new Customer("C-00001", data("  华东仓储 ", null, List.of()));

        assertThat(customer.getShortName()).isEqualTo("华东仓储");
        assertThat(customer.getIndustry()).isNull();
    }

    @Test
    void knowsHowItsNamesSound() {
        var customer = new Customer("C-00001", data("华东仓储", null, List.of()));

        assertThat(customer.getSpellings()).contains("huadongcangchu", "hdcc");
    }

    @Test
    void acceptsACreditCodeInSmallLetters() {
        var customer = new Customer("C-00001", data("华东仓储", " 91350100m000100y43 ", List.of()));

        assertThat(customer.getCreditCode()).isEqualTo("91350100M000100Y43");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100Y4", "9135010OM000100Y43", "I1350100M000100Y43"})
    void refusesACreditCodeWithAWrongCheckDigitLengthOrLetter(String code) {
        assertThatThrownBy(() -> new Customer("C-00001", data("华东仓储", code, List.of())))
                .isInstanceOf(RuleViolation.class)
                .extracting("field")
                .isEqualTo("creditCode");
    }

    @Test
    void foldsDomainsAndRefusesWhatIsNone() {
        var customer =
                new Customer("C-00001", data("华东仓储", null, List.of("Mail.Example.COM", "mail.example.com", " ")));

        assertThat(customer.getDomains()).containsExactly("mail.example.com");
        assertThatThrownBy(() -> customer.change(data("华东仓储", null, List.of("not a domain"))))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void archivesAndRestores() {
        var customer = new Customer("C-00001", data("华东仓储", null, List.of()));

        customer.archive();
        assertThat(customer.isArchived()).isTrue();
        customer.restore();
        assertThat(customer.isArchived()).isFalse();
    }

    static SaveCustomer data(String shortName, @Nullable String code, List<String> domains) {
        return new SaveCustomer(
                shortName + "有限公司",
                shortName,
                null,
                code,
                CustomerTier.KEY,
                null,
                " ",
                null,
                null,
                null,
                domains,
                null,
                null);
    }
}
