import { html, nothing, type TemplateResult } from 'lit';

/** A column of a table: its title, and its content for an item. */
export interface Column<T> {
  readonly title: string;
  /** Whether the title is hidden, where the cells need none. */
  readonly quietTitle?: boolean;
  /** Whether its cells are numbers, which stand at the end. */
  readonly isNumber?: boolean;
  cell(item: T): unknown;
}

/** Renders rows and columns, which a phone shows as one row below the other; the roles hold the structure there. */
export function tableView<T>(label: string, columns: readonly Column<T>[], items: readonly T[]): TemplateResult {
  const end = ({ isNumber }: Column<T>) => (isNumber ? 'end' : nothing);
  const head = (column: Column<T>) =>
    html`<th role="columnheader" scope="col" class=${end(column)}><span class=${column.quietTitle ? 'vh' : nothing}>${column.title}</span></th>`;
  const cell = (column: Column<T>, item: T) =>
    html`<td role="cell" class=${end(column)}>
      ${column.quietTitle ? nothing : html`<span class="above" aria-hidden="true">${column.title}</span>`}
      <div>${column.cell(item)}</div>
    </td>`;
  return html`<table class="data" role="table" aria-label=${label}>
    <thead><tr role="row">${columns.map(head)}</tr></thead>
    <tbody>${items.map((item) => html`<tr role="row">${columns.map((column) => cell(column, item))}</tr>`)}</tbody>
  </table>`;
}
