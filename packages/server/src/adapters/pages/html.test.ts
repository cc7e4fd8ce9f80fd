import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes text and quoted attributes', () => {
  const page = html`<a title="${'"><script>'}">${"Tom & Jerry's"}</a>`;
  expect(page.markup).toBe('<a title="&quot;&gt;&lt;script&gt;">Tom &amp; Jerry&#39;s</a>');
});

test('keeps nested markup, lists of it too', () => {
  const page = html`<ul>${[html`<li>${1}</li>`, html`<li>${'<'}</li>`]}</ul>`;
  expect(page.markup).toBe('<ul><li>1</li><li>&lt;</li></ul>');
});
