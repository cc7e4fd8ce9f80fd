import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION, FAMILY, givenMicrosoft, MAIN, type GivenMicrosoft } from '../../../test/graph/given-microsoft.ts';
import { callGraph } from './graph.ts';
import { microsoftCalendars } from './microsoft-calendars.ts';

let given: GivenMicrosoft;
beforeEach(async () => void (given = await givenMicrosoft()));
afterEach(() => given.close());

describe('the calendars of a Microsoft account', () => {
  it('lists names, and which can be written into, the main one first', async () => {
    given.graph.calendars.reverse();
    expect(await microsoftCalendars(given.core, CONNECTION)).toEqual([
      { id: MAIN, name: 'Calendar', isMain: true, canWrite: true },
      { id: FAMILY, name: 'Family', isMain: false, canWrite: true },
      { id: 'AAMkTeam=', name: 'Team', isMain: false, canWrite: false },
    ]);
  });

  it('lists nothing where Graph answers something else', async () => {
    given.graph.fail('page');
    await expect(microsoftCalendars(given.core, CONNECTION)).rejects.toMatchObject({
      code: 'BAD_ANSWER',
      kind: 'unavailable',
    });
  });

  it('sends its token to Graph alone', async () => {
    const call = { method: 'GET', path: 'https://graph.microsoft.com.example/v1.0/me/calendars' } as const;
    await expect(callGraph(given.core, { connectionId: CONNECTION }, call)).rejects.toMatchObject({ code: 'BAD_LINK' });
    expect(given.graph.asked).toEqual([]);
  });
});
