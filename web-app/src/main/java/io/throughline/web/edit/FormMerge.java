package io.throughline.web.edit;

import io.throughline.foundation.activity.ChangedFields;
import io.throughline.foundation.activity.ChangedFields.LastChange;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/**
 * Saves a form that somebody else may have saved meanwhile. The form carries a fingerprint of each field as it was
 * shown ({@code component/merge :: seen}), so three states can be compared:
 *
 * <pre>
 *   as shown   as typed   as stored now
 *      A          A            B           B stays: only the other one changed it
 *      A          C            A           C is saved: only this one changed it
 *      A          C            C           both wrote the same
 *      A          C            B           the form comes back with both, to choose at the field
 * </pre>
 *
 * A set of choices is followed choice by choice, where two people cannot disagree: each is ticked, unticked or left alone.
 * A field that the page did not offer stays as stored. What was typed is never lost.
 */
@Component
@RequiredArgsConstructor
public class FormMerge {

    private static final int ROUNDS = 64;
    private static final String SEEN = "seen";

    private final FormFields fields;
    private final ChangedFields changes;

    /** For the form's hidden field, so that it can be told later what was changed. */
    public String seen(@Nullable Record form) {
        return form == null ? "" : fields.marks(form);
    }

    /**
     * Saves what was typed with what others saved meanwhile.
     *
     * @return what was saved; empty when the form has to be shown again, which then has its errors, the attribute
     *     {@code clashes}, and as {@code form} what was typed with the others' fields
     */
    public <T extends Record> Optional<T> save(Viewer viewer, Typed<T> typed, FormEdit<T> edit) {
        var written = typed.form();
        if (written == null || typed.errors().hasErrors()) {
            showAgain(viewer, typed, edit);
            return Optional.empty();
        }
        var before = -1;
        for (int round = 1; ; round++) {
            var stored = edit.stored().get();
            var shown = shown(typed, written, stored.form());
            var mine = fields.joined(written, stored.form(), shown);
            var merge = merge(typed, mine, stored.form(), shown, edit.together());
            if (!merge.clashing().isEmpty()) {
                ask(viewer, typed.with(mine), edit, stored, merge);
                return Optional.empty();
            }
            var whole = fields.mixed(mine, stored.form(), merge.mine());
            int version = version(whole);
            try {
                edit.save().accept(whole);
                return Optional.of(whole);
            } catch (RuleViolation e) {
                FormErrors.into(typed.errors(), e);
                showAgain(viewer, typed, edit);
                return Optional.empty();
            } catch (StaleVersion | OptimisticLockingFailureException overtaken) {
                if (round == ROUNDS || version == before) {
                    throw overtaken;
                }
                before = version;
            }
        }
    }

    /**
     * @param mine fields of which the typed content counts
     * @param others fields somebody else changed
     * @param clashing fields both changed, or that hang together with such
     */
    private record Merge(Set<String> mine, Set<String> others, List<String> clashing) {}

    /** Throws {@link StaleVersion} when choices differ and nobody knows who changed them. */
    private <T extends Record> Merge merge(
            Typed<T> typed, T mine, T stored, Map<String, String> shown, List<Set<String>> together) {
        var changed = new HashSet<String>();
        var differing = new HashSet<String>();
        var others = new HashSet<String>();
        for (var field : fields.names(stored)) {
            var before = shown.get(field);
            var several = fields.isSeveral(stored, field);
            if (!several && !fields.mark(stored, field).equals(before)) {
                others.add(field);
            }
            if (typed.isSent(field) && !fields.mark(mine, field).equals(before)) {
                changed.add(field);
                var differs = !fields.text(mine, field).equals(fields.text(stored, field));
                if (differs && several && before == null) {
                    throw new StaleVersion(version(mine), version(stored));
                }
                if (differs && !several) {
                    differing.add(field);
                }
            }
        }
        changed.removeIf(typed::takesTheirs);
        differing.removeIf(typed::takesTheirs);
        var contested = differing.stream()
                .filter(field -> others.contains(field)
                        || together.stream()
                                .anyMatch(group ->
                                        group.contains(field) && group.stream().anyMatch(others::contains)))
                .collect(Collectors.toSet());
        return new Merge(
                changed,
                others,
                fields.names(stored).stream().filter(contested::contains).toList());
    }

