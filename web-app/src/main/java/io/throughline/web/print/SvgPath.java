package io.throughline.web.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the straight commands of SVG paths: {@code M m H h V v L l Z z}, lower case from where the last one ended. */
final class SvgPath {

    private static final Pattern TOKEN = Pattern.compile("[MmHhVvLlZz]|-?[0-9]{1,9}(?:\\.[0-9]{1,4})?");

    private SvgPath() {}

    enum Kind {
        MOVE,
        LINE,
        CLOSE
    }

    record Step(Kind kind, double x, double y) {}

    static List<Step> steps(String path) {
        var steps = new ArrayList<Step>();
        var tokens = TOKEN.matcher(path).results().map(found -> found.group()).toList();
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        char command = 'M';
        for (int i = 0; i < tokens.size(); ) {
            char first = tokens.get(i).charAt(0);
            if (Character.isLetter(first)) {
                command = first;
                i++;
            }
            boolean onward = Character.isLowerCase(command);
            switch (Character.toUpperCase(command)) {
                case 'Z' -> {
                    x = startX;
                    y = startY;
                    steps.add(new Step(Kind.CLOSE, x, y));
                }
                case 'H' -> {
                    x = (onward ? x : 0) + Double.parseDouble(tokens.get(i++));
                    steps.add(new Step(Kind.LINE, x, y));
                }
                case 'V' -> {
                    y = (onward ? y : 0) + Double.parseDouble(tokens.get(i++));
                    steps.add(new Step(Kind.LINE, x, y));
                }
                default -> {
                    x = (onward ? x : 0) + Double.parseDouble(tokens.get(i++));
                    y = (onward ? y : 0) + Double.parseDouble(tokens.get(i++));
                    boolean moves = Character.toUpperCase(command) == 'M';
                    steps.add(new Step(moves ? Kind.MOVE : Kind.LINE, x, y));
                    if (moves) {
                        startX = x;
                        startY = y;
                        command = onward ? 'l' : 'L';
                    }
                }
            }
        }
        return steps;
    }
}
