import type { Coach, SessionToken } from '@coach-booking/sdk';
import type { WritableAtom } from 'nanostores';
import type { AdminCalls, CreatedKey } from './calls.ts';
import type { Loader } from './loader.ts';
import type { PartnerEditor } from './partner-editor.ts';
import type { AdminSay } from './texts/index.ts';
import type { AdminFormat } from './format.ts';

/**
 * What each section gets from the page: it lasts as long as the admin is signed in, and survives the way from section
 * to section.
 */
export interface AdminView {
  readonly calls: AdminCalls;
  /** The session for elements that make calls of their own. */
  readonly session: SessionToken;
  /** The key with which people sign in here. */
  readonly publishableKey: string;
  readonly coaches: Loader<readonly Coach[]>;
  readonly editor: PartnerEditor;
  /** A key that was made and not yet put away; it is shown this once, so no change of section loses it. */
  readonly $newKey: WritableAtom<CreatedKey | null>;
  /** An address on its way from one section to another. It does not belong into the address bar. */
  readonly $person: WritableAtom<string>;
  readonly say: AdminSay;
  readonly format: AdminFormat;
  /**
   * Resolves when `format` draws by the offsets that the server has of its zone (R22), or when these cannot be had:
   * then the device's own count. Never rejects.
   */
  readonly offsets: Promise<void>;
  readonly dir: 'ltr' | 'rtl';
}
