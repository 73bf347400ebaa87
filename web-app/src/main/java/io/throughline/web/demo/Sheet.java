package io.throughline.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The words of the story: tab-separated lines beside the migrations; a line that begins with {@code #} is a heading. */
public final class Sheet {

    private Sheet() {}

    public static List<String[]> lines(String name) {
        try {
            return new ClassPathResource("db/demo/" + name + ".tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
