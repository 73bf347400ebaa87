package io.throughline.web.rest;

import io.throughline.foundation.model.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses query parameters a resource does not know, so that a misspelt filter is not silently ignored. */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    /** Of the answer's texts, for once; any address takes it. */
    private static final String LANGUAGE = "lang";

    private final ConcurrentHashMap<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getMethod().equals("GET")) {
            var names = known.computeIfAbsent(method, KnownParameters::namesOf);
            request.getParameterMap().keySet().stream()
                    .filter(name -> !names.contains(name) && !name.equals(LANGUAGE))
                    .filter(name -> !(name.startsWith("filter.") && names.contains("filter.*")))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                    });
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> names(parameter).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(MethodParameter parameter) {
        var single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            if (java.util.Map.class.isAssignableFrom(parameter.getParameterType())) {
                return Set.of("filter.*", "q", "sort", "after", "before", "size", "view");
            }
            var name = single.name();
            return name.isEmpty() && parameter.getParameter().isNamePresent()
                    ? Set.of(parameter.getParameter().getName())
                    : Set.of(name);
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(java.lang.reflect.RecordComponent::getName)
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }
}
