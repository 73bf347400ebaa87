package io.throughline.web.rest;

import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Partial updates (RFC 7396): the patch is merged into the current command, which is then bound and validated whole. */
@Component
@RequiredArgsConstructor
public class MergePatch {

    private final JsonMapper json;
    private final Validator validator;

    /**
     * @param current the command as the record stands now
     * @param patch fields to change; null clears; a field the command does not have is refused
     * @throws ConstraintViolationException when the merged command is not valid
     * @throws RuleViolation for an unknown field or a value of the wrong type
     */
    public <T> T apply(T current, JsonNode patch) {
        ObjectNode merged = json.valueToTree(current);
        for (var field : patch.properties()) {
            if (!merged.has(field.getKey())) {
                throw new RuleViolation("web.rest.unknownField", field.getKey()).at(field.getKey());
            }
            merged.set(field.getKey(), field.getValue());
        }
        var command = bind(merged, current);
        var faults = validator.validate(command);
        if (!faults.isEmpty()) {
            throw new ConstraintViolationException(faults);
        }
        return command;
    }

    @SuppressWarnings("unchecked")
    private <T> T bind(ObjectNode merged, T current) {
        try {
            return (T) json.treeToValue(merged, current.getClass());
        } catch (JacksonException e) {
            var path = e.getPath().isEmpty() ? "" : e.getPath().get(0).getPropertyName();
            throw new RuleViolation("web.rest.badValue", path).at(path);
        }
    }
}
