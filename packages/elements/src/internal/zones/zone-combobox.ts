import { html, nothing, type TemplateResult } from 'lit';
import { choiceOf, zonesFor, type ZoneChoice } from './zone-search.ts';

/** The open list: what was typed, and the place of the option that the keyboard is on. */
export interface ZoneSearch {
  readonly typed: string;
  readonly active: number;
}

/** A choice of a zone, and what it does. */
export interface ZoneCombobox {
  readonly id: string;
  readonly texts: { readonly label: string; readonly none: string };
  /** The zone that is chosen. */
  readonly zone: string;
  /** Zones that come first, with whose they are. */
  readonly near: ReadonlyMap<string, string>;
  /** The moment of the offsets, in ms since the epoch. */
  readonly at: number;
  /** Absent while the list is closed. */
  readonly search: ZoneSearch | undefined;
  change(search: ZoneSearch | undefined): void;
  choose(zone: string): void;
}

const textOf = ({ city, offset }: ZoneChoice): string => (city === offset ? city : `${city} · ${offset}`);

/** Scrolls the active option into view, once it is drawn. */
const showActive = (input: HTMLElement): void =>
  void requestAnimationFrame(() => {
    const root = input.getRootNode() as ShadowRoot;
    root.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.scrollIntoView({ block: 'nearest' });
  });

/** Renders an editable combobox with a list of zones (ARIA pattern): typing searches, arrows move, Enter chooses. */
export function zoneCombobox(given: ZoneCombobox): TemplateResult {
  const { id, texts, zone, near, at, search, change, choose } = given;
  const found = search ? zonesFor(search.typed, at, [...near.keys()]) : [];
  const active = search ? found[search.active] : undefined;
  const label = textOf(choiceOf(zone, at));
  const open = (): void => {
    if (!search) change({ typed: '', active: [...near.keys()].indexOf(zone) });
  };
  const take = (choice: ZoneChoice): void => {
    change(undefined);
    if (choice.zone !== zone) choose(choice.zone);
  };
  const press = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && !search) open();
    else if (step) change({ ...search!, active: (search!.active + step + found.length) % (found.length || 1) });
    else if (event.key === 'Enter' && active) take(active);
    // What is around, such as a dialog, stays open.
    else if (event.key === 'Escape' && search) change(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
    showActive(input);
  };
  const option = (choice: ZoneChoice, place: number) =>
    html`<button type="button" tabindex="-1" id="${id}-${place}" role="option" aria-selected=${choice.zone === zone} ?data-active=${choice === active} @click=${() => take(choice)}>
      <bdi>${textOf(choice)}</bdi> <span class="quiet"><bdi>${near.get(choice.zone) || choice.region}</bdi></span>
    </button>`;
  return html`<span class="zones">
    <input id=${id} role="combobox" part="zone-input" aria-label=${texts.label} aria-autocomplete="list" aria-expanded=${!!search} aria-controls="${id}-list" aria-activedescendant=${active ? `${id}-${search!.active}` : nothing} autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${label} .value=${search ? search.typed : label}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      @click=${open}
      @input=${(event: Event) => change({ typed: (event.target as HTMLInputElement).value, active: 0 })}
      @keydown=${press}
      @blur=${() => search && change(undefined)} />
    <span class="found" ?hidden=${!search} @mousedown=${(event: Event) => event.preventDefault()}>
      <div id="${id}-list" role="listbox" aria-label=${texts.label} ?hidden=${found.length === 0}>${found.map(option)}</div>
      <span role="status">${search && found.length === 0 ? html`<span class="quiet">${texts.none}</span>` : nothing}</span>
    </span>
  </span>`;
}
