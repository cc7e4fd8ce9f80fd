import type { Coach, SessionToken } from '@coach-booking/sdk';
import type { WritableAtom } from 'nanostores';
import type { AdminCalls } from './calls.ts';
import type { Loader } from '../reading/loader.ts';
import type { PartnerEditor } from './partner-editor.ts';
import type { ShownSecret } from './secret-once.ts';
import type { AdminSay } from './texts/index.ts';
import type { AdminFormat } from './format.ts';

/** The view that the page gives to each section: it lasts as long as the admin is signed in, across all sections. */
export interface AdminView {
  readonly calls: AdminCalls;
  /** The session for elements that call the API themselves. */
  readonly session: SessionToken;
  /** The key with which people sign in here. */
  readonly publishableKey: string;
  readonly coaches: Loader<readonly Coach[]>;
  readonly editor: PartnerEditor;
  /** A key that was created and not dismissed yet; it is shown once, so it survives a change of the section. */
  readonly $newKey: WritableAtom<ShownSecret | null>;
  /** An address that one section passes to another. It is not written to the address bar. */
  readonly $person: WritableAtom<string>;
  readonly say: AdminSay;
  readonly format: AdminFormat;
  /**
   * Resolves when `format` uses the offsets that the server has of its zone (R22), or when these cannot be read: then
   * the device's own are used. Never rejects.
   */
  readonly offsets: Promise<void>;
  readonly dir: 'ltr' | 'rtl';
}
