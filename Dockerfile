# One binary, one data folder. Build it from the top of the repository:
#
#   docker build --tag clearjai .
#   docker run --publish 127.0.0.1:8080:8080 --volume clearjai:/data --env CLEARJAI_PUBLIC_URL=https://survey.example.org clearjai
#
# The master key lies in /data until CLEARJAI_KEY_FILE says otherwise: see deploy/README.md.

FROM rust:1.95-bookworm AS build
WORKDIR /build
# Only what .dockerignore lets through.
COPY . .
RUN deploy/build.sh /out

FROM debian:bookworm-slim
RUN groupadd --gid 10001 clearjai \
    && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin clearjai \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
# Whom mail over TLS trusts.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/clearjai /usr/local/bin/clearjai

# Nothing is written outside /data, so the rest of the file system may be read-only.
USER 10001:10001
VOLUME /data
EXPOSE 8080
ENV CLEARJAI_DATA=/data \
    CLEARJAI_BIND=0.0.0.0:8080
ENTRYPOINT ["/usr/local/bin/clearjai"]
CMD ["serve"]
