import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import { providerNames } from '../connected-accounts/account-facts.ts';
import type { Account as ConnectedAccount } from '../connected-accounts/calls.ts';
import { accountRefusal } from './account-refusal.ts';
import type { ConnectionCalls, FoundCalendar } from './calls.ts';
import { connectionTextsFor, type ConnectionTexts } from './texts/index.ts';

/** Services whose names need no translation, with the address of their server where all have the same one. */
const services = {
  icloud: { name: 'iCloud', server: 'https://caldav.icloud.com' },
  fastmail: { name: 'Fastmail', server: 'https://caldav.fastmail.com' },
  nextcloud: { name: 'Nextcloud', server: null },
  other: { name: null, server: null },
} as const;
type Service = keyof typeof services;

/** An account at a CalDAV server. */
interface Account {
  readonly kind: 'caldav';
  readonly server: string;
  readonly user: string;
  readonly password: string;
}

/** An account that is connected already. */
interface Connection {
  readonly kind: 'google' | 'microsoft';
  readonly connectionId: string;
}

/** The first field that is not filled in, and what to say of it. */
const missingIn = ({ server, user, password }: Account): readonly [string, keyof ConnectionTexts] | null => {
  if (!/^https:\/\/[^\s]+$/i.test(server)) return ['server', 'serverWrong'];
  if (user === '') return ['user', 'userMissing'];
  return password === '' ? ['password', 'passwordMissing'] : null;
};

/** The accounts among these that have calendars and can be used. */
const withCalendars = (accounts: readonly ConnectedAccount[]): readonly ConnectedAccount[] =>
  accounts.filter(({ provider, state }) => provider !== 'zoom' && state === 'ok');

const nameOf = ({ provider, account }: ConnectedAccount): string => `${providerNames[provider]}: ${account}`;

/**
 * Connects calendars of an account in two steps: signing in at a CalDAV server or taking an account that is connected,
 * and choosing. A password is forgotten as soon as that is done. Dispatches `calendar-connected` with the calendar.
 */
