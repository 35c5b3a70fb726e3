import { roles, scopes } from "@passerelle/contracts/roles";

export const HELP = `Usage: npm run passerelle -- <command>

Works on the database of DATABASE_URL or, without one, on the embedded database of DATA_DIR, whether or not the
application runs on it.

Commands:
  migrate                     bring the database up to date
  seed [--kind KIND]          load data: reference, demo or none (default: SEED)
  create-user                 make an account
    --role ROLE               ${roles.join(", ")}; repeat it for several
    --email ADDRESS
    --given-name NAME
    --usual-name NAME
    --password-stdin          read the password from the first line of the input; without it, the person chooses one
                              on the sign-in page, by "mot de passe oublié"
  apikey create               make an API key, printed alone on the last line and never shown again
    --name NAME               what it is for
    --scopes SCOPES           separated by commas: ${scopes.join(", ")}
    [--expires DAY]           the last day it works, such as 2027-12-31 (default: until revoked)
  apikey list                 list the keys
  apikey revoke KEY           end a key at once, by its identifier or its readable beginning
  help                        show this
`;
