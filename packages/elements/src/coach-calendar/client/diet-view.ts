import { html, nothing } from 'lit';
import type { Part } from './context.ts';
import { foldedList } from './folded-list.ts';

type Day = Part['diet']['days'][number];
type Meal = Day['entries'][number];

const macros = ['proteinG', 'carbsG', 'fatG'] as const;

/** Renders the meals, day by day, the newest first, and the average per day. */
export function dietView(part: Part): unknown {
  const { say, date, diet } = part;
  const counted = diet.days.flatMap(({ calories }) => (calories === null ? [] : calories));
  const average = counted.reduce((sum, calories) => sum + calories, 0) / counted.length;
  return html`<section part="client-diet">
    <h3>${say('diet')}</h3>
    ${
      diet.days.length === 0
        ? html`<p class="none">${say('nothing', { date: date(diet.from) })}</p>`
        : html`${counted.length > 0 ? html`<p>${say('average', { amount: energy(part, Math.round(average)), count: counted.length })}</p>` : nothing}
          ${foldedList(say, diet.days, (day) => dayView(part, day))}`
    }
  </section>`;
}

const energy = ({ say, quantities }: Part, calories: number): string =>
  say('kcal', { amount: quantities.number(calories) });

const dayView = (part: Part, { date, calories, entries }: Day): unknown =>
  html`<p><b>${part.date(date)}</b> ${calories === null ? nothing : html`<span class="quiet">${energy(part, calories)}</span>`}</p>
    <ul class="answers">${entries.map((entry) => mealView(part, entry))}</ul>`;

function mealView(part: Part, entry: Meal): unknown {
  const { say, quantities } = part;
  const facts = [
    ...(entry.calories === undefined ? [] : [energy(part, entry.calories)]),
    ...macros.flatMap((name) => {
      const grams = entry[name];
      return grams === undefined ? [] : [say(name, { amount: quantities.value(grams, 'g') })];
    }),
  ];
  return html`<li>
    ${say(entry.meal)}: <bdi>${entry.description}</bdi>
    ${facts.length > 0 ? html`<br /><small class="quiet">${facts.join(say('listComma'))}</small>` : nothing}
    ${entry.notes ? html`<br /><bdi class="typed">${entry.notes}</bdi>` : nothing}
  </li>`;
}
