import { isConflict } from '@coach-booking/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, textField, type TextField } from '@coach-booking/elements/internal/fields';
import { Action } from './action.ts';
import type { MessagingSettings, MessagingTestResult } from './calls.ts';
import { Loader } from '../reading/loader.ts';
import { headingView, loadedView } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';
import { rebased, senderErrors, senderFormOf, senderPatch, type SenderForm } from './sender-form.ts';

type Channel = MessagingTestResult['channel'];

/** `#sender`: from whom mails and SMS come, when none go, and whether they leave. */
export class AdminSender extends Section {
  readonly #settings = new Loader<MessagingSettings>();
  readonly #action = new Action();
  /** The typed form, and the settings that it is based on; null before a change. */
  #typed: { readonly base: MessagingSettings; readonly form: SenderForm } | null = null;
  #errors: ReturnType<typeof senderErrors> = {};
  #isConflict = false;
  #result: MessagingTestResult | null = null;

  constructor() {
    super();
    this.follow(this.#settings.$state);
    this.follow(this.#action.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#settings.stop();
  }

  protected override read(): void {
    void this.#settings.load((signal) => this.view.calls.getMessaging({}, { signal }));
  }

  #change(base: MessagingSettings, change: Partial<SenderForm>): void {
    if (this.#action.isBusy()) return;
    this.#typed = {
      base: this.#typed?.base ?? base,
      form: { ...(this.#typed?.form ?? senderFormOf(base)), ...change },
    };
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !(name in change)));
    this.#action.forget();
    this.requestUpdate();
  }

  /** Shows what is saved by now; what is typed stays upon it. */
  async #take(settings: MessagingSettings, typed = this.#typed): Promise<void> {
    await this.#settings.load(async () => settings);
    this.#typed = typed && { base: settings, form: rebased(typed.base, typed.form, settings) };
    this.requestUpdate();
  }

  async #save(saved: MessagingSettings): Promise<void> {
    const { calls } = this.view;
    const { base, form } = this.#typed ?? { base: saved, form: senderFormOf(saved) };
    this.#errors = senderErrors(base, form);
    this.#isConflict = false;
    this.#result = null;
    this.requestUpdate();
    if (Object.keys(this.#errors).length > 0) {
      await this.focusOn('[aria-invalid="true"]');
      return;
    }
    const patch = senderPatch(base, form);
    const settings = await this.#action.run('save', async () => (patch ? calls.updateMessaging(patch) : base));
    if (settings) await this.#take(settings, null);
    else if (isConflict(this.#action.problemOf('save'))) await this.#conflict();
  }

  async #conflict(): Promise<void> {
    const theirs = await this.#action.run('again', () => this.view.calls.getMessaging({}));
    if (!theirs) return;
    this.#isConflict = true;
    await this.#take(theirs);
  }

  async #removeSms({ version }: MessagingSettings): Promise<void> {
    const settings = await this.#action.run('remove', () => this.view.calls.updateMessaging({ sms: null, version }));
    if (settings) await this.#take(settings, null);
    await this.focusOn('#accountSid');
  }

