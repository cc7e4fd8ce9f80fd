import { html, nothing, type TemplateResult } from 'lit';
import type { FoundPerson } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { textField, type TextField, type Typed } from '../../../internal/fields.ts';
import type { FormState } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';
import type { CreateForm } from './create-form.ts';

/** Milliseconds without another letter before a search starts, and the number of letters that are too few. */
const TYPING_PAUSE = 250;
const FEWEST_LETTERS = 2;

/** The input of the search: its panel, and the typed form. */
export interface PersonSearch {
  readonly panel: Panel;
  readonly view: View;
  readonly flow: Flow;
  readonly form: FormState<CreateForm>;
  readonly typed: Typed<CreateForm>;
}

const waiting = new WeakMap<Panel, ReturnType<typeof setTimeout>>();
const CLOSED = { listOpen: false, active: -1 } as const;

/** Searches people once the typing pauses. An answer to an earlier text is dropped. */
function search({ panel, flow, form }: PersonSearch, name: string): void {
  form.set({ name, ...CLOSED, found: null, searchFailed: false });
  clearTimeout(waiting.get(panel));
  if (name.trim().length < FEWEST_LETTERS) return;
  const look = async () => {
    const found = await flow.findPeople(name);
    if (form.value.name !== name || form.value.person) return;
    form.set({ found, searchFailed: found === null, listOpen: !!found?.length, active: -1 });
  };
  waiting.set(
    panel,
    setTimeout(() => void look(), TYPING_PAUSE),
  );
}

/** Returns a part of the form once it is drawn. */
async function drawn({ view }: PersonSearch, id: string): Promise<HTMLElement | null> {
  await (view.element as HTMLElement & { readonly updateComplete?: Promise<unknown> }).updateComplete;
  return view.element.shadowRoot!.querySelector<HTMLElement>(`#${id}`);
}

async function focusOn(context: PersonSearch, id: string): Promise<void> {
  (await drawn(context, id))?.focus();
}

/** Moves the keys to an option, and scrolls the panel to it. */
async function reach(context: PersonSearch, active: number): Promise<void> {
  context.form.set({ listOpen: true, active });
  (await drawn(context, `new-person-${active}`))?.scrollIntoView({ block: 'nearest' });
}

function choose(context: PersonSearch, person: FoundPerson): void {
  clearTimeout(waiting.get(context.panel));
  context.form.set({ person, ...CLOSED });
  void focusOn(context, 'new-other');
}

/** Handles the keys of an editable combobox with manual selection (APG): the list never fills the field by itself. */
function pressed(context: PersonSearch, event: KeyboardEvent): void {
  const { form } = context;
  const { found, listOpen, active } = form.value;
  if (event.isComposing || !found?.length) return;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step) {
    const from = listOpen ? active : -1;
    void reach(context, from < 0 ? (step > 0 ? 0 : found.length - 1) : (from + step + found.length) % found.length);
  } else if (event.key === 'Enter' && listOpen && found[active]) choose(context, found[active]);
  else if (event.key === 'Escape' && listOpen) form.set(CLOSED);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Renders name, kind, and what distinguishes two people of one name. */
function personText({ view: { say } }: PersonSearch, { kind, name, email, phone }: FoundPerson): TemplateResult {
  return html`<b><bdi>${name}</bdi></b>
    <span class="quiet">${say(kind === 'client' ? 'withAccount' : 'withoutAccount')}${[email, phone].map((one) => (one ? html` · <bdi dir="ltr">${one}</bdi>` : nothing))}</span>`;
}

/** Renders the field of the name, in which people are searched by name, e-mail or phone. */
export function nameField(context: PersonSearch, more: Partial<TextField>): TemplateResult {
  const { typed, form, view } = context;
  const { say } = view;
  const { found, listOpen, active, searchFailed } = form.value;
  const people = found ?? [];
  const picked = (on: Element) => {
    const person = people[Number(on.closest<HTMLElement>('[role=option]')?.dataset['n'] ?? -1)];
    if (person) choose(context, person);
  };
  return html`<div
    class="combo"
    @keydown=${(event: KeyboardEvent) => pressed(context, event)}
    @click=${({ target }: Event) => picked(target as Element)}
    @focusout=${() => form.value.listOpen && form.set(CLOSED)}
  >
    ${textField({
      id: 'new-name',
      label: say('name'),
      hint: say('findHint'),
      value: typed.value.name,
      busy: typed.busy,
      combobox: {
        list: 'new-people',
        open: listOpen,
        active: listOpen && people[active] ? `new-person-${active}` : null,
      },
      ...more,
      input: (name) => search(context, name),
    })}
    <ul id="new-people" role="listbox" aria-label=${say('found')} ?hidden=${!listOpen}>
      ${people.map(
        (person, n) =>
          html`<li id="new-person-${n}" role="option" aria-selected=${n === active} @pointerdown=${(event: Event) => event.preventDefault()} data-n=${n}>${personText(context, person)}</li>`,
      )}
    </ul>
    <span class="vh" role="status">${found ? say('foundCount', { count: people.length }) : nothing}</span>
    ${searchFailed ? html`<p class="quiet">${say('searchFailed')}</p>` : nothing}
  </div>`;
}

/** Renders the person who was chosen, and the button that goes back to the field. */
export function chosenPerson(context: PersonSearch, person: FoundPerson): TemplateResult {
  const { form, typed, view } = context;
  const other = () => {
    if (typed.busy) return;
    form.set({ person: null, found: null });
    void focusOn(context, 'new-name');
  };
  return html`<p class="chosen">${personText(context, person)}</p>
    <button type="button" class="soft start" id="new-other" part="button other-person" aria-disabled=${typed.busy} @click=${other}>${view.say('otherPerson')}</button>`;
}
