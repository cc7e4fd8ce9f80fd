const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is safe to place inside other markup. */
export class Html {
  constructor(readonly markup: string) {}
}

const render = (value: Html | string | number | readonly Html[]): string =>
  value instanceof Html
    ? value.markup
    : Array.isArray(value)
      ? value.map(render).join('')
      : String(value).replace(/[&<>"']/g, (c) => entities[c]!);

/**
 * Makes markup from a template: every value is escaped for text and quoted attributes, unless it is itself the result
 * of `html`.
 */
export function html(strings: TemplateStringsArray, ...values: (Html | string | number | readonly Html[])[]): Html {
  return new Html(strings.reduce((page, part, i) => page + render(values[i - 1] ?? '') + part));
}
