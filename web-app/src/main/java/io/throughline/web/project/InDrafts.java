package io.throughline.web.project;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Works in what-if drafts as well: under a draft's key, {@code /projects/HTC~2/…}, its handlers run inside the draft, and
 * what they change of the plan becomes the draft's alone. All that such a handler writes besides is lost there. Controllers
 * without this do not know the keys of drafts.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InDrafts {}
