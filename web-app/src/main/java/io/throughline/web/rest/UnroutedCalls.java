package io.throughline.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Calls that reach no resource: wrong method, wrong media type, wrong address. Pages keep their own answers. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
@RequiredArgsConstructor
class UnroutedCalls {

    private final Problems problems;

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        NoResourceFoundException.class,
        MaxUploadSizeExceededException.class
    })
    @Nullable
    ResponseEntity<Object> answer(Exception refused, WebRequest request, HttpServletRequest call) throws Exception {
        if (!ErrorAnswers.isCall(call.getRequestURI())) {
            throw refused;
        }
        return problems.handleException(refused, request);
    }
}
