import { html, nothing, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { lineChart } from '@coach-booking/elements/internal/charts/line-chart';
import { chartTextsFor } from '@coach-booking/elements/internal/charts/texts';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import type { OwnMeTexts } from '../texts/index.ts';
import { MeLog, type LogRange, type Problem } from './log-part.ts';
import { numberIn, numbersOf } from './numbers.ts';

type Days = OutputOf<'listMyDietLogs'>;
type Meal = Days['days'][number]['entries'][number];

const KINDS = ['breakfast', 'lunch', 'dinner', 'snack'] as const;
/** The fields with a number, with the greatest that each takes. */
const NUMBERS = { calories: 20_000, proteinG: 2000, carbsG: 2000, fatG: 2000 } as const;
type NumberField = keyof typeof NUMBERS;
const numberFields = Object.keys(NUMBERS) as NumberField[];
const macros = ['proteinG', 'carbsG', 'fatG'] as const;

interface MealDraft extends Readonly<Record<NumberField, string>> {
  readonly date: string;
  readonly notes: string;
  readonly meal: (typeof KINDS)[number];
  readonly description: string;
}

/** The meals of a client, with the energy of each day that was counted. */
export class MeMeals extends MeLog<Meal, Days, MealDraft> {
  protected override readonly addText: keyof OwnMeTexts = 'addMeal';

  protected override readDays(range: LogRange): Promise<Days> {
    return this.calls.listMyDietLogs(range);
  }

  protected override draftOf(entry: Meal | null): MealDraft {
    const { date = this.today, notes = '', meal = 'breakfast', description = '' } = entry ?? {};
    const none = { calories: '', proteinG: '', carbsG: '', fatG: '' };
    return { date, notes, meal, description, ...none, ...numbersOf(entry ?? {}, numberFields) };
  }

  #input({ date, notes, meal, description }: MealDraft) {
    return { date, meal, description: description.trim(), notes: notes.trim() };
  }

  protected override addEntry(draft: MealDraft): Promise<unknown> {
    return this.calls.addDietLog({ ...this.#input(draft), ...numberIn(draft, numberFields) });
  }

  protected override changeEntry({ id }: Meal, draft: MealDraft): Promise<unknown> {
    const none = { calories: null, proteinG: null, carbsG: null, fatG: null };
    return this.calls.updateDietLog({ id, ...this.#input(draft), ...none, ...numberIn(draft, numberFields) });
  }

  protected override deleteEntry({ id }: Meal): Promise<unknown> {
    return this.calls.deleteDietLog({ id });
  }

  protected override nameOf({ meal, description }: Meal): string {
    return `${this.texts[meal]}, ${description}`;
  }

  #energy(calories: number): string {
    const { say, quantities } = this.words;
    return say('kcal', { amount: quantities.number(calories) });
  }

  protected override entryView(entry: Meal): TemplateResult {
    const { say, quantities } = this.words;
    const { meal, description, calories } = entry;
    const facts = [
      ...(calories === undefined ? [] : [this.#energy(calories)]),
      ...macros.flatMap((name) => {
        const grams = entry[name];
        return grams === undefined ? [] : [say(name, { amount: quantities.value(grams, 'g') })];
      }),
    ];
    return html`<p><b>${this.texts[meal]}</b> <bdi>${description}</bdi></p>
      ${facts.length > 0 ? html`<p class="quiet">${facts.join(say('listComma'))}</p>` : nothing}`;
  }

  protected override charts({ days }: Days): readonly TemplateResult[] {
    const { language, dir, say } = this.words;
    const points = days.flatMap(({ date, calories }) => (calories === null ? [] : [{ date, value: calories }]));
    if (points.length === 0) return [];
    const amount = this.#energy(Math.round(points.reduce((sum, { value }) => sum + value, 0) / points.length));
    const texts = chartTextsFor(language);
    return [
      html`<p>${say('average', { amount, count: points.length })}</p>`,
      lineChart({ label: this.texts.energyByDay, unit: 'kcal', points, language, dir, texts }),
    ];
  }

  protected override problemIn(draft: MealDraft): Problem | null {
    const isBlank = draft.description.trim() === '';
    return isBlank ? { id: 'description', text: this.shared.required } : super.problemIn(draft);
  }

  #number(id: NumberField, draft: MealDraft): TemplateResult {
    const step = id === 'calories' ? 1 : 0.1;
    const input = (value: string): void => this.typed({ [id]: value } as Partial<MealDraft>);
    const error = this.problemOf(id);
    return textField({
      id,
      label: this.texts[`field_${id}`],
      type: 'number',
      value: draft[id],
      min: 0,
      max: NUMBERS[id],
      step,
      error,
      input,
    });
  }

  protected override fields(draft: MealDraft): TemplateResult {
    const { texts } = this;
    const { date, meal, description, notes } = draft;
    const set = (change: Partial<MealDraft>): void => this.typed(change);
    const error = (id: string) => this.problemOf(id);
    const kinds = KINDS.map((kind) => [kind, texts[kind]] as const);
    return html`<div class="fields">
        ${textField({ id: 'date', label: texts.logDate, type: 'date', value: date, required: true, error: error('date'), input: (date) => set({ date }) })}
        ${selectField({ id: 'meal', label: texts.meal, value: meal, options: kinds, change: (chosen) => set({ meal: chosen as MealDraft['meal'] }) })}
      </div>
      ${textField({ id: 'description', label: texts.mealText, type: 'area', value: description, required: true, maxLength: 1000, error: error('description'), input: (description) => set({ description }) })}
      <div class="four">${numberFields.map((field) => this.#number(field, draft))}</div>
      ${textField({ id: 'notes', label: texts.logNotes, type: 'area', value: notes, maxLength: 2000, input: (notes) => set({ notes }) })}`;
  }
}
