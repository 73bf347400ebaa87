package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileLink.Type;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Predecessors as Microsoft Project writes them: {@code 12FS+2d, 14SS; 15FF-50%}, and with the words spelled out. */
public final class LinkText {
    private static final Map<String, Type> WORDS = Map.ofEntries(
            Map.entry("fs", Type.FINISH_TO_START),
            Map.entry("ss", Type.START_TO_START),
            Map.entry("ff", Type.FINISH_TO_FINISH),
            Map.entry("sf", Type.START_TO_FINISH),
            Map.entry("完成开始", Type.FINISH_TO_START),
            Map.entry("开始开始", Type.START_TO_START),
            Map.entry("完成完成", Type.FINISH_TO_FINISH),
            Map.entry("开始完成", Type.START_TO_FINISH),
            Map.entry("finishtostart", Type.FINISH_TO_START),
            Map.entry("starttostart", Type.START_TO_START),
            Map.entry("finishtofinish", Type.FINISH_TO_FINISH),
            Map.entry("starttofinish", Type.START_TO_FINISH));
    private static final Pattern LAG = Pattern.compile("[+-] ?[0-9][^+-]{0,30}$");
    private static final Pattern TYPE = Pattern.compile(
            "\\(?((?<![a-z])(?:fs|ss|ff|sf)|(?:完成|开始) ?[-到至]? ?(?:完成|开始)|(?:finish|start)[- ]to[- ](?:finish|start))\\)?$");

    private LinkText() {}

    /**
     * One predecessor.
     *
     * @param problem whether the text was no predecessor at all; {@code reference} is then the text
     */
    public record Part(String reference, Type type, Lag lag, boolean problem) {}

    /** @param known tells whether a reference names a task, for references that look like one with a lag */
    public static List<Part> parse(String text, Predicate<String> known) {
        var parts = new ArrayList<Part>();
        for (var token : text.split("[,;，；、\\n]")) {
            var plain = plain(token);
            if (!plain.isEmpty()) {
                parts.add(known.test(plain) ? new Part(plain, Type.FINISH_TO_START, Lag.NONE, false) : part(plain));
            }
        }
        return parts;
    }

    public static String plain(String reference) {
        return Normalizer.normalize(
                        reference.length() > 300 ? reference.substring(0, 300) : reference, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Part part(String token) {
        var rest = token;
        Lag lag = Lag.NONE;
        var lagMatch = LAG.matcher(rest);
        if (lagMatch.find() && lagMatch.start() > 0) {
            var amount = AmountText.parse(lagMatch.group());
            if (amount == null) {
                return new Part(token, Type.FINISH_TO_START, Lag.NONE, true);
            }
            lag = amount.isNone() ? Lag.NONE : amount;
            rest = rest.substring(0, lagMatch.start()).strip();
        }
        var typeMatch = TYPE.matcher(rest);
        var type = typeMatch.find() ? type(typeMatch.group(1)) : null;
        var reference =
                type == null ? rest : rest.substring(0, typeMatch.start()).strip();
        return new Part(reference, type == null ? Type.FINISH_TO_START : type, lag, reference.isEmpty());
    }

    private static @Nullable Type type(String word) {
        return WORDS.get(word.replaceAll("[-\\s到至]", ""));
    }
}
