import { startPostgres } from "./start-postgres.ts";

/** A user of a data folder's server for the tests: says its address, and leaves when its input ends. */
const postgres = await startPostgres({ dataDir: process.argv[2] ?? "", log: () => undefined });
console.log(postgres.url);
process.stdin.resume().once("end", () => void postgres.stop());
