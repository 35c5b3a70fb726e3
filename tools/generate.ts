import { generate } from "./start/generate.ts";

await generate();
