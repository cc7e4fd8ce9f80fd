# The server as an image: `docker build -t coach-booking .`, or `docker compose up --build` with a MongoDB and a mail catcher (compose.yaml).
# Stages share the manifests, so that a change of code alone installs nothing again. No install script runs, and nothing is downloaded at run time.
# test/image/ runs every step below as a plain command in an empty folder and serves what comes out.

FROM node:22-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/contract/package.json packages/contract/
COPY packages/elements/package.json packages/elements/
COPY packages/embedded-mongodb/package.json packages/embedded-mongodb/
COPY packages/hosted/package.json packages/hosted/
COPY packages/sdk/package.json packages/sdk/
COPY packages/server/package.json packages/server/
COPY packages/time/package.json packages/time/
COPY examples/sdk-node/package.json examples/sdk-node/

# What the server needs to run, and nothing that builds or tests it.
FROM manifests AS dependencies
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --workspace packages/server

FROM manifests AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
RUN mkdir -m 700 /data && chown node:node /data
# The manifests too, and what npm put below a package because another version lies above it.
COPY --from=dependencies /app ./
COPY --from=build /app/packages/embedded-mongodb/dist packages/embedded-mongodb/dist
COPY --from=build /app/packages/server/dist packages/server/dist
COPY --from=build /app/packages/time/dist packages/time/dist
COPY --from=build /app/packages/elements/dist/drop-in packages/elements/dist/drop-in
COPY --from=build /app/packages/hosted/dist packages/hosted/dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "packages/server/dist/main.js"]
