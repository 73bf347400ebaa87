package io.throughline.project.schedule.simulation;

/** The normal distribution, for draws that hang together. */
final class Normal {

    private Normal() {}

    /** Share of draws not above {@code z}: Abramowitz and Stegun 26.2.17 carried further by Hart, error below 1e-14. */
    static double share(double z) {
        double x = Math.abs(z);
        if (x > 37) {
            return z > 0 ? 1 : 0;
        }
        double tail;
        double e = Math.exp(-x * x / 2);
        if (x < 7.07106781186547) {
            double up =
                    ((((((3.52624965998911e-02 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383)
                                                                    * x
                                                            + 112.079291497871)
                                                    * x
                                            + 221.213596169931)
                                    * x
                            + 220.206867912376);
            double down =
                    (((((((8.83883476483184e-02 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461)
                                                                                    * x
                                                                            + 296.564248779674)
                                                                    * x
                                                            + 637.333633378831)
                                                    * x
                                            + 793.826512519948)
                                    * x
                            + 440.413735824752);
            tail = e * up / down;
        } else {
            tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
        }
        return z > 0 ? 1 - tail : tail;
    }

    /** The draw that so large a share of all is not above: Acklam's approximation with one step of Halley's method. */
    static double quantile(double share) {
        double z = rough(share);
        double error = share(z) - share;
        double u = error * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
        return z - u / (1 + z * u / 2);
    }

    private static double rough(double p) {
        double low = 0.02425;
        if (p < low) {
            return tail(Math.sqrt(-2 * Math.log(p)));
        }
        if (p > 1 - low) {
            return -tail(Math.sqrt(-2 * Math.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        double up = ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                + 1.383577518672690e+02)
                                        * r
                                - 3.066479806614716e+01)
                        * r
                + 2.506628277459239e+00;
        double down = ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                + 6.680131188771972e+01)
                                        * r
                                - 1.328068155288572e+01)
                        * r
                + 1;
        return up * q / down;
    }

    private static double tail(double q) {
        double up = ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                - 2.549732539343734e+00)
                                        * q
                                + 4.374664141464968e+00)
                        * q
                + 2.938163982698783e+00;
        double down = (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                + 3.754408661907416e+00)
                        * q
                + 1;
        return up / down;
    }
}
