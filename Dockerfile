# syntax=docker/dockerfile:1
# Build the jar first (./mvnw -DskipTests package), then: docker build -t throughline .
# The layers change from the bottom up: libraries rarely, our own classes with each build.

FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY web-app/target/throughline.jar throughline.jar
RUN java -Djarmode=tools -jar throughline.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
# PostgreSQL never runs as root, and neither need we.
RUN groupadd --system --gid 10001 throughline \
 && useradd --system --uid 10001 --gid throughline --home-dir /var/lib/throughline --create-home --shell /usr/sbin/nologin throughline
WORKDIR /opt/throughline
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY --chmod=0755 docker/health.sh /usr/local/bin/throughline-health
RUN chown throughline:throughline /opt/throughline
USER throughline
# A training start over a throw-away database leaves the classes ready-made; without the cache it only starts slower.
RUN THROUGHLINE_HOME=/tmp/training SERVER_PORT=0 \
    java -XX:AOTCacheOutput=throughline.aot -Dspring.context.exit=onRefresh -jar throughline.jar \
    || echo "no AOT cache made" ; rm -rf /tmp/training
ENV THROUGHLINE_HOME=/var/lib/throughline/data \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8" \
    TZ=UTC
VOLUME /var/lib/throughline
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=3 CMD ["throughline-health"]
ENTRYPOINT ["java", "-XX:AOTCache=throughline.aot", "-jar", "throughline.jar"]
