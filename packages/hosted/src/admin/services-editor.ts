import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Coach, Service } from '@coach-booking/sdk';
import {
  newService,
  serviceErrors,
  serviceFormOf,
  serviceInputOf,
  type Errors,
  type ServiceForm,
} from './coach-form.ts';
import { serviceFields } from './coach-fields.ts';
import { Action } from './action.ts';
import { tableView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import type { AdminView } from './view.ts';

/** The services of a coach: a table, and a form that adds or changes one. */
export class ServicesEditor implements ReactiveController {
  readonly #action = new Action();
  #services: readonly Service[] = [];
  /** The service in the form: its id, `new`, or null when the form is closed. */
  #open: string | null = null;
  #asked: Service | null = null;
  #form: ServiceForm = newService('EUR');
  #errors: Errors = {};
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#action.$state.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Shows the services of this coach. */
  take({ services }: Coach): void {
    this.#services = services;
  }

  async #focus(selector: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #edit(id: string, form: ServiceForm): void {
    this.#open = id;
    this.#form = form;
    this.#errors = {};
    this.#action.forget();
    void this.#focus('#service-title');
  }

  readonly #close = (): void => {
    this.#open = null;
    void this.#focus('#add-service');
  };

  async #save(event: Event, coach: Coach): Promise<void> {
    event.preventDefault();
    this.#errors = serviceErrors(this.#form);
    if (Object.keys(this.#errors).length > 0) return this.#focus('[aria-invalid="true"]');
    const { calls } = this.view();
    const input = { coach: coach.id, ...serviceInputOf(this.#form) };
    const id = this.#open!;
    // An empty field removes the price.
    const saved = await this.#action.run('save', () =>
      id === 'new' ? calls.createService(input) : calls.updateService({ price: null, ...input, id }),
    );
    if (!saved) return;
    const others = this.#services.map((one) => (one.id === saved.id ? saved : one));
    this.#services = id === 'new' ? [...others, saved] : others;
    this.view().coaches.retry();
    this.#close();
  }

  async #remove(coach: Coach, { id }: Service): Promise<void> {
    const { calls, coaches } = this.view();
    if (!(await this.#action.run('remove', () => calls.deleteService({ coach: coach.id, id })))) return;
    this.#services = this.#services.filter((one) => one.id !== id);
    this.#asked = null;
    coaches.retry();
    await this.#focus('#add-service');
  }

  #ask(service: Service | null): void {
    this.#asked = service;
    this.#action.forget();
    this.host.requestUpdate();
  }

  #columns(): readonly Column<Service>[] {
    const { say, format } = this.view();
    return [
      { title: say('serviceTitle'), cell: ({ title }) => title },
      { title: say('duration'), cell: ({ duration }) => format.unit(duration, 'minute') },
      { title: say('price'), cell: ({ price }) => (price ? format.money(price) : say('none')) },
      { title: say('where'), cell: ({ locationKind }) => say(`where_${locationKind}`) },
      {
        title: say('action'),
        quietTitle: true,
        cell: (service) => html`<div class="ways">
          <button type="button" aria-label=${say('changeService', { title: service.title })} @click=${() => this.#edit(service.id, serviceFormOf(service))}>${say('change')}</button>
          <button type="button" aria-label=${say('removeService', { title: service.title })} @click=${() => this.#ask(service)}>${say('remove')}</button>
        </div>`,
      },
    ];
  }

  #editor(coach: Coach): TemplateResult {
    const view = this.view();
    const { say } = view;
    const busy = this.#action.isBusy();
    const change = (given: Partial<ServiceForm>) => {
      this.#form = { ...this.#form, ...given };
      const changed = Object.keys(given).map((name) => `service-${name}`);
      this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !changed.includes(name)));
      this.host.requestUpdate();
    };
    const title = this.#open === 'new' ? say('addService') : say('changeService', { title: this.#form.title });
    return html`<form class="plain" aria-label=${title} novalidate @submit=${(event: Event) => this.#save(event, coach)}>
      ${serviceFields(view, { form: this.#form, errors: this.#errors, busy, change })}
      ${problemView(view, this.#action.problemOf('save'))}
      <div class="ways">
        <button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('save')}</button>
        <button type="button" @click=${this.#close}>${say('cancel')}</button>
      </div>
    </form>`;
  }

  #dialog(coach: Coach): TemplateResult | typeof nothing {
    const service = this.#asked;
    if (!service) return nothing;
    const view = this.view();
    const { say } = view;
    return html`<dialog aria-labelledby="remove-title" @close=${() => this.#ask(null)}>
      <h2 id="remove-title">${say('removeService', { title: service.title })}</h2>
      <p>${say('removeServiceText')}</p>
      ${problemView(view, this.#action.problemOf('remove'))}
      <div class="ways">
        <button type="button" @click=${() => this.#ask(null)}>${say('cancel')}</button>
        <button type="button" class="go" aria-disabled=${this.#action.isBusy()} @click=${() => this.#remove(coach, service)}>${say('remove')}</button>
      </div>
    </dialog>`;
  }

  render(coach: Coach): TemplateResult {
    const { say } = this.view();
    const currency = this.#services.find(({ price }) => price)?.price?.currency ?? 'EUR';
    return html`<section class="card" aria-labelledby="services">
      <h2 id="services">${say('services')}</h2>
      ${this.#services.length === 0 ? html`<p class="problem">${say('noServices')}</p>` : tableView(say('services'), this.#columns(), this.#services)}
      ${
        this.#open === null
          ? html`<button type="button" id="add-service" class="start" @click=${() => this.#edit('new', newService(currency))}>${say('addService')}</button>`
          : this.#editor(coach)
      }
      ${this.#dialog(coach)}
    </section>`;
  }
}
