# Written, not run by the tests: they have no container engine.
#   docker build --target slim -t shoplint:slim .   reads what needs no script
#   docker build -t shoplint .                      renders pages too
#   docker run --rm -v "$PWD:/shop:ro" shoplint check /shop/public --country BE
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=0.1.0
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /shoplint ./cmd/shoplint

# The program and certificates, nothing else; runs as nobody.
FROM gcr.io/distroless/static-debian12:nonroot AS slim
COPY --from=build /shoplint /usr/bin/shoplint
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/usr/bin/shoplint"]

# With a browser. tini gathers the browser's children.
FROM debian:bookworm-slim
RUN apt-get update \
	&& apt-get install -y --no-install-recommends ca-certificates chromium-headless-shell fonts-liberation tini \
	&& rm -rf /var/lib/apt/lists/* \
	&& useradd --uid 10001 --create-home shoplint
# The browser keeps its sandbox where the engine lets it make one; elsewhere the
# container, without root, is the wall.
RUN printf '%s\n' '#!/bin/sh' \
	'unshare --user true 2>/dev/null || set -- --no-sandbox "$@"' \
	'exec /usr/lib/chromium/chromium-headless-shell --disable-dev-shm-usage "$@"' > /usr/local/bin/shop-browser \
	&& chmod 755 /usr/local/bin/shop-browser
ENV SHOPLINT_BROWSER=/usr/local/bin/shop-browser
COPY --from=build /shoplint /usr/bin/shoplint
WORKDIR /work
USER 10001:10001
ENTRYPOINT ["/usr/bin/tini", "--", "/usr/bin/shoplint"]
