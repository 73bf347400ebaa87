package io.throughline.foundation.customer;

/**
 * Unified social credit code 统一社会信用代码 (GB 32100-2015): 17 characters and a check character.
 *
 * <p>Each of the first seventeen characters has a value 0–30 and the weight 3^i mod 31; the check value is
 * (31 − sum mod 31) mod 31. Worked example: 91350100M000100Y4 has the weighted sum 1 640; 1 640 mod 31 = 28 and
 * 31 − 28 = 3, so the whole code is 91350100M000100Y43.
 */
final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(LENGTH - 1);
    }
}
