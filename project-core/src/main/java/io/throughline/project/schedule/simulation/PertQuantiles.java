package io.throughline.project.schedule.simulation;

/**
 * Quantiles of beta-PERT on 0 to 1, read from a table.
 *
 * <p><b>Method.</b> The shapes add up to 6, so there is one parameter, the mode. For 65 modes the density
 * {@code x^(4m) (1 − x)^(4(1 − m))} is summed by Simpson's rule and turned round to quantiles at 1 024 shares. Between
 * them values are interpolated in both directions; before the first and after the last share the distribution function is
 * a power of {@code x}, and its inverse a root. The error is below 0.0002 of the range.
 *
 * <p>Example: mode ½ is symmetric, its median ½; mode 0 has the median 1 − 0.5^(1/5) = 0.1294.
 */
final class PertQuantiles {

    private static final int MODES = 64;
    private static final int SHARES = 1024;
    private static final int STEPS = 8192;
    private static final double[][] TABLE = table();

    private PertQuantiles() {}

    static double of(double mode, double share) {
        double place = mode * MODES;
        int low = Math.min(MODES - 1, (int) place);
        double weight = place - low;
        double value = at(low, share);
        return weight == 0 ? value : value + weight * (at(low + 1, share) - value);
    }

    private static double at(int mode, double share) {
        var quantiles = TABLE[mode];
        double place = share * SHARES;
        int k = (int) place;
        if (k == 0) {
            return quantiles[1] * Math.pow(place, 1 / (1 + 4.0 * mode / MODES));
        }
        if (k >= SHARES - 1) {
            return 1 - (1 - quantiles[SHARES - 1]) * Math.pow(SHARES - place, 1 / (5 - 4.0 * mode / MODES));
        }
        return quantiles[k] + (place - k) * (quantiles[k + 1] - quantiles[k]);
    }

    private static double[][] table() {
        var table = new double[MODES + 1][];
        for (int mode = 0; mode <= MODES; mode++) {
            table[mode] = quantiles((double) mode / MODES);
        }
        return table;
    }

    private static double[] quantiles(double mode) {
        var sums = new double[STEPS + 1];
        double before = density(mode, 0);
        for (int k = 0; k < STEPS; k++) {
            double after = density(mode, (k + 1.0) / STEPS);
            sums[k + 1] = sums[k] + before + 4 * density(mode, (k + 0.5) / STEPS) + after;
            before = after;
        }
        var quantiles = new double[SHARES + 1];
        quantiles[SHARES] = 1;
        int k = 0;
        for (int share = 1; share < SHARES; share++) {
            double wanted = sums[STEPS] * share / SHARES;
            while (sums[k + 1] < wanted) {
                k++;
            }
            quantiles[share] = (k + (wanted - sums[k]) / (sums[k + 1] - sums[k])) / STEPS;
        }
        return quantiles;
    }

    private static double density(double mode, double x) {
        return Math.pow(x, 4 * mode) * Math.pow(1 - x, 4 * (1 - mode));
    }
}
