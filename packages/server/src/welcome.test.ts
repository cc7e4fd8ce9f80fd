import { expect, it } from 'vitest';
import { welcome } from './welcome.ts';

it('S26 leads to the test coaches of the demo, whoever else is on the server', () => {
  const text = welcome({ url: 'http://h:1', demoUrl: 'http://h:2', mailFolder: null, setupCode: null, notes: [] });
  expect(text).toContain('http://h:1/book/coach-a?key=pk_test_demo');
});
