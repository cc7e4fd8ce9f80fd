import { html, nothing, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { lineChart } from '@coach-booking/elements/internal/charts/line-chart';
import { chartTextsFor } from '@coach-booking/elements/internal/charts/texts';
import { setsText } from '@coach-booking/elements/internal/client/sets-text';
import { firstWeekday } from '@coach-booking/elements/internal/dates/week';
import { textField } from '@coach-booking/elements/internal/fields';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { OwnMeTexts } from '../texts/index.ts';
import { MeLog, type LogRange } from './log-part.ts';
import { minutesByWeek } from './minutes-by-week.ts';
import { numberIn, numbersOf } from './numbers.ts';

type Days = OutputOf<'listMyWorkoutLogs'>;
type Workout = Days['days'][number]['entries'][number];

/** The fields of a set, with the greatest number that each takes. */
const SET = { reps: 10_000, weightKg: 1000, seconds: 86_400, distanceM: 1_000_000 } as const;
type SetField = keyof typeof SET;
const setFields = Object.keys(SET) as SetField[];

/** Exercises of a workout, and sets of an exercise, at most. */
const MOST = 50;

type SetDraft = Readonly<Record<SetField, string>>;
interface ExerciseDraft {
  readonly name: string;
  readonly sets: readonly SetDraft[];
}
interface WorkoutDraft {
  readonly date: string;
  readonly notes: string;
  readonly title: string;
  readonly duration: string;
  readonly exercises: readonly ExerciseDraft[];
}

const noSet: SetDraft = { reps: '', weightKg: '', seconds: '', distanceM: '' };

const replaced = <X>(all: readonly X[], at: number, one: X): X[] => all.map((each, n) => (n === at ? one : each));
const without = <X>(all: readonly X[], at: number): X[] => all.filter((_, n) => n !== at);

/** The workouts of a client, with the time of each week, and a form with exercises and sets. */
export class MeWorkouts extends MeLog<Workout, Days, WorkoutDraft> {
  protected override readonly addText: keyof OwnMeTexts = 'addWorkout';

  protected override readDays(range: LogRange): Promise<Days> {
    return this.calls.listMyWorkoutLogs(range);
  }

  protected override draftOf(entry: Workout | null): WorkoutDraft {
    const exercises = (entry?.exercises ?? []).map(({ name, sets = [] }) => ({
      name,
      sets: sets.map((set) => ({ ...noSet, ...numbersOf(set, setFields) })),
    }));
    const { date = this.today, notes = '', title = '', duration } = entry ?? {};
    return { date, notes, title, duration: duration?.toString() ?? '', exercises };
  }

  /** Sets and exercises in which nothing was typed are left out. */
  #input({ date, notes, title, exercises }: WorkoutDraft) {
    const kept = exercises.flatMap(({ name, sets }) => {
      const done = sets.map((set) => numberIn(set, setFields)).filter((set) => Object.keys(set).length > 0);
      return name.trim() ? [{ name: name.trim(), sets: done }] : [];
    });
    return { date, title: title.trim(), notes: notes.trim(), exercises: kept };
  }

  protected override addEntry(draft: WorkoutDraft): Promise<unknown> {
    return this.calls.addWorkoutLog({ ...this.#input(draft), ...numberIn(draft, ['duration']) });
  }

  protected override changeEntry({ id }: Workout, draft: WorkoutDraft): Promise<unknown> {
    const duration = draft.duration === '' ? null : Number(draft.duration);
    return this.calls.updateWorkoutLog({ id, ...this.#input(draft), duration });
  }

  protected override deleteEntry({ id }: Workout): Promise<unknown> {
    return this.calls.deleteWorkoutLog({ id });
  }

  protected override nameOf({ title }: Workout): string {
    return title;
  }

  protected override entryView({ title, duration, exercises }: Workout): TemplateResult {
    const { words } = this;
    return html`<p><b><bdi>${title}</bdi></b>${duration ? html` <span class="quiet number">${words.quantities.value(duration, 'min')}</span>` : nothing}</p>
      ${exercises.map(({ name, sets = [] }) => html`<p><bdi>${name}</bdi>${sets.length > 0 ? html`: <span class="quiet">${setsText(words, sets)}</span>` : nothing}</p>`)}`;
  }

  protected override charts({ days }: Days): readonly TemplateResult[] {
    const { language, dir } = this.words;
    const points = minutesByWeek(days, firstWeekday(language));
    const texts = chartTextsFor(language);
    return points.length > 0
      ? [lineChart({ label: this.texts.minutesByWeek, unit: 'min', points, language, dir, texts })]
      : [];
  }

  protected override fields({ date, title, duration, notes, exercises }: WorkoutDraft): TemplateResult {
    const { texts } = this;
    const set = (change: Partial<WorkoutDraft>): void => this.typed(change);
    const error = (id: string) => this.problemOf(id);
    const add = (): void => {
      const { exercises: now } = this.draft!;
      set({ exercises: [...now, { name: '', sets: [noSet] }] });
      void this.focusOn(`#exercise-${now.length}`);
    };
    return html`<div class="fields">
        ${textField({ id: 'date', label: texts.logDate, type: 'date', value: date, required: true, error: error('date'), input: (date) => set({ date }) })}
        ${textField({ id: 'duration', label: texts.duration, type: 'number', value: duration, min: 1, max: 1440, step: 1, error: error('duration'), input: (duration) => set({ duration }) })}
      </div>
      ${textField({ id: 'title', label: texts.workoutTitle, value: title, required: true, maxLength: 120, error: error('title'), input: (title) => set({ title }) })}
      ${exercises.map((exercise, n) => this.#exercise(exercise, n))}
      ${exercises.length < MOST ? html`<div class="actions"><button type="button" id="add-exercise" @click=${add}>${texts.addExercise}</button></div>` : nothing}
      ${textField({ id: 'notes', label: texts.logNotes, type: 'area', value: notes, maxLength: 2000, input: (notes) => set({ notes }) })}`;
  }

  /** Changes an exercise as it is typed now. */
  #put(n: number, change: (exercise: ExerciseDraft) => ExerciseDraft): void {
    this.typed({ exercises: this.draft!.exercises.map((each, at) => (at === n ? change(each) : each)) });
  }

  #exercise(exercise: ExerciseDraft, n: number): TemplateResult {
    const { texts } = this;
    const count = (number: number) => this.words.quantities.number(number);
    const remove = (): void => {
      this.typed({ exercises: without(this.draft!.exercises, n) });
      void this.focusOn('#add-exercise');
    };
    const add = (): void => {
      this.#put(n, ({ name, sets }) => ({ name, sets: [...sets, sets.at(-1) ?? noSet] }));
      void this.focusOn(`#reps-${n}-${exercise.sets.length}`);
    };
    const removeSet = (at: number): void => {
      this.#put(n, ({ name, sets }) => ({ name, sets: without(sets, at) }));
      void this.focusOn(`#add-set-${n}`);
    };
    const id = `exercise-${n}`;
    return html`<fieldset class="exercise">
      <legend>${filled(texts.exercise, { n: count(n + 1) })}</legend>
      ${textField({ id, label: texts.exerciseName, value: exercise.name, required: true, maxLength: 120, error: this.problemOf(id), input: (name) => this.#put(n, (now) => ({ ...now, name })) })}
      ${exercise.sets.map(
        (set, at) => html`<fieldset class="set">
          <legend>${filled(texts.set, { n: count(at + 1) })}</legend>
          <div class="four">${setFields.map((field) => this.#setField(field, set, n, at))}</div>
          <div class="actions"><button type="button" class="link" @click=${() => removeSet(at)}>${filled(texts.removeSet, { n: count(at + 1) })}</button></div>
        </fieldset>`,
      )}
      <div class="actions">
        ${exercise.sets.length < MOST ? html`<button type="button" id="add-set-${n}" @click=${add}>${texts.addSet}</button>` : nothing}
        <button type="button" class="link" @click=${remove}>${texts.removeExercise}</button>
      </div>
    </fieldset>`;
  }

  #setField(field: SetField, set: SetDraft, n: number, at: number): TemplateResult {
    const id = `${field}-${n}-${at}`;
    const step = field === 'reps' || field === 'seconds' ? 1 : 0.01;
    const input = (value: string): void =>
      this.#put(n, ({ name, sets }) => ({ name, sets: replaced(sets, at, { ...sets[at]!, [field]: value }) }));
    return textField({
      ...{ id, label: this.texts[`set_${field}`], type: 'number', value: set[field], input },
      ...{ min: 0, max: SET[field], step, error: this.problemOf(id) },
    });
  }
}
