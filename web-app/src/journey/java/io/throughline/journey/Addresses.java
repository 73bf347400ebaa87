package io.throughline.journey;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The pages there are, asked of the application itself, and who may open them; a new page is walked without being listed. */
final class Addresses {

    /** The set-up page is gone once there is an administrator. */
    private static final List<String> NO_PAGES = List.of("/error", "/dev", "/api", "/go", "/setup");

    private final AddressBook book = new AddressBook();
    private final TreeSet<String> plain = new TreeSet<>();
    private final List<PathPattern> details;

    Addresses() {
        RunningApplication.beans(AddressRules.class).forEach(rules -> rules.declare(book));
        var withNumber = new TreeSet<String>();
        RunningApplication.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (isPage(info, method)) {
                        for (var pattern : info.getPatternValues()) {
                            (pattern.contains("{") ? withNumber : plain).add(pattern);
                        }
                    }
                });
        plain.removeIf(Addresses::isNoPage);
        withNumber.removeIf(Addresses::isNoPage);
        details = withNumber.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** Pages that need neither a number nor a question. */
    TreeSet<String> plain() {
        return plain;
    }

    List<PathPattern> details() {
        return details;
    }

    /** Which kind of detail page stands at this path. */
    Optional<PathPattern> kindOf(String path) {
        var parsed = PathContainer.parsePath(path);
        return plain.contains(path)
                ? Optional.empty()
                : details.stream()
                        .filter(pattern -> pattern.matches(parsed))
                        .sorted()
                        .findFirst();
    }

    boolean opensFor(String login, String path) {
        var viewer = login.isEmpty() ? null : People.viewer(login);
        return book.ruleFor(HttpMethod.GET, path)
                .filter(rule -> rule.permits(viewer))
                .isPresent();
    }

    private static boolean isNoPage(String pattern) {
        return NO_PAGES.stream().anyMatch(pattern::startsWith);
    }

    private static boolean isPage(RequestMappingInfo info, HandlerMethod method) {
        var verbs = info.getMethodsCondition().getMethods();
        boolean gets = verbs.isEmpty() || verbs.contains(RequestMethod.GET);
        boolean html = method.getReturnType().getParameterType().equals(String.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
        return gets && html && !asksForMore(method);
    }

    private static boolean asksForMore(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .anyMatch(asked -> asked != null
                        && asked.required()
                        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }
}
