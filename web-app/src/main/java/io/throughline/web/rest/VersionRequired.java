package io.throughline.web.rest;

/** A change came without {@code If-Match}: answered with 428. */
public class VersionRequired extends RuntimeException {}
