import { isConflict } from '@coach-booking/sdk';
import { atom, type ReadableAtom } from 'nanostores';
import type { AdminCalls, Partner } from './calls.ts';
import type { Loaded } from '../reading/loader.ts';
import { errorsIn, fieldOf, formOf, patchOf, rebased, type PartnerField, type PartnerForm } from './partner-form.ts';
import type { AdminPhrase } from './texts/index.ts';

export interface EditorState {
  readonly partner: Loaded<Partner>;
  /** The typed form; null until the partner is read. */
  readonly form: PartnerForm | null;
  readonly phase: 'idle' | 'saving' | 'saved' | 'unchanged' | 'failed';
  readonly problem: unknown;
  /** Fields that were changed here and elsewhere at once; null when no other person saved in between. */
  readonly conflict: readonly PartnerField[] | null;
  readonly errors: Readonly<Record<string, AdminPhrase>>;
}

const start: EditorState = {
  partner: { phase: 'loading' },
  form: null,
  phase: 'idle',
  problem: null,
  conflict: null,
  errors: {},
};

/** Returns the form with these fields as the partner has them. */
function withNewest(form: PartnerForm, partner: Partner, of: readonly PartnerField[]): PartnerForm {
  const newest = formOf(partner);
  return { ...form, ...Object.fromEntries(of.map((field) => [field, newest[field]])) };
}

/**
 * The partner and its edited form. Typed changes survive a change of the section. Nothing is drawn as saved before the
 * server confirms it: allowed origins decide who gets in.
 */
export class PartnerEditor {
  readonly #state = atom<EditorState>(start);
  readonly $state: ReadableAtom<EditorState> = this.#state;
  readonly #calls: Pick<AdminCalls, 'getPartner' | 'updatePartner'>;

  constructor(calls: Pick<AdminCalls, 'getPartner' | 'updatePartner'>) {
    this.#calls = calls;
  }

  #set(change: Partial<EditorState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }

  /** Reads the partner; typed changes are applied to the newest version. Never rejects. */
  readonly load = async (): Promise<void> => {
    if (this.#state.get().partner.phase === 'failed') this.#set({ partner: { phase: 'loading' } });
    try {
      this.#take(await this.#calls.getPartner());
    } catch (problem) {
      // After a failure, an earlier version stays on the screen.
      if (this.#state.get().partner.phase === 'ready') this.#set({ phase: 'failed', problem });
      else this.#set({ partner: { phase: 'failed', problem } });
    }
  };

  /** Takes a newer version, and returns the fields that both changed. */
  #take(theirs: Partner): readonly PartnerField[] {
    const { partner, form } = this.#state.get();
    const next =
      partner.phase === 'ready' && form ? rebased(partner.value, form, theirs) : { form: formOf(theirs), both: [] };
    this.#set({ partner: { phase: 'ready', value: theirs }, form: next.form });
    return next.both;
  }

  change(change: Partial<PartnerForm>): void {
    const { form, phase } = this.#state.get();
    if (!form || phase === 'saving') return;
    const errors = Object.fromEntries(
      Object.entries(this.#state.get().errors).filter(([name]) => !(fieldOf(name) in change)),
    );
    this.#set({ form: { ...form, ...change }, phase: 'idle', problem: null, errors });
  }

  /** Discards the typed changes of these fields. */
  discard(of: readonly PartnerField[]): void {
    const { partner, form, phase } = this.#state.get();
    if (partner.phase !== 'ready' || !form || phase === 'saving') return;
    this.#set({ ...start, partner, form: withNewest(form, partner.value, of) });
  }

  /**
   * Sends the changed ones of these fields with the version that they are based on; what was typed into others stays.
   * After a version conflict, it shows the newest version with the own changes in it, and saves nothing by itself.
   * Returns whether the form was valid.
   */
  async save(of: readonly PartnerField[]): Promise<boolean> {
    const { partner, form, phase } = this.#state.get();
    if (partner.phase !== 'ready' || !form || phase === 'saving') return true;
    const errors = Object.fromEntries(
      Object.entries(errorsIn(form, partner.value)).filter(([name]) => of.includes(fieldOf(name))),
    );
    if (Object.keys(errors).length > 0) {
      this.#set({ errors, phase: 'idle', problem: null });
      return false;
    }
    const patch = patchOf(partner.value, form, of);
    if (!patch) {
      this.#set({ ...start, partner, form: withNewest(form, partner.value, of), phase: 'unchanged' });
      return true;
    }
    this.#set({ phase: 'saving', problem: null, errors: {} });
    try {
      const value = await this.#calls.updatePartner(patch);
      const next = withNewest(rebased(partner.value, form, value).form, value, of);
      this.#set({ ...start, partner: { phase: 'ready', value }, form: next, phase: 'saved' });
    } catch (problem) {
      await this.#refused(problem);
    }
    return true;
  }

  async #refused(problem: unknown): Promise<void> {
    if (!isConflict(problem) || problem.code !== 'VERSION_CONFLICT') return this.#set({ phase: 'failed', problem });
    try {
      const conflict = this.#take(await this.#calls.getPartner());
      this.#set({ phase: 'idle', problem: null, conflict });
    } catch (reading) {
      this.#set({ phase: 'failed', problem: reading });
    }
  }
}
