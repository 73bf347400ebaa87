package io.throughline.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Gives each operation its name, its summary in the reader's language, the way to sign in and the refusals it may answer
 * with. The summary of {@code GET /api/v1/tickets/{number}} stands under {@code web.docs.get.tickets.number}.
 */
@Component
@RequiredArgsConstructor
class OperationText implements OpenApiCustomizer {

    static final String ROOT = "/api/v1/";

    private final MessageSource messages;

    @Override
    public void customise(OpenAPI document) {
        var locale = LocaleContextHolder.getLocale();
        document.getInfo().setDescription(messages.getMessage("web.docs.description", null, locale));
        document.getComponents().addSchemas(OpenApiConfiguration.PROBLEM, OpenApiConfiguration.problem());
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation, locale)));
    }

    private void describe(String path, HttpMethod method, Operation operation, Locale locale) {
        var words = words(path, method);
        operation.setOperationId(words.get(0)
                + words.stream().skip(1).map(OperationText::capital).collect(Collectors.joining()));
        operation.setTags(List.of(words.get(1)));
        operation.setSummary(
                messages.getMessage("web.docs." + String.join(".", words), null, operation.getSummary(), locale));
        boolean signIn = path.equals(ROOT + "tokens");
        operation.setSecurity(List.of(new SecurityRequirement()
                .addList(signIn ? OpenApiConfiguration.PASSWORD : OpenApiConfiguration.TOKEN)));
        spellOutFilters(operation, locale);
        if (method == HttpMethod.POST && !signIn) {
            parameter(operation, "header", "Idempotency-Key", locale);
        }
        refusals(path, method, operation, locale);
    }

    private static List<String> words(String path, HttpMethod method) {
        List<String> words = new ArrayList<>(List.of(method.name().toLowerCase(Locale.ROOT)));
        Arrays.stream(path.substring(ROOT.length()).split("/"))
                .map(part -> part.replaceAll("[{}]", ""))
                .forEach(words::add);
        return words;
    }

    private static String capital(String word) {
        return Arrays.stream(word.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** A list takes its filters as one map; the document names what may stand in it. */
    private void spellOutFilters(Operation operation, Locale locale) {
        var given = operation.getParameters();
        if (given == null || given.removeIf(OperationText::isMap) == false) {
            return;
        }
        for (var name : List.of("q", "sort", "after", "before")) {
            if (given.stream().noneMatch(known -> known.getName().equals(name))) {
                parameter(operation, "query", name, locale);
            }
        }
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("filter")
                .required(false)
                .style(Parameter.StyleEnum.FORM)
                .explode(true)
                .schema(new MapSchema().additionalProperties(new StringSchema()))
                .description(messages.getMessage("web.docs.parameter.filter", null, locale)));
    }

    private static boolean isMap(Parameter parameter) {
        var schema = parameter.getSchema();
        return "query".equals(parameter.getIn()) && schema != null && schema.getAdditionalProperties() != null;
    }

    private void parameter(Operation operation, String in, String name, Locale locale) {
        operation.addParametersItem(new Parameter()
                .in(in)
                .name(name)
                .required(false)
                .schema(new StringSchema())
                .description(messages.getMessage("web.docs.parameter." + name, null, locale)));
    }

    private void refusals(String path, HttpMethod method, Operation operation, Locale locale) {
        var statuses = new ArrayList<>(List.of(400, 401, 403));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (has(operation, "If-Match")) {
            statuses.addAll(List.of(412, 428));
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(List.of(409, 422));
        }
        var answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        operation.setResponses(answers);
        statuses.forEach(status -> answers.put(
                String.valueOf(status),
                new ApiResponse()
                        .description(messages.getMessage("web.docs.status." + status, null, locale))
                        .content(problem())));
    }

    private static boolean has(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> name.equals(known.getName()));
    }

    private static Content problem() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + OpenApiConfiguration.PROBLEM)));
    }
}
