package io.throughline.web.security;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.mock.web.MockMultipartFile;

/**
 * Addresses and forms that name the records of somebody else.
 *
 * @param project key of the project
 * @param login of the records' owner
 * @param names what stands for the record of each kind in an address
 */
record ForeignCalls(String project, String login, Map<String, String> names) {

    /** The address with these records in place of its variables; empty when it names none of them. */
    Optional<String> fill(String pattern) {
        if (!pattern.contains("{")
                || pattern.contains("{id}") && name(identified(pattern)).isEmpty()) {
            return Optional.empty();
        }
        var filled = pattern.replace("{key}", project)
                .replace("{phase}", "INITIATION")
                .replace("{criterion}", "goal")
                .replace("{user}", name("user"))
                .replace("{predecessor}", "1")
                .replace("{handle}", "0123456789abcdef01234567")
                .replace("{login}", login)
                .replace("{message}", name("message"))
                .replace("{other}", name("ticket"))
                .replace("{number}", name(numbered(pattern)))
                .replace("{id}", name(identified(pattern)));
        return filled.contains("{") ? Optional.empty() : Optional.of(filled);
    }

    private static String numbered(String pattern) {
        if (pattern.contains("/tickets/") || pattern.startsWith("/go/")) {
            return "ticket";
        }
        if (pattern.contains("/customers/")) {
            return "customer";
        }
        return pattern.contains("/tasks/") ? "task" : pattern.contains("/milestones/") ? "milestone" : "first";
    }

    private static String identified(String pattern) {
        return Map.of(
                        "/contacts/", "contact",
                        "/sites/", "site",
                        "/attachments/", "attachment",
                        "/comments/", "comment",
                        "/jobs/", "job",
                        "/inbox/", "entry",
                        "/tokens/", "first")
                .entrySet()
                .stream()
                .filter(part -> pattern.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("nothing");
    }

    private String name(String of) {
        return of.equals("first") ? "1" : names.getOrDefault(of, "");
    }

    /** Words for every box a form may have, so that no form is refused for being empty; programs are asked plainly. */
    Map<String, String> words(String address) {
        var words = new LinkedHashMap<String, String>();
        if (address.startsWith("/api/")) {
            return address.endsWith("/links") ? Map.of("predecessor", "1", "successor", "2") : words;
        }
        for (var text :
                List.of("name", "subject", "title", "body", "text", "reason", "note", "description", "answer")) {
            words.put(text, "改写");
        }
        words.putAll(Map.of("version", "0", "percent", "50", "status", "IN_PROGRESS", "visibility", "PUBLIC"));
        words.putAll(Map.of("kind", "DIAGNOSIS", "role", "MEMBER", "user", name("user"), "target", name("ticket")));
        words.putAll(Map.of("number", name("ticket"), "decision", "ACCEPTED", "signedName", "某人", "rating", "5"));
        words.putAll(Map.of("zone", "Asia/Shanghai", "shortName", "改写", "tier", "KEY", "locale", "zh-CN"));
        words.putAll(Map.of("health", "RED", "limit", "3", "field", "name", "value", "改写", "shared", "true"));
        words.putAll(Map.of("until", "2026-12-31", "forecast", "2026-12-31", "until.day", "2026-12-31", "login", "x"));
        words.putAll(Map.of("priority", "P1", "plannedStart", "2026-03-02", "phase", "INITIATION", "snooze", "DAY"));
        words.putAll(Map.of("into", name("ticket"), "other", name("ticket"), "to", "in", "day", "2026-12-31"));
        words.putAll(
                Map.of("predecessor", "1", "type", "FINISH_TO_START", "criterion", "goal", "userId", name("user")));
        if (address.startsWith("/projects/")) {
            words.putAll(Map.of("kind", "TASK", "priority", "500", "plannedStart", "2026-03-02T08:00"));
        }
        if (address.endsWith("/articles")) {
            words.put("article", "KB-1001");
        }
        if (address.endsWith("/schedule/copies")) {
            words.put("numbers", "1");
        }
        if (address.contains("/schedule/gantt")) {
            words.put("status", "2026-12-31");
        }
        if (address.contains("/assignments")) {
            words.putAll(Map.of("resource", "1", "type", "FIXED_UNITS"));
        }
        if (address.startsWith("/inbox/")) {
            words.put("until", "2026-12-31T08:00");
        }
        return words;
    }

    static MockMultipartFile file(String part) {
        return new MockMultipartFile(part, "a.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
    }
}
