# syntax=docker/dockerfile:1
FROM node:26-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/contracts/package.json packages/contracts/
COPY packages/domain/package.json packages/domain/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY tools/package.json tools/
COPY e2e/package.json e2e/

FROM manifests AS build
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN node tools/build.ts

# What runs: the sources as they are, and no development dependency.
FROM manifests AS dependencies
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0750 /data
COPY --from=dependencies /app ./
COPY . .
COPY --from=build /app/apps/api/src/generated apps/api/src/generated
COPY --from=build /app/apps/web/dist apps/web/dist
# Tells the start that the pages are those of these sources.
COPY --from=build /app/apps/web/node_modules/.passerelle-build apps/web/node_modules/.passerelle-build
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "tools/start.ts"]
