import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { isCoachBookingError, type User } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { codeForm } from './code-form.ts';
import type { PageSession } from './session.ts';
import { signInForm } from './sign-in-form.ts';
import type { PageTexts } from './texts/index.ts';
import { troubleOf } from './trouble.ts';

/** What the form says, and what the page knows about it. */
export interface DeskForm {
  readonly texts: PageTexts;
  /** Of the demo; empty without one. */
  readonly demoEmail: string;
  readonly demoPassword: string;
  /** Where one asks for another password. */
  readonly forgotten: string;
}

/**
 * Who is signed in on a hosted page, and the form while nobody is. One session for all tabs: what happens in another is
 * seen here.
 */
export class SignInDesk implements ReactiveController {
  user: User | null = null;
  /** What went wrong last; a page may show its own here too. */
  trouble: keyof PageTexts | null = null;
  #session: PageSession | undefined;
  #stop: (() => void) | undefined;
  #missing: readonly string[] = [];
  #busy = false;
  #leaving = false;
  /** Of a sign-in whose password was right, and that waits for its code. */
  #half: string | null = null;

  /** `changed` hears who is signed in, first and whenever that changes. */
  constructor(
    private readonly host: LitElement,
    private readonly open: () => PageSession,
    private readonly changed: (user: User | null) => void,
  ) {
    host.addController(this);
  }

  /** There from the moment the page is connected. */
  get session(): PageSession {
    return (this.#session ??= this.open());
  }

  hostConnected(): void {
    this.user = this.session.$session.get();
    this.#stop = this.session.$session.subscribe((user) => this.#see(user));
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Here or in another tab somebody signed in or out, or the server ended the session. */
  #see(user: User | null): void {
    if (this.user !== null && user === null && !this.#leaving) this.trouble = 'ended';
    this.#leaving = false;
    if (user) this.trouble = null;
    this.changed(user);
    this.user = user;
    this.host.requestUpdate();
  }

  /** Whether who signed in has to set up a second factor before anything else. */
  get lacksSecondFactor(): boolean {
    return this.user !== null && this.session.lacksSecondFactor();
  }

  show(trouble: keyof PageTexts | null): void {
    this.trouble = trouble;
    this.host.requestUpdate();
  }

  readonly signOut = (): void => {
    this.#leaving = true;
    void this.session.signOut();
  };

  /** A calendar says that the session is over: back to the form. */
  readonly ask = (event: Event): void => {
    event.preventDefault();
    void this.session.signOut();
  };

  async #try(asked: () => Promise<User>): Promise<void> {
    this.#busy = true;
    this.show(null);
    const before = this.#half;
    try {
      await asked();
      this.#half = null;
    } catch (error) {
      this.#fail(error);
    }
    this.#busy = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const field = this.#half === null ? '#password' : '#code';
    // Another form came, or this one is to be filled in again.
    if (this.#half !== before || this.trouble === 'wrong' || this.trouble === 'codeWrong')
      this.host.renderRoot.querySelector<HTMLInputElement>(field)?.select();
  }

  #fail(error: unknown): void {
    const challenge =
      isCoachBookingError(error) && error.code === 'SECOND_FACTOR_REQUIRED' ? error.details.secondFactor : undefined;
    this.#half = challenge?.token ?? this.#half;
    if (challenge) return;
    this.trouble = troubleOf(error);
    if (this.trouble === 'codeLate') this.#half = null;
  }

  #code(texts: PageTexts, token: string): TemplateResult {
    return codeForm({
      texts,
      trouble: this.trouble,
      busy: this.#busy,
      missing: this.#missing.includes('code'),
      send: (code) => {
        this.#missing = [];
        void this.#try(() => this.session.signInWithCode(token, code));
      },
      lacks: () => {
        this.#missing = ['code'];
        this.show(null);
      },
      back: () => {
        this.#half = null;
        this.#missing = [];
        this.show(null);
      },
    });
  }

  form({ texts, demoEmail, demoPassword, forgotten }: DeskForm): TemplateResult {
    if (this.#half !== null) return this.#code(texts, this.#half);
    return signInForm({
      texts,
      trouble: this.trouble,
      busy: this.#busy,
      missing: this.#missing,
      demo: demoEmail ? filled(texts.demo, { email: isolated(demoEmail), password: isolated(demoPassword) }) : '',
      forgotten,
      signIn: (email, password) => void this.#try(() => this.session.signIn(email, password)),
      lacks: (missing) => {
        this.#missing = missing;
        this.show(null);
      },
    });
  }
}
