/** Printed by `npm run partner` for unknown arguments. */
export const usage = `npm run partner -- COMMAND [--json]

  create       --name NAME --slug SLUG --origin ORIGIN --admin EMAIL [--admin-name NAME] [--host HOST]
               Opens a business. Prints its keys and a link by which the admin chooses a password, this once.
  list         All businesses.
  show         --slug SLUG
  add-origin   --slug SLUG --origin ORIGIN   Where its widget may be embedded.
  add-host     --slug SLUG --host HOST       Where its people sign in.
  create-key   --slug SLUG --kind publishable|secret --mode test|live
  webhooks     --slug SLUG --mode test|live [--endpoint ID] [--state due|sending|delivered|failed|skipped] [--delivery ID]
               Its webhook endpoints and the last deliveries, or one delivery with its body and its attempts.
  reset-admin  --slug SLUG --admin EMAIL [--second-factor]
               Another link to choose a password, for 7 days. With --second-factor a lost second factor is taken away too.
  suspend      --slug SLUG                   Refuses its keys, sessions, links and pages. Nothing is lost.
  resume       --slug SLUG

--origin and --host may come several times. The store is that of MONGODB_URI, else of DATA_DIR.`;

/** The reason why a command is not run, in a sentence for the operator. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}
