import type { Coach } from '@coach-booking/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../../translations/index.ts';
import { icon, icons } from '../icons.ts';
import { initials } from '../view.ts';
import type { Team } from './read-team.ts';

const people = icon(
  'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.5 16c.4-3 2.4-4.5 5-4.5s4.6 1.5 5 4.5M13 9.5a2.4 2.4 0 1 0-.6-4.7M14.5 12c1.8.6 2.8 1.9 3 4',
);

/** The input of the view. */
export interface ChooserState {
  readonly say: Say;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Null while it is read. */
  readonly team: Team | null;
  /** The widget of the choice. */
  readonly widget: HTMLElement | undefined;
  /** Called with the slug of a coach, or null for any of them. */
  choose(slug: string | null): void;
  /** Null where there is one coach alone. */
  readonly back: (() => void) | null;
}

/** Moves the focus between the cards, as between the options of a group. */
function move(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const list = event.currentTarget as HTMLElement;
  if (!by) return;
  event.preventDefault();
  const cards = [...list.querySelectorAll<HTMLElement>('button')];
  const at = cards.findIndex((card) => card.matches(':focus'));
  cards[(at + by + cards.length) % cards.length]?.focus();
}

/** Renders the coaches to choose from; once one is chosen, the widget, and above it the way back. */
export function chooserView(state: ChooserState): TemplateResult {
  const { language, dir, widget, say, back } = state;
  return html`<div class="root" lang=${language} dir=${dir}>
    ${
      widget
        ? html`${back ? html`<button type="button" class="back" part="back" @click=${back}>${icons.back}${say('teamBack')}</button>` : nothing}${widget}`
        : html`<section class="frame" part="base" aria-busy=${!state.team}>${teamView(state)}</section>`
    }
  </div>`;
}

function teamView({ say, choose, team }: ChooserState): TemplateResult {
  if (team?.coaches.length === 0) return html`<p role="status" part="notice">${say('teamNone')}</p><slot></slot>`;
  return html`<h3 id="step" tabindex="-1">${say('teamChoose')}</h3>
    ${
      team
        ? html`<div class="people" role="group" aria-labelledby="step" @keydown=${move}>
            ${team.names === null ? nothing : anyView(say, choose)}${team.coaches.map((coach) => personView(coach, choose))}
          </div>`
        : html`<div class="people wait"><i></i><i></i><i></i><i></i></div>`
    }`;
}

function anyView(say: Say, choose: ChooserState['choose']): TemplateResult {
  return html`<button type="button" class="person any" part="coach-button coach-any" @click=${() => choose(null)}>
    <span class="face">${people}</span><span class="words"><b>${say('teamAny')}</b><span>${say('teamAnyText')}</span></span>${icons.forward}
  </button>`;
}

function personView(
  { name, slug, photo, specialties, strengths }: Coach,
  choose: ChooserState['choose'],
): TemplateResult {
  const good = (strengths.length > 0 ? strengths : specialties).slice(0, 3).join(' · ');
  return html`<button type="button" class="person" part="coach-button" @click=${() => choose(slug)}>
    <span class="face" aria-hidden="true">${initials(name)}${photo ? html`<img src=${photo.small} alt="" />` : nothing}</span>
    <span class="words"><b><bdi>${name}</bdi></b>${good ? html`<span><bdi>${good}</bdi></span>` : nothing}</span>${icons.forward}
  </button>`;
}
