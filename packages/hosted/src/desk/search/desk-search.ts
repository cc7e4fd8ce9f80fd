import type { PropertyDeclarations } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { pageLanguage } from '../../page-language.ts';
import { SearchDialog, type Found } from '../../shell/search/search-dialog.ts';
import type { PageSession } from '../../sign-in/session.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { pagesFor } from '../pages.ts';
import { deskTextsFor } from '../texts/index.ts';
import { searchCalls, type SearchCalls } from './calls.ts';
import { findPages, findPeople, type SearchScope } from './find.ts';

/** The search of the desk: pages, clients, leads and bookings. */
export class DeskSearch extends SearchDialog {
  static override properties: PropertyDeclarations = {
    ...SearchDialog.properties,
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    addressTo: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => SearchCalls = searchCalls;

  declare session: PageSession;
  declare user: User;
  declare coach: string;
  declare addressTo: DeskPageProperties['addressTo'];

  protected override readonly label = 'label';

  get #scope(): SearchScope {
    return { coach: this.coach, addressTo: this.addressTo, language: pageLanguage() };
  }

  protected override known(q: string): readonly Found[] {
    const names = deskTextsFor(pageLanguage()).texts;
    const pages = pagesFor(this.user.role).map((page) => [page, names[page]] as const);
    return findPages(q, pages, this.#scope);
  }

  protected override mayAsk(q: string): boolean {
    return q.length > 1 && this.coach !== '';
  }

  protected override ask(q: string): Promise<readonly Found[]> {
    const calls = (this.constructor as typeof DeskSearch).calls(this.session.token, defaultBaseUrl(import.meta.url));
    return findPeople(calls, q, this.#scope);
  }
}
