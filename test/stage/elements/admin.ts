import { account, adminHashes, bare, broken, full, open } from '../../../packages/hosted/test/admin-stage.ts';
import type { Appearance, ElementStates } from '../element-states.ts';

const answers = { full, empty: bare, failed: broken };

/** The page at each of its addresses, with the server's answers. */
export const admin: ElementStates = Object.fromEntries(
  adminHashes.flatMap((hash) =>
    Object.entries(answers).map(([name, given]) => [
      `${hash.slice(1)}, ${name}`,
      (appearance: Appearance) => drawn(appearance, hash, given),
    ]),
  ),
);

async function drawn(appearance: Appearance, hash: string, given: typeof full): Promise<void> {
  const page = await open(hash, account('admin'), given);
  // The page follows the system's scheme; this one sets its own.
  page.style.colorScheme = appearance.theme;
}
