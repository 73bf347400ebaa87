package io.throughline.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop: each of the users sends the next request as soon as the last was answered. */
record Run(Scenario scenario, int concurrency, Application application) {

    Result measure(Duration warmUp, Duration time) throws Exception {
        loop(warmUp);
        var before = application.used();
        long began = System.nanoTime();
        var answers = loop(time);
        double seconds = (System.nanoTime() - began) / 1e9;
        var after = application.used();
        int count = Math.max(1, answers.size());
        var good = answers.stream().filter(Answer::good).toList();
        return new Result(
                scenario.name(),
                concurrency,
                Result.sorted(good.stream().mapToLong(Answer::nanos).toArray()),
                seconds,
                good.isEmpty() ? 0 : good.get(good.size() - 1).bytes(),
                after.application().minus(before.application()).toNanos() / 1e6 / count,
                after.database().minus(before.database()).toNanos() / 1e6 / count,
                (after.allocated() - before.allocated()) / 1024.0 / count,
                answers.size() - good.size());
    }

    private List<Answer> loop(Duration time) throws Exception {
        var pool = Executors.newFixedThreadPool(concurrency);
        try {
            long until = System.nanoTime() + time.toNanos();
            List<Future<List<Answer>>> users = new ArrayList<>();
            for (int user = 0; user < concurrency; user++) {
                Callable<List<Answer>> work = () -> one(until);
                users.add(pool.submit(work));
            }
            List<Answer> all = new ArrayList<>();
            for (var user : users) {
                all.addAll(user.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }

    private List<Answer> one(long until) throws Exception {
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() < until) {
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = scenario.action().send();
            answers.add(new Answer(System.nanoTime() - began, answer.body().length, answer.statusCode()));
        }
        return answers;
    }

    private record Answer(long nanos, int bytes, int status) {

        boolean good() {
            return status >= 200 && status < 400;
        }
    }
}
