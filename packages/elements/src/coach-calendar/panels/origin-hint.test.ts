import { expect } from '@open-wc/testing';
import { calendarProblem } from '../../../test/calendar-states.ts';
import { explainOrigin } from './origin-hint.ts';

describe('the hint about the origin of the page', () => {
  const real = { fetch: globalThis.fetch, error: globalThis.console.error };
  let asked: string[] = [];
  let written: string[] = [];
  /** Answers the request without a preflight with this status; null is no answer. */
  const given = (status: number | null) => {
    [asked, written] = [[], []];
    globalThis.fetch = (async (url: string) => {
      asked.push(url);
      if (status === null) throw new TypeError('Failed to fetch');
      return new Response('{}', { status });
    }) as typeof fetch;
    globalThis.console.error = (text: string) => void written.push(text);
  };
  afterEach(() => {
    globalThis.fetch = real.fetch;
    globalThis.console.error = real.error;
  });
  const offline = () => calendarProblem('offline', { intent: 'load' });

  it('names the setting, where the API answers and only its preflight does not allow the page', async () => {
    given(401);
    const problem = offline();
    await explainOrigin('https://book.example', problem);
    await explainOrigin('https://book.example', problem);
    expect(asked).to.deep.equal(['https://book.example/v1/me']);
    expect(written).to.have.length(1);
    expect(written[0]).to.contain(location.origin).and.contain('https://book.example/admin#partner');
  });

  it('shows no hint without an answer, after other failures, and on the pages of the API', async () => {
    given(null);
    await explainOrigin('https://book.example', offline());
    expect([asked.length, written]).to.deep.equal([1, []]);
    given(401);
    await explainOrigin('https://book.example', calendarProblem('server', { intent: 'load' }));
    await explainOrigin(location.origin, offline());
    expect([asked, written]).to.deep.equal([[], []]);
  });
});
