import { html, svg, type TemplateResult } from 'lit';
import { saveFile } from '../../files/save-file.ts';
import { csvOf, shareOf, type Figures } from './figures.ts';

/** The words of every chart. */
export interface ChartWords {
  readonly table: string;
  readonly download: string;
  readonly none: string;
}

/** The part of a chart between its title and its table, and the sentence that describes it. */
export interface Picture {
  readonly label: string;
  readonly drawn: TemplateResult;
}

/** Writes a value of a column, or a dash where there is none. */
const written = ({ columns }: Figures, column: number, value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : columns[column]!.write(value);

/** Returns figures in a sentence: each name with the value of a column. */
function labelOf(figures: Figures, column: number): string {
  const { title, rows } = figures;
  return `${title}: ${rows.map(({ name, values }) => `${name} ${written(figures, column, values[column])}`).join('; ')}`;
}

/** Draws a bar for each row, as long as the value of one column. */
export function barsOf(figures: Figures, isRtl: boolean, column = 0): Picture {
  const bar = (share: number) => svg`<rect x=${isRtl ? 100 - share : 0} y="0" width=${share} height="10" />`;
  return {
    label: labelOf(figures, column),
    drawn: html`<div class="bars">
      ${figures.rows.map(
        ({ name, values }) =>
          html`<span class="bar-name"><bdi>${name}</bdi></span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">${bar(shareOf(figures, column, values[column]!))}</svg>
            <span class="bar-value">${written(figures, column, values[column])}</span>`,
      )}
    </div>`,
  };
}

/** Draws two columns for each row beside each other in time: the first behind the second, by one scale. */
export function columnsOf(figures: Figures, isRtl: boolean): Picture {
  const { rows, columns } = figures;
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const column = (of: number) =>
    rows.map(({ values }, n) => {
      const height = Math.round(((values[of] ?? 0) * 1000) / most) / 10;
      const at = isRtl ? rows.length - 1 - n : n;
      return svg`<rect x=${at * 10 + 1} y=${100 - height} width="8" height=${height} />`;
    });
  const key = (of: number, mark: string) => html`<span class="key ${mark}">${columns[of]!.title}</span>`;
  return {
    label: labelOf(figures, 0),
    drawn: html`<div class="columns">
      <svg viewBox="0 0 ${Math.max(1, rows.length) * 10} 100" preserveAspectRatio="none">
        <g class="behind">${column(0)}</g>
        <g>${column(1)}</g>
      </svg>
      <div class="ends"><span>${rows[0]?.name}</span><span>${rows.at(-1)?.name}</span></div>
      <div class="keys">${key(0, 'behind')}${key(1, 'before')}</div>
    </div>`,
  };
}

/** A field of a week: a day from 0, Sunday, an hour, and a number. */
export interface WeekField {
  readonly dayOfWeek: number;
  readonly hour: number;
  readonly count: number;
}

/** Draws a week as fields, a day a row and an hour a column, each the darker the greater its number. */
export function weekOf(
  figures: Figures,
  fields: readonly WeekField[],
  { isRtl, weekStart, weekday, hour }: WeekWords,
): Picture {
  const hours = fields.map((field) => field.hour);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const most = Math.max(...fields.map(({ count }) => count));
  const at = (of: number) => (isRtl ? last - of : of - first) * 10;
  const field = ({ dayOfWeek, hour: of, count }: WeekField) =>
    svg`<rect x=${at(of) + 0.5} y=${((dayOfWeek - weekStart + 7) % 7) * 10 + 0.5} width="9" height="9" fill-opacity=${0.2 + Math.round((count * 80) / most) / 100}></rect>`;
  return {
    label: labelOf(figures, 0),
    drawn: html`<div class="week">
      <div class="week-days">${[0, 1, 2, 3, 4, 5, 6].map((n) => html`<span>${weekday((weekStart + n) % 7)}</span>`)}</div>
      <svg viewBox="0 0 ${(last - first + 1) * 10} 70" preserveAspectRatio="none">${fields.map(field)}</svg>
      <div class="ends"><span>${hour(first)}</span><span>${first === last ? '' : hour(last)}</span></div>
    </div>`,
  };
}

/** The words and the direction of a week. */
export interface WeekWords {
  readonly isRtl: boolean;
  /** 0 is Sunday. */
  readonly weekStart: number;
  weekday(day: number): string;
  hour(hour: number): string;
}

/** Draws points against the diagonal, where they would lie if all came true. Both values are shares, 0 to 100. */
export function diagonalOf(figures: Figures, isRtl: boolean, axes: { x: string; y: string }): Picture {
  const place = (along: number) => (isRtl ? 100 - along : along);
  const points = figures.rows.flatMap(({ values: [x, y] }) =>
    x === null || x === undefined || y === null || y === undefined ? [] : [`M${place(x)} ${100 - y}h.01`],
  );
  return {
    label: labelOf(figures, 1),
    drawn: html`<div class="diagonal">
      <span class="axis">${axes.y}</span>
      <svg viewBox="0 0 100 100">
        <path class="grid" d="M0 0H100V100H0Z M0 50H100 M50 0V100" />
        <path class="even" d=${isRtl ? 'M100 100L0 0' : 'M0 100L100 0'} />
        <path class="points" d=${points.join('')} />
      </svg>
      <span class="axis">${axes.x}</span>
    </div>`,
  };
}

const tableOf = (figures: Figures): TemplateResult => {
  const { of, columns, rows } = figures;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${of}>
    <table>
      <thead>
        <tr><th scope="col">${of}</th>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, values }) =>
            html`<tr><th scope="row"><bdi>${name}</bdi></th>${columns.map((_, n) => html`<td>${written(figures, n, values[n])}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/**
 * Renders figures: a title, their picture with a sentence for those who do not see it, and behind a disclosure the
 * table with its file. Without rows it shows that there are none.
 */
export function chart(
  figures: Figures,
  picture: (figures: Figures) => Picture,
  words: ChartWords,
  save: (name: string, text: string) => void = saveFile,
): TemplateResult {
  const { title, file, rows } = figures;
  if (rows.length === 0)
    return html`<figure><figcaption><h3>${title}</h3></figcaption><p class="quiet">${words.none}</p></figure>`;
  const { label, drawn } = picture(figures);
  return html`<figure>
    <figcaption><h3>${title}</h3></figcaption>
    <div role="img" aria-label=${label}>${drawn}</div>
    <details>
      <summary>${words.table}<span class="vh">: ${title}</span></summary>
      ${tableOf(figures)}
      <div class="actions">
        <button type="button" @click=${() => save(`${file}.csv`, csvOf(figures))}>${words.download}<span class="vh">: ${title}</span></button>
      </div>
    </details>
  </figure>`;
}
