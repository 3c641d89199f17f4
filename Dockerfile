# Print sheets with nothing but Docker:
#
#     docker build -t polyleaf .
#     docker run --rm -v "$PWD/build:/polyleaf/build" --user "$(id -u):$(id -g)" polyleaf pdf LANG=es
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends make python3 python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /polyleaf
# What is installed changes seldom: a changed article or catalog builds the last layer alone.
COPY Makefile pyproject.toml README.md ./
COPY pipeline pipeline
RUN make .venv/.installed && rm -rf /var/lib/apt/lists/* /root/.cache
COPY source source
COPY locales locales
RUN mkdir -p build && chmod 777 build
# Nobody has a home of their own here.
ENV HOME=/tmp
ENTRYPOINT ["make", "--no-print-directory"]
CMD ["help"]
