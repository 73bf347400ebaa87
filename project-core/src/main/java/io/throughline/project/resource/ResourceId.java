package io.throughline.project.resource;

public record ResourceId(long value) {}
