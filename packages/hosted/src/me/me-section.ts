import type { PropertyDeclarations } from 'lit';
import type { SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { PageSection } from '../page-section.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageSession } from '../sign-in/session.ts';
import { meCalls, type MeCalls } from './calls.ts';
import { meStyles } from './styles.ts';
import { meTextsFor } from './texts/index.ts';

/** A part of the pages of a client. */
export abstract class MeSection extends PageSection {
  static override styles = [...PageSection.styles, meStyles];
  static override properties: PropertyDeclarations = { session: { attribute: false } };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => MeCalls = meCalls;

  declare session: PageSession;
  #calls: MeCalls | null = null;

  protected get calls(): MeCalls {
    const { calls } = this.constructor as typeof MeSection;
    return (this.#calls ??= calls(this.session.token, defaultBaseUrl(import.meta.url)));
  }

  protected get texts() {
    return meTextsFor(pageLanguage()).texts;
  }
}
