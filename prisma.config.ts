import { defineConfig } from "prisma/config";

// `prisma generate` looks for a schema engine binary that it does not use, and would download one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });
