# The service on Node 24, without development tools. Give it a PostgreSQL server (docker-compose.yml does), or a volume at
# /data for the embedded one.

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
# No package's install script is needed; --ignore-scripts makes sure that none runs.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY prisma.config.ts tsconfig.json schema.graphql ./
COPY prisma ./prisma
COPY src ./src
# What is generated is made here, since the running service may not write to its own files.
RUN node prisma/generate.mjs && node src/web/build.mjs && node src/compile.mjs

FROM node:24-bookworm-slim
# Ends promptly: the service handles SIGTERM itself, lets requests under way end and closes the database.
STOPSIGNAL SIGTERM
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATABASE_URL=pglite:/data/pg
WORKDIR /app
COPY --from=build --chown=root:root /app ./
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=1024", "--no-parallel-scavenge", "--heap-growing-percent=40", "src/launch.mjs", "src/main.ts"]
