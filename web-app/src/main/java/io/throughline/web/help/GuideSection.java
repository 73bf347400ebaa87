package io.throughline.web.help;

/**
 * A section of the guide.
 *
 * @param id its place on the page
 * @param staffOnly whether portal users do not get to read it
 * @param html safe to print
 */
record GuideSection(String id, boolean staffOnly, String title, String html) {}
