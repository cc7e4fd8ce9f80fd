import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { addressQuery } from '../page-language.ts';
import { inLanguage, ownLanguage } from '../shell/languages.ts';
import { openSession, type PageSession } from './session.ts';
import { SignInController } from './sign-in-controller.ts';

/** A hosted page on which people of a partner sign in. The server writes its attributes. */
export abstract class SignInPage extends LitElement {
  static override properties: PropertyDeclarations = {
    publishableKey: { attribute: 'publishable-key' },
    partner: {},
    demoEmail: { attribute: 'demo-email' },
    demoPassword: { attribute: 'demo-password' },
  };

  /** Opens the session; tests replace it. */
  static openSession: (publishableKey: string, baseUrl: string) => PageSession = openSession;

  /** Opens the page at another address in place of this one; tests replace it. */
  static reopen: (address: string) => void = (address) => location.replace(address);

  /** Loads an address that the server answers in another language; tests replace it. */
  static leave: (address: string) => void = (address) => location.assign(address);

  declare publishableKey: string;
  /** The partner's name, for the head of the page. */
  declare partner: string;
  declare demoEmail: string;
  declare demoPassword: string;

  /** The controller of the signed-in person, and of the form while there is none. */
  protected readonly signIn = new SignInController(
    this,
    () =>
      (this.constructor as typeof SignInPage).openSession(
        this.getAttribute('publishable-key') ?? '',
        defaultBaseUrl(import.meta.url),
      ),
    (user) => {
      this.#speak(user);
      this.changed(user);
    },
  );

  constructor() {
    super();
    this.addEventListener('coach-language', ({ detail }: CustomEventInit<string>) => this.speakIn(detail!));
  }

  /** Called with the person who is signed in, at first and after each change. */
  protected abstract changed(user: User | null): void;

  /** Opens the page in the language of the account, unless the address asks for one. */
  #speak(user: User | null): void {
    const language = ownLanguage(user?.language, location);
    if (language !== null) (this.constructor as typeof SignInPage).reopen(inLanguage(language, location));
  }

  /** Opens the present page in a language that was chosen in it. */
  protected speakIn(language: string, here: Pick<Location, 'pathname' | 'search'> = location): void {
    (this.constructor as typeof SignInPage).leave(inLanguage(language, here));
  }

  #current: Element | null = null;

  /** Scrolls the current entry of the navigation into view, where there is room for some of the entries only. */
  protected override updated(_changed: PropertyValues): void {
    const current = this.renderRoot.querySelector('nav [aria-current]');
    if (current !== this.#current) current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#current = current;
  }

  /** Returns the address of another page of the same partner, in the language of this address. */
  protected keyed(path: string): string {
    return `${path}?${addressQuery(this.publishableKey)}`;
  }
}
