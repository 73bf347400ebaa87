package io.throughline.foundation.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, four decimals inside.
 *
 * @param amount never null, scale 4
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int SCALE = 4;

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Throws {@link IllegalArgumentException} when the currencies differ. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
