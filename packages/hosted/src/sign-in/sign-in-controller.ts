import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { isCoachBookingError, type User } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { codeForm } from './code-form.ts';
import type { PageSession } from './session.ts';
import { signInForm } from './sign-in-form.ts';
import type { PageTexts } from './texts/index.ts';
import { problemOf } from './problem.ts';

/** The texts of the form, and its first values. */
export interface SignInOptions {
  readonly texts: PageTexts;
  /** The name of the business. */
  readonly partner: string;
  /** The account of the demo; empty without one. */
  readonly demoEmail: string;
  readonly demoPassword: string;
  /** The address of the page that sends a link for another password. */
  readonly forgotten: string;
}

/**
 * The person who is signed in on a hosted page, and the form while no person is. All tabs share one session: a change
 * in another tab takes effect here.
 */
export class SignInController implements ReactiveController {
  user: User | null = null;
  /** The last problem; a page may set its own here too. */
  problem: keyof PageTexts | null = null;
  /** Whether the session of the previous person is over without a sign-out. */
  isOver = false;
  #session: PageSession | undefined;
  #stop: (() => void) | undefined;
  #missing: readonly string[] = [];
  #busy = false;
  #leaving = false;
  /** The token of a sign-in whose password was right, and which waits for its code. */
  #pendingToken: string | null = null;

  /** `changed` is called with the person who is signed in, at first and after each change. */
  constructor(
    private readonly host: LitElement,
    private readonly open: () => PageSession,
    private readonly changed: (user: User | null) => void,
  ) {
    host.addController(this);
  }

  /** Available from the moment the page is connected. */
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

  /** Called when a person signed in or out here or in another tab, or when the server ended the session. */
  #see(user: User | null): void {
    const before = this.user;
    if (before !== null && user === null) this.isOver = !this.#leaving;
    if (user) this.isOver = false;
    if (this.isOver) this.problem = 'ended';
    this.#leaving = false;
    if (user) this.problem = null;
    this.changed(user);
    this.user = user;
    this.host.requestUpdate();
    if ((before === null) !== (user === null)) void this.#focus();
  }

  /** Moves the focus after a sign-in or sign-out to the heading, or to the first field. */
  async #focus(): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(this.user ? 'h1' : '#email')?.focus();
  }

  /** Whether the signed-in person has to set up a second factor before anything else. */
  get lacksSecondFactor(): boolean {
    return this.user !== null && this.session.lacksSecondFactor();
  }

  show(problem: keyof PageTexts | null): void {
    this.problem = problem;
    this.host.requestUpdate();
  }

  /** Signs the person out, whose push messages end on this device. */
  readonly signOut = (): void => {
    this.#leaving = true;
    void this.session.endPush().then(() => this.session.signOut());
  };

  /** Called when a calendar reports that the session is over: shows the form. */
  readonly ask = (event: Event): void => {
    event.preventDefault();
    void this.session.signOut();
  };

  async #try(asked: () => Promise<User>): Promise<void> {
    this.#busy = true;
    this.show(null);
    const before = this.#pendingToken;
    try {
      await asked();
      this.#pendingToken = null;
    } catch (error) {
      this.#fail(error);
    }
    this.#busy = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const field = this.#pendingToken === null ? '#password' : '#code';
    // Another form was drawn, or this one is to be filled in again.
    if (this.#pendingToken !== before || this.problem === 'wrong' || this.problem === 'codeWrong')
      this.host.renderRoot.querySelector<HTMLInputElement>(field)?.select();
  }

  #fail(error: unknown): void {
    const challenge =
      isCoachBookingError(error) && error.code === 'SECOND_FACTOR_REQUIRED' ? error.details.secondFactor : undefined;
    this.#pendingToken = challenge?.token ?? this.#pendingToken;
    if (challenge) return;
    this.problem = problemOf(error);
    if (this.problem === 'codeLate') this.#pendingToken = null;
  }

  #code(texts: PageTexts, token: string): TemplateResult {
    return codeForm({
      texts,
      problem: this.problem,
      busy: this.#busy,
      missing: this.#missing.includes('code'),
      send: (code) => {
        this.#missing = [];
        void this.#try(() => this.session.signInWithCode(token, code));
      },
      onMissing: () => {
        this.#missing = ['code'];
        this.show(null);
      },
      back: () => {
        this.#pendingToken = null;
        this.#missing = [];
        this.show(null);
      },
    });
  }

  form({ texts, partner, demoEmail, demoPassword, forgotten }: SignInOptions): TemplateResult {
    if (this.#pendingToken !== null) return this.#code(texts, this.#pendingToken);
    return signInForm({
      texts,
      partner,
      logoUrl: this.host.getAttribute('logo-url') ?? '',
      problem: this.problem,
      busy: this.#busy,
      missing: this.#missing,
      demo: demoEmail ? filled(texts.demo, { email: isolated(demoEmail), password: isolated(demoPassword) }) : '',
      forgotten,
      signIn: (email, password) => void this.#try(() => this.session.signIn(email, password)),
      onMissing: (missing) => {
        this.#missing = missing;
        this.show(null);
      },
    });
  }
}
