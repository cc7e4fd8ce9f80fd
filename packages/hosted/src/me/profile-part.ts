import { html, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { skeletonView } from '../ui/views.ts';
import { MeSection } from './me-section.ts';

type Profile = OutputOf<'getMyProfile'>;
type Changes = NonNullable<Parameters<MeSection['calls']['updateMyProfile']>[0]>;

/** Fields with a list of notes, one a line. */
const LISTS = ['injuries', 'healthComplications', 'goals', 'dietaryRestrictions'] as const;
/** Fields with one value of a list. */
const CHOICES = { gymAccess: ['none', 'home', 'gym', 'gym_and_home'], gender: ['female', 'male', 'other'] } as const;
/** Fields with a number, and its bounds. */
const NUMBERS = { heightCm: [50, 260], weightKg: [20, 400] } as const;

type Field = (typeof LISTS)[number] | keyof typeof CHOICES | keyof typeof NUMBERS | 'dateOfBirth';
type Typed = Readonly<Record<Field, string>>;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const typedOf = (profile: Profile): Typed => ({
  injuries: profile.injuries.join('\n'),
  healthComplications: profile.healthComplications.join('\n'),
  goals: profile.goals.join('\n'),
  dietaryRestrictions: profile.dietaryRestrictions.join('\n'),
  gymAccess: profile.gymAccess ?? '',
  gender: profile.gender ?? '',
  heightCm: profile.heightCm?.toString() ?? '',
  weightKg: profile.weightKg?.toString() ?? '',
  dateOfBirth: profile.dateOfBirth ?? '',
});

/** Returns the value of a field as the server takes it; null takes it out. */
const valueOf = (field: Field, text: string): unknown => {
  if ((LISTS as readonly string[]).includes(field)) return linesOf(text);
  if (text === '') return null;
  return field in NUMBERS ? Number(text) : text;
};

/** The profile of a client, which the coaches see with whom it is shared. */
export class MeProfile extends MeSection {
  #stored: Typed | null = null;
  #typed: Typed | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      this.#take(await this.calls.getMyProfile());
      return null;
    });

  #take(profile: Profile): void {
    this.#stored = typedOf(profile);
    this.#typed = this.#stored;
  }

  /** Only what was changed here is sent, so that a change in another tab stays. */
  get #changes(): Changes {
    const fields = Object.keys(this.#typed!) as Field[];
    const changed = fields.filter((field) => this.#typed![field].trim() !== this.#stored![field].trim());
    return Object.fromEntries(changed.map((field) => [field, valueOf(field, this.#typed![field].trim())]));
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const wrong = form.querySelector<HTMLElement>(':invalid');
    if (wrong) {
      this.tell('save', this.texts.checkNumbers, true);
      return wrong.focus();
    }
    const changes = this.#changes;
    void this.run('save', async () => {
      if (Object.keys(changes).length > 0) this.#take(await this.calls.updateMyProfile(changes));
      return this.texts.profileSaved;
    });
  };

  #field(id: Field) {
    return {
      id,
      label: this.texts[id],
      value: this.#typed![id],
      input: (value: string): void => {
        this.#typed = { ...this.#typed!, [id]: value };
      },
    };
  }

  #choice(id: keyof typeof CHOICES): TemplateResult {
    const { input, ...field } = this.#field(id);
    const options = CHOICES[id].map((value) => [value, this.texts[`${id}_${value}` as 'gymAccess_none']] as const);
    return selectField({ ...field, change: input, options: [['', this.texts.notTold], ...options] });
  }

  #number(id: keyof typeof NUMBERS): TemplateResult {
    const [min, max] = NUMBERS[id];
    return textField({ ...this.#field(id), type: 'number', min, max, step: 0.1 });
  }

  #form(): TemplateResult {
    const { texts } = this;
    return html`<form novalidate @submit=${this.#save}>
      <p class="quiet">${texts.profileText}</p>
      ${LISTS.map((id) => textField({ ...this.#field(id), type: 'area', hint: texts.onePerLine, maxLength: 4000 }))}
      ${this.#choice('gymAccess')}
      <div class="fields">${textField({ ...this.#field('dateOfBirth'), type: 'date' })} ${this.#choice('gender')}</div>
      <div class="fields">${this.#number('heightCm')} ${this.#number('weightKg')}</div>
      ${this.outcome('save')}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.saveProfile}</button></div>
    </form>`;
  }

  protected override render(): TemplateResult {
    if (this.#typed) return html`<section aria-label=${this.texts.profile}>${this.#form()}</section>`;
    if (this.isBusy('read')) return skeletonView(this.shared.busy, 8);
    return html`${this.outcome('read')}<p><button type="button" class="go" @click=${this.#read}>${this.shared.retry}</button></p>`;
  }
}