    /** A form that remembers nothing was filled from what is stored now, or nobody knows. */
    private <T extends Record> Map<String, String> shown(Typed<T> typed, T mine, T stored) {
        var seen = typed.sent().getFirst(SEEN);
        if (seen != null) {
            return FormFields.read(seen);
        }
        var version = fields.version(mine);
        return version == null || version.equals(fields.version(stored))
                ? FormFields.read(fields.marks(stored))
                : Map.of();
    }

    /** The form with what was typed where there is a clash and the others' work everywhere else. */
    private <T extends Record> void ask(
            Viewer viewer, Typed<T> typed, FormEdit<T> edit, FormEdit.Filled<T> stored, Merge merge) {
        var mine = Objects.requireNonNull(typed.form());
        var whole = fields.mixed(mine, stored.form(), merge.mine());
        var errors = new BeanPropertyBindingResult(whole, typed.errors().getObjectName());
        errors.initConversion(fields.conversion());
        var authors = authors(viewer, edit, mine);
        var clashes = new LinkedHashMap<String, Clash>();
        for (var field : merge.clashing()) {
            clashes.put(
                    field, clash(typed, stored, field, authors, merge.others().contains(field)));
            errors.rejectValue(field, merge.others().contains(field) ? "web.edit.clash" : "web.edit.clashTogether");
        }
        var model = typed.model();
        model.addAttribute(typed.errors().getObjectName(), whole);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + typed.errors().getObjectName(), errors);
        model.addAttribute("clashes", clashes);
        model.addAttribute(SEEN, seen(stored.form()));
    }

    /** Something else is wrong with the form: what it remembers and what was chosen stay. */
    private <T extends Record> void showAgain(Viewer viewer, Typed<T> typed, FormEdit<T> edit) {
        typed.model().addAttribute(SEEN, typed.sent().getFirst(SEEN));
        var mine = typed.form();
        if (mine == null) {
            return;
        }
        var chosen = fields.names(mine).stream().filter(typed::hasChoice).toList();
        if (!chosen.isEmpty()) {
            var stored = edit.stored().get();
            var authors = authors(viewer, edit, mine);
            var clashes = new LinkedHashMap<String, Clash>();
            chosen.forEach(
                    field -> clashes.put(field, clash(typed, stored, field, authors, authors.containsKey(field))));
            typed.model().addAttribute("clashes", clashes);
        }
    }

    private <T extends Record> Clash clash(
            Typed<T> typed, FormEdit.Filled<T> stored, String field, Map<String, LastChange> authors, boolean changed) {
        var mine = Objects.requireNonNull(typed.form());
        var author = Optional.ofNullable(authors.get(field))
                .or(() -> authors.values().stream().max(Comparator.comparing(LastChange::at)));
        var name = stored.names().get(field);
        return new Clash(
                new Clash.Content(fields.text(mine, field), fields.readable(mine, field), false),
                new Clash.Content(
                        fields.text(stored.form(), field),
                        name == null ? fields.readable(stored.form(), field) : name,
                        name != null),
                author.map(LastChange::by).orElse(null),
                author.map(LastChange::at).orElse(null),
                changed,
                typed.takesTheirs(field));
    }

    private int version(Record form) {
        return Objects.requireNonNullElse(fields.version(form), 0);
    }

    private <T extends Record> Map<String, LastChange> authors(Viewer viewer, FormEdit<T> edit, T mine) {
        var version = fields.version(mine);
        return version == null ? Map.of() : changes.since(viewer, edit.table(), edit.id(), version);
    }
}
