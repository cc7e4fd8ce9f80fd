import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, type SessionToken, type User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { textField } from '@coach-booking/elements/internal/fields';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { dialogView } from '../../ui/dialog.ts';
import { showToast } from '../../ui/toasts.ts';
import { chipView, emptyView, pageHead, skeletonView, switchView } from '../../ui/views.ts';
import { PageSection } from '../../page-section.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { teamCalls, type Member, type TeamCalls } from './calls.ts';
import { runsIn, type Runs } from './runs.ts';
import { teamTextsFor, type TeamTexts } from './texts/index.ts';

interface MemberForm {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly active: boolean;
}
type TextName = 'name' | 'email' | 'phone';

/** A dialog: the form of a member or of a new one, or the question before one is removed. */
type Opened =
  | { readonly kind: 'form'; readonly member: Member | null; readonly form: MemberForm }
  | { readonly kind: 'remove'; readonly member: Member };

const formOf = ({ name, email = '', phone = '', active }: Partial<Member>): MemberForm => ({
  name: name ?? '',
  email,
  phone,
  active: active ?? true,
});

const may = ['mayCalendar', 'mayClients', 'mayHours', 'mayNot'] as const;

/** The page of the desk with the people who run sessions of a coach. */
export class DeskTeam extends PageSection {
  static override styles = [
    ...PageSection.styles,
    css`
      .columns {
        display: grid;
        gap: 24px;
      }
      .rights {
        display: grid;
        gap: 8px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      .rows .who {
        display: grid;
        gap: 2px;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }
      .rows > li {
        justify-content: space-between;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
    addressTo: { attribute: false },
  };

  /** Makes the calls of the server for a session; tests replace it. */
  static calls: (session: SessionToken, baseUrl: string) => TeamCalls = teamCalls;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** Members of the team only look. */
  declare mayChange: boolean;
  declare addressTo: DeskPageProperties['addressTo'];

  #calls!: TeamCalls;
  #team: readonly Member[] | null = null;
  /** The sessions of each member this week, by the id of the member; null as long as they are not known. */
  #runs: ReadonlyMap<string, Runs> | null = null;
  #weekProblem = '';
  #opened: Opened | null = null;
  #errors: Readonly<Partial<Record<TextName, keyof TeamTexts>>> = {};

  get #texts(): TeamTexts {
    return teamTextsFor(pageLanguage()).texts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  #begin(): void {
    void this.run('read', async () => {
      const { calls } = this.constructor as typeof DeskTeam;
      this.#calls ??= calls(this.session.token, defaultBaseUrl(import.meta.url));
      this.#team = await this.#calls.listStaff({ coach: this.coach });
      return null;
    }).then(() => {
      if (this.#team && this.#team.length > 0) void this.#readWeek();
    });
  }

  /** Reads what the members run, beside whatever else is done here. */
  readonly #readWeek = async (): Promise<void> => {
    this.#weekProblem = '';
    this.requestUpdate();
    try {
      this.#runs = runsIn(await this.#calls.getCalendarWeek({ coach: this.coach }));
    } catch (error) {
      this.#weekProblem = this.sentenceOf(error);
    }
    this.requestUpdate();
  };

  #failedWeek(): TemplateResult {
    return html`<p class="problem" role="alert">${this.#texts.weekFailed} ${this.#weekProblem}</p>
      <div class="actions"><button type="button" @click=${this.#readWeek}>${this.shared.retry}</button></div>`;
  }

  #runsOf({ id, name }: Member): TemplateResult | typeof nothing {
    if (!this.#runs) return nothing;
    const texts = this.#texts;
    const runs = this.#runs.get(id);
    if (!runs) return html`<span class="quiet">${texts.noneThisWeek}</span>`;
    const count = new Intl.NumberFormat(pageLanguage()).format(runs.sessions);
    const label = filled(texts.showNamed, { name: isolated(name) });
    return html`<span class="quiet">${filled(texts.thisWeek, { count })} · ${runs.services.map((title, at) => html`${at > 0 ? ', ' : ''}<bdi>${title}</bdi>`)}</span>
      <a href=${this.addressTo('bookings', { query: { staff: id } })} aria-label=${label}>${texts.show}</a>`;
  }

  #open(opened: Opened | null): void {
    this.#opened = opened;
    this.#errors = {};
    this.forget();
    this.requestUpdate();
  }

  #keep(member: Member): void {
    const others = this.#team!.filter(({ id }) => id !== member.id);
    this.#team = [...others, member].sort((a, b) => a.name.localeCompare(b.name, pageLanguage()));
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const opened = this.#opened;
    if (opened?.kind !== 'form') return;
    const { member, form } = opened;
    const [name, email, phone] = [form.name.trim(), form.email.trim(), form.phone.trim()];
    this.#errors = {
      ...(name === '' && { name: 'required' as const }),
      ...(email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'emailError' as const }),
      ...(email === '' && member?.email && { email: 'required' as const }),
      ...(phone === '' && member?.phone && { phone: 'required' as const }),
    };
    this.requestUpdate();
    if (Object.keys(this.#errors).length > 0) return void this.focusOn('[aria-invalid="true"]');
    const fields = { name, active: form.active, ...(email && { email }), ...(phone && { phone }) };
    void this.run('save', async () => {
      const { coach } = this;
      this.#keep(
        member
          ? await this.#calls.updateStaff({ coach, id: member.id, ...fields })
          : await this.#calls.createStaff({ coach, ...fields }),
      );
      this.#open(null);
      showToast(this.#texts.saved);
      return null;
    });
  };

  #remove(member: Member): void {
    void this.run('remove', async () => {
      await this.#calls.deleteStaff({ coach: this.coach, id: member.id });
      this.#team = this.#team!.filter(({ id }) => id !== member.id);
      this.#open(null);
      showToast(filled(this.#texts.removed, { name: isolated(member.name) }));
      return null;
    });
  }

  /** Sends a member the mail by which they choose a password. An account is the administrators' to give. */
  #invite({ id: staffId, name, email }: Member): void {
    void this.run('invite', async () => {
      const { id: coachId } = await this.#calls.getCoach({ coach: this.coach });
      await this.#calls.createUser({ role: 'staff', name, email: email!, coachId, staffId });
      showToast(filled(this.#texts.invited, { email: isolated(email!) }));
      return null;
    });
  }

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'NOT_ALLOWED_NOW') return this.#texts.hasSessions;
    if (error.code === 'EMAIL_TAKEN') return this.#texts.hasAccount;
    const paths = (error.details.problems ?? []).map(({ path }) => path);
    if (paths.includes('staff')) return this.#texts.tooMany;
    if (paths.includes('email')) this.#errors = { ...this.#errors, email: 'emailError' };
    if (paths.includes('phone')) this.#errors = { ...this.#errors, phone: 'phoneError' };
    return super.sentenceOf(error);
  }

  #member(member: Member): TemplateResult {
    const texts = this.#texts;
    const { id, name, email, phone, active } = member;
    const named = (text: string) => filled(text, { name: isolated(name) });
    const actions = html`<div class="actions">
      ${this.user.role === 'admin' && email && active ? html`<button type="button" aria-label=${named(texts.inviteNamed)} aria-disabled=${this.isBusy()} @click=${() => this.#invite(member)}>${texts.invite}</button>` : nothing}
      <button type="button" id="change-${id}" aria-label=${named(texts.changeNamed)} @click=${() => this.#open({ kind: 'form', member, form: formOf(member) })}>${texts.change}</button>
      <button type="button" class="danger" aria-label=${named(texts.removeNamed)} @click=${() => this.#open({ kind: 'remove', member })}>${texts.remove}</button>
    </div>`;
    return html`<li>
      <div class="who"><span class="name"><b><bdi>${name}</bdi></b> ${active ? chipView('good', texts.activeNow) : chipView('warn', texts.inactiveNow)}</span>
        <span class="quiet"><bdi>${[email, phone].filter(Boolean).join(' · ') || texts.noContact}</bdi></span>
        ${this.#runsOf(member)}</div>
      ${this.mayChange ? actions : nothing}
    </li>`;
  }

  #field(opened: Opened & { kind: 'form' }, name: TextName, hint?: string): TemplateResult {
    const texts = this.#texts;
    const error = this.#errors[name];
    return textField({
      id: name,
      label: texts[name],
      type: name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text',
      value: opened.form[name],
      maxLength: name === 'name' ? 120 : 254,
      required: name === 'name',
      first: name === 'name',
      hint,
      busy: this.isBusy('save'),
      error: error && texts[error],
      input: (value) => this.#change(opened, { [name]: value }),
    });
  }

  #change(opened: Opened & { kind: 'form' }, change: Partial<MemberForm>): void {
    this.#opened = { ...opened, form: { ...opened.form, ...change } };
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !(name in change)));
    this.forget();
    this.requestUpdate();
  }

  #dialog(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const texts = this.#texts;
    const closed = () => this.#open(null);
    if (opened.kind === 'remove') {
      const { member } = opened;
      return dialogView({
        title: filled(texts.removeNamed, { name: isolated(member.name) }),
        closeText: texts.close,
        closed,
        content: html`<p>${texts.removeText}</p>
          ${this.outcome('remove')}
          <div class="actions">
            <button type="button" class="go danger" aria-disabled=${this.isBusy()} @click=${() => this.#remove(member)}>${texts.remove}</button>
            <button type="button" @click=${closed}>${texts.cancel}</button>
          </div>`,
      });
    }
    const { member, form } = opened;
    return dialogView({
      title: member ? filled(texts.changeNamed, { name: isolated(member.name) }) : texts.add,
      closeText: texts.close,
      closed,
      content: html`<form novalidate @submit=${this.#save}>
        ${this.#field(opened, 'name')} ${this.#field(opened, 'email', texts.optional)} ${this.#field(opened, 'phone', texts.optional)}
        ${switchView({ id: 'active', label: texts.active, hint: form.active ? texts.activeText : texts.inactiveText, checked: form.active, change: (active) => this.#change(opened, { active }) })}
        ${this.outcome('save')}
        <div class="actions">
          <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button>
          <button type="button" @click=${closed}>${texts.cancel}</button>
        </div>
      </form>`,
    });
  }

  #list(team: readonly Member[], add: unknown): TemplateResult {
    const texts = this.#texts;
    return html`<div class="columns">
      <div>${team.length === 0 ? emptyView({ title: texts.none, text: texts.noneText, action: add }) : html`<ul class="rows">${team.map((member) => this.#member(member))}</ul>`}
      ${this.outcome('invite')} ${this.#weekProblem ? this.#failedWeek() : nothing}</div>
      <section class="card" aria-labelledby="rights">
        <h2 id="rights">${texts.rights}</h2>
        <ul class="rights">${may.map((line) => html`<li>${texts[line]}</li>`)}</ul>
        <p class="quiet">${!this.mayChange ? texts.ofCoach : this.user.role === 'admin' ? texts.inviteText : texts.askAdmin}</p>
      </section>
    </div>`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const add = this.mayChange
      ? html`<button type="button" class="go" id="add-member" @click=${() => this.#open({ kind: 'form', member: null, form: formOf({}) })}>${texts.add}</button>`
      : nothing;
    const team = this.#team;
    const retry = html`${this.outcome('read')}<div class="actions"><button type="button" @click=${() => this.#begin()}>${this.shared.retry}</button></div>`;
    return html`${pageHead({ title: texts.title, text: texts.text, actions: team && team.length > 0 ? add : nothing })}
      ${team ? this.#list(team, add) : this.isBusy('read') ? skeletonView(this.shared.busy) : retry}
      ${this.#dialog()}`;
  }
}