export class AccountForm extends PageSection {
  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    connected: { attribute: false },
  };

  declare calls: ConnectionCalls;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** The accounts of the coach with providers. */
  declare connected: readonly ConnectedAccount[];

  /** A service, or the id of a connected account. */
  #from: string = 'icloud';
  #account: Account | Connection | null = null;
  #found: readonly FoundCalendar[] = [];

  get #service(): Service {
    return this.#from in services ? (this.#from as Service) : 'icloud';
  }
  get #connection(): ConnectedAccount | undefined {
    return withCalendars(this.connected).find(({ id }) => id === this.#from);
  }

  protected override sentenceOf(error: unknown): string {
    const { texts } = connectionTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    return accountRefusal(error, texts, this.#connection !== undefined) ?? super.sentenceOf(error);
  }

  readonly #find = (event: Event): void => {
    event.preventDefault();
    const connection = this.#connection;
    if (connection) {
      const { id: connectionId, provider } = connection;
      return this.#discover({ kind: provider as Connection['kind'], connectionId });
    }
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    const account: Account = {
      kind: 'caldav',
      server: services[this.#service].server ?? text('server'),
      user: text('user'),
      password: text('password'),
    };
    const missing = missingIn(account);
    if (missing) {
      const { texts } = connectionTextsFor(pageLanguage());
      this.tell('find', texts[missing[1]], true);
      return void this.focusOn(`#${missing[0]}`);
    }
    this.#discover(account);
  };

  #discover(account: Account | Connection): void {
    void this.run('find', async () => {
      this.#found = await this.calls.discoverExternalCalendars({ coach: this.coach, ...account });
      this.#account = account;
      this.requestUpdate();
      void this.focusOn('#chosen-name');
      return null;
    });
  }

  readonly #connect = (event: Event): void => {
    event.preventDefault();
    const { texts } = connectionTextsFor(pageLanguage());
    const given = new FormData(event.target as HTMLFormElement);
    const name = String(given.get('name')).trim();
    const chosen = new Set(given.getAll('calendar').map(String));
    const calendars = this.#found
      .filter(({ id }) => chosen.has(id))
      .map(({ id, name: called }) => ({ id, name: called }));
    if (name === '' || calendars.length === 0) {
      this.tell('choose', name === '' ? texts.nameMissing : texts.chooseOne, true);
      return void this.focusOn(name === '' ? '#chosen-name' : '[name=calendar]');
    }
    void this.run('choose', async () => {
      const { calls, coach } = this;
      const made = await calls.createExternalCalendar({ coach, ...this.#account!, name, calendars });
      this.#forgetAccount();
      this.dispatchEvent(new CustomEvent('calendar-connected', { detail: made }));
      return null;
    });
  };

  #forgetAccount(): void {
    this.#account = null;
    this.#found = [];
    this.forget();
    this.requestUpdate();
  }

  #input(name: 'server' | 'user' | 'password', type: string, help?: string): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    return html`<div class="field">
      <label for=${name}>${texts[name]}</label>
      <input
        id=${name} name=${name} type=${type} dir="ltr" maxlength="254" required spellcheck="false" autocomplete="off"
        autocapitalize="none" aria-describedby=${help === undefined ? nothing : `${name}-help`}
      />
      ${help === undefined ? nothing : html`<p id="${name}-help" class="quiet">${help}</p>`}
    </div>`;
  }

  #signIn(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const choose = (event: Event): void => {
      this.#from = (event.target as HTMLSelectElement).value;
      this.forget();
      this.requestUpdate();
    };
    return html`<form novalidate autocomplete="off" aria-labelledby="account" @submit=${this.#find}>
      <h3 id="account">${texts.accountTitle}</h3>
      <p class="quiet">${texts.accountText}</p>
      <div class="field">
        <label for="service">${texts.service}</label>
        <select id="service" aria-describedby="service-help" @change=${choose}>
          ${withCalendars(this.connected).map((account) => html`<option value=${account.id} ?selected=${account.id === this.#from}>${nameOf(account)}</option>`)}
          ${Object.entries(services).map(([id, { name }]) => html`<option value=${id} ?selected=${!this.#connection && id === this.#service}>${name ?? texts.serviceOther}</option>`)}
        </select>
        <p id="service-help" class="quiet">${this.#connection ? texts.help_connected : texts[`help_${this.#service}`]}</p>
      </div>
      ${this.#connection ? nothing : this.#credentials()} ${this.outcome('find')}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('find') ? this.shared.busy : texts.find}</button></div>
    </form>`;
  }

  #credentials(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    return html`${services[this.#service].server === null ? this.#input('server', 'url', texts.serverHelp) : nothing}
    ${this.#input('user', 'text')} ${this.#input('password', 'password', texts.passwordHelp)}`;
  }

  #choice(account: Account | Connection): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const name =
      account.kind === 'caldav'
        ? (services[this.#service].name ?? new URL(account.server).host)
        : providerNames[account.kind];
    return html`<form novalidate aria-labelledby="account" @submit=${this.#connect}>
      <h3 id="account">${texts.accountTitle}</h3>
      <div class="field">
        <label for="chosen-name">${texts.name}</label>
        <input id="chosen-name" name="name" maxlength="80" required .value=${name} />
      </div>
      <fieldset class="choices">
        <legend>${texts.choose}</legend>
        ${this.#found.map(({ id, name: called }, n) => html`<label><input type="checkbox" name="calendar" value=${id} ?checked=${n === 0} /> <bdi>${called}</bdi></label>`)}
      </fieldset>
      ${this.outcome('choose')}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('choose') ? this.shared.busy : texts.add}</button>
        <button type="button" @click=${() => this.#forgetAccount()}>${texts.otherAccount}</button>
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    return this.#account ? this.#choice(this.#account) : this.#signIn();
  }
}