  async #test(channel: Channel): Promise<void> {
    this.#result = null;
    this.#result = await this.#action.run(`test-${channel}`, () => this.view.calls.testMessaging({ channel }));
    this.requestUpdate();
  }

  #text(
    base: MessagingSettings,
    name: Exclude<keyof SenderForm, 'attachCalendar'>,
    more: Pick<TextField, 'label' | 'hint' | 'type' | 'maxLength'>,
  ): TemplateResult {
    const error = this.#errors[name];
    return textField({
      id: name,
      value: (this.#typed?.form ?? senderFormOf(base))[name],
      busy: this.#action.isBusy(),
      error: error && this.view.say(error),
      input: (value) => this.#change(base, { [name]: value }),
      ...more,
    });
  }

  #mail(base: MessagingSettings): TemplateResult {
    const { say } = this.view;
    return html`<fieldset class="card">
      <legend>${say('senderMail')}</legend>
      ${this.#text(base, 'senderName', { label: say('senderName'), hint: say('senderNameHint'), maxLength: 80 })}
      ${this.#text(base, 'replyTo', { label: say('replyTo'), hint: say('replyToHint'), type: 'email', maxLength: 254 })}
      ${this.#text(base, 'postalAddress', { label: say('postalAddress'), hint: say('postalAddressHint'), maxLength: 300 })}
      ${checkField({
        id: 'attachCalendar',
        label: say('attachCalendar'),
        checked: (this.#typed?.form ?? senderFormOf(base)).attachCalendar,
        busy: this.#action.isBusy(),
        change: (attachCalendar) => this.#change(base, { attachCalendar }),
      })}
      <p class="quiet">${say('attachCalendarText')}</p>
    </fieldset>`;
  }

  #quiet(base: MessagingSettings): TemplateResult {
    const { say } = this.view;
    return html`<fieldset class="card">
      <legend>${say('quietHours')}</legend>
      <p class="quiet">${say('quietText')}</p>
      ${this.#text(base, 'quietFrom', { label: say('quietFrom'), type: 'time' })}
      ${this.#text(base, 'quietTo', { label: say('quietTo'), type: 'time' })}
    </fieldset>`;
  }

  #sms(base: MessagingSettings): TemplateResult {
    const { say } = this.view;
    const { sms } = base;
    return html`<fieldset class="card">
      <legend>${say('smsAccount')}</legend>
      <p class="quiet">${say('smsText')}</p>
      ${this.#text(base, 'accountSid', { label: say('accountSid'), maxLength: 34 })}
      ${this.#text(base, 'authToken', { label: say('authToken'), type: 'password', maxLength: 32, hint: sms?.authTokenSet ? say('authTokenHint') : undefined })}
      ${this.#text(base, 'smsFrom', { label: say('smsFrom'), hint: say('smsFromHint'), maxLength: 16 })}
      ${this.#text(base, 'smsService', { label: say('smsService'), hint: say('smsServiceHint'), maxLength: 34 })}
      ${this.#text(base, 'maxPerDay', { label: say('maxPerDay'), hint: say('maxPerDayHint'), maxLength: 7 })}
      ${
        sms
          ? html`<p class="quiet">${say('smsWebhook')} <code class="whole" dir="ltr">${sms.webhookUrl}</code></p>
              <button type="button" class="start" @click=${() => this.#removeSms(base)}>${say('removeSms')}</button>
              <p class="quiet">${say('removeSmsText')}</p>`
          : nothing
      }
    </fieldset>`;
  }

  #notice(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const { phase, of } = this.#action.$state.get();
    const result = this.#result;
    const isSaved = phase === 'done' && of === 'save';
    return html`<div role="status">
        ${isSaved ? html`<p class="done">${say('saved')}</p>` : nothing}
        ${result ? html`<p class=${result.outcome === 'accepted' ? 'done' : 'problem'}>${say(`test_${result.outcome}`, { code: result.code ?? '' })}</p>` : nothing}
        ${result?.detail ? html`<p class="said">${say('explanation')} <q dir="auto">${result.detail}</q></p>` : nothing}
      </div>
      <div role="alert">
        ${this.#isConflict ? html`<p class="problem">${say('conflict')} ${say('conflictEasy')}</p>` : nothing}
        ${Object.keys(this.#errors).length > 0 ? html`<p class="problem">${say('error_fields')}</p>` : nothing}
      </div>
      ${problemView(view, this.#isConflict ? null : this.#action.problemOf(of))}`;
  }

  #form(base: MessagingSettings): TemplateResult {
    const { say } = this.view;
    const isBusy = this.#action.isBusy();
    const save = (event: Event): void => {
      event.preventDefault();
      void this.#save(base);
    };
    const test = (channel: Channel, text: string) =>
      html`<button type="button" aria-disabled=${isBusy} @click=${() => this.#test(channel)}>${text}</button>`;
    return html`<form class="plain" novalidate @submit=${save}>
      ${this.#mail(base)} ${this.#sms(base)} ${this.#quiet(base)} ${this.#notice()}
      <div class="ways">
        <button type="submit" class="go" aria-disabled=${isBusy}>${isBusy ? say('busy') : say('save')}</button>
        ${test('email', say('testMail'))} ${base.sms ? test('sms', say('testSms')) : nothing}
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    return html`${headingView(say('sender'), say('senderText'))}
    ${loadedView(view, this.#settings.$state.get(), this.#settings.retry, (settings) => this.#form(settings))}`;
  }
}
