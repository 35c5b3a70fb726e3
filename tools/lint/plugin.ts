import { arrows } from "./arrows.ts";
import { names } from "./names.ts";
import { pure } from "./pure.ts";

/** The rules of this house that no public linter knows. */
export default { meta: { name: "passerelle" }, rules: { arrows, names, pure } };
