# The site as an image: `scripts/publish docker` builds it and says how to run it.
# Only the first stage uses the network; what it installs is locked by hashes.
ARG PYTHON=3.13-slim-bookworm

FROM python:${PYTHON} AS install
WORKDIR /srv/onrecord
COPY deploy/requirements.lock dist/onrecord-*.whl ./
RUN python -m venv venv \
 && venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock \
 && venv/bin/pip install --no-cache-dir --no-deps --no-index ./onrecord-*.whl \
 && venv/bin/pip uninstall --yes pip

FROM python:${PYTHON}
WORKDIR /srv/onrecord
# root owns the files and the site runs as nobody in particular: it can change nothing
COPY --from=install /srv/onrecord/venv venv/
COPY build/ site/
USER 10001:10001
ENV ONRECORD_SITE=/srv/onrecord/site PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
EXPOSE 8001
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/srv/onrecord/venv/bin/python", "-m", "onrecord.site.health", "8001"]
# whoever reaches the port is the cache in front: what it says of the visitor's scheme is believed
CMD ["/srv/onrecord/venv/bin/python", "-m", "uvicorn", "--factory", "onrecord.site.app:make_app", "--host", "0.0.0.0", "--port", "8001", "--workers", "2", "--forwarded-allow-ips", "*", "--no-access-log"]
