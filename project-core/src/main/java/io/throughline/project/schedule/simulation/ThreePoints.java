package io.throughline.project.schedule.simulation;

/**
 * An estimate of how long something takes, in minutes of the task's duration.
 *
 * <p>Beta-PERT has the shapes {@code α = 1 + 4(m − a)/(b − a)} and {@code β = 1 + 4(b − m)/(b − a)}, hence the mean
 * {@code (a + 4m + b)/6} and the variance {@code (mean − a)(b − mean)/7}. (The classic {@code ((b − a)/6)²} is another
 * number.)
 *
 * @param optimistic a
 * @param likely m, the mode; ignored by {@link Shape#UNIFORM}
 * @param pessimistic b
 */
public record ThreePoints(long optimistic, long likely, long pessimistic, Shape shape) {

    public enum Shape {
        BETA_PERT,
        TRIANGULAR,
        /** Anything between the two ends, all alike. */
        UNIFORM
    }

    /** @throws IllegalArgumentException unless 0 ≤ a ≤ m ≤ b */
    public ThreePoints {
        if (optimistic < 0 || likely < optimistic || pessimistic < likely) {
            throw new IllegalArgumentException(optimistic + " ≤ " + likely + " ≤ " + pessimistic + " does not hold");
        }
    }

    public static ThreePoints pert(long optimistic, long likely, long pessimistic) {
        return new ThreePoints(optimistic, likely, pessimistic, Shape.BETA_PERT);
    }

    public static ThreePoints triangular(long optimistic, long likely, long pessimistic) {
        return new ThreePoints(optimistic, likely, pessimistic, Shape.TRIANGULAR);
    }

    public static ThreePoints between(long least, long most) {
        return new ThreePoints(least, least, most, Shape.UNIFORM);
    }

    /** Minutes. */
    public double mean() {
        return switch (shape) {
            case BETA_PERT -> (optimistic + 4.0 * likely + pessimistic) / 6;
            case TRIANGULAR -> ((double) optimistic + likely + pessimistic) / 3;
            case UNIFORM -> ((double) optimistic + pessimistic) / 2;
        };
    }

    /** Minutes squared. */
    public double variance() {
        double a = optimistic;
        double m = likely;
        double b = pessimistic;
        return switch (shape) {
            case BETA_PERT -> (mean() - a) * (b - mean()) / 7;
            case TRIANGULAR -> (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
            case UNIFORM -> (b - a) * (b - a) / 12;
        };
    }

    /** The value, minutes, that so large a share (0 to 1) of all draws is not above. */
    public double quantile(double share) {
        double width = (double) pessimistic - optimistic;
        if (width == 0) {
            return optimistic;
        }
        double mode = (likely - optimistic) / width;
        return optimistic + width * standard(mode, share);
    }

    private double standard(double mode, double share) {
        return switch (shape) {
            case BETA_PERT -> PertQuantiles.of(mode, share);
            case TRIANGULAR -> share < mode ? Math.sqrt(share * mode) : 1 - Math.sqrt((1 - share) * (1 - mode));
            case UNIFORM -> share;
        };
    }
}
