import type { Role, Staff } from '@coach-booking/sdk';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { selectField } from '@coach-booking/elements/internal/fields';
import { coachesOf } from './coaches-of.ts';
import { Loader } from '../reading/loader.ts';
import { problemView } from './problem.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** The roles, in their order. */
export const roles = ['client', 'coach', 'staff', 'admin'] as const satisfies readonly Role[];

/** A role, and the coach of the account: fields of a form. */
export class RoleChoice implements ReactiveController {
  readonly #staff = new Loader<readonly Staff[]>();
  #role: Role = 'coach';
  #coachId = '';
  #staffId = '';
  #missing: readonly string[] = [];
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#staff.$state.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#staff.stop();
  }

  /** Starts with a role. */
  take(role: Role): void {
    this.#set(role, '', '');
  }

  get role(): Role {
    return this.#role;
  }

  #set(role: Role, coachId: string, staffId: string): void {
    const isOther = coachId !== this.#coachId || role !== this.#role;
    [this.#role, this.#coachId, this.#staffId] = [role, coachId, isOther ? '' : staffId];
    this.#missing = [];
    if (role === 'staff' && coachId && isOther)
      void this.#staff.load((signal) => this.view().calls.listStaff({ coach: coachId }, { signal }));
    this.host.requestUpdate();
  }

  /** Returns the choice; null while a field is missing, which is marked then. */
  chosen(): { readonly role: Role; readonly coachId?: string; readonly staffId?: string } | null {
    const [role, coachId, staffId] = [this.#role, this.#coachId, this.#staffId];
    const works = role === 'coach' || role === 'staff';
    this.#missing = [...(works && !coachId ? ['coachId'] : []), ...(role === 'staff' && !staffId ? ['staffId'] : [])];
    this.host.requestUpdate();
    if (this.#missing.length > 0) return null;
    return { role, ...(works && { coachId }), ...(role === 'staff' && { staffId }) };
  }

  #choice(
    id: 'coachId' | 'staffId',
    label: AdminPhrase,
    options: readonly (readonly [string, string])[],
    busy: boolean,
    change: (value: string) => void,
  ): TemplateResult {
    const { say } = this.view();
    const value = id === 'coachId' ? this.#coachId : this.#staffId;
    return html`${selectField({ id, label: say(label), value, busy, options: [['', say('choose')], ...options], change })}
    ${this.#missing.includes(id) ? html`<p class="error" role="alert">${say('error_required')}</p>` : nothing}`;
  }

  #staffFields(busy: boolean): TemplateResult | typeof nothing {
    if (this.#role !== 'staff' || !this.#coachId) return nothing;
    const state = this.#staff.$state.get();
    if (state.phase === 'failed') return problemView(this.view(), state.problem, this.#staff.retry);
    const team = state.phase === 'ready' ? state.value.map(({ id, name }) => [id, name] as const) : [];
    return this.#choice('staffId', 'role_staff', team, busy, (value) => this.#set(this.#role, this.#coachId, value));
  }

  fields(busy: boolean): TemplateResult {
    const view = this.view();
    const { say } = view;
    const works = this.#role === 'coach' || this.#role === 'staff';
    const coaches = coachesOf(view).map(({ id, name }) => [id, name] as const);
    return html`${selectField({
      id: 'role',
      label: say('role'),
      value: this.#role,
      busy,
      options: roles.map((one) => [one, say(`role_${one}`)] as const),
      change: (value) => this.#set(value as Role, this.#coachId, ''),
    })}
    ${works ? this.#choice('coachId', 'coach', coaches, busy, (value) => this.#set(this.#role, value, '')) : nothing} ${this.#staffFields(busy)}`;
  }
}
