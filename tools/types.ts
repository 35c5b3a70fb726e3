import { checkTypes } from "./checks/types.ts";
import { generate } from "./start/generate.ts";

await generate();
if (!(await checkTypes())) process.exitCode = 1;
