package io.throughline.bench;

import java.net.http.HttpResponse;

/** One thing somebody does. */
record Scenario(String name, Action action) {

    /** Sends the request and hands back its last answer. */
    interface Action {

        HttpResponse<byte[]> send() throws Exception;
    }
}
