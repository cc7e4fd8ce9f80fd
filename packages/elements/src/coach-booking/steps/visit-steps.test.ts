import { expect } from '@open-wc/testing';
import { atom } from 'nanostores';
import { bookingStates, manageStates } from '../../../test/states.ts';
import { countSteps, type VisitedState } from './visit-steps.ts';

type State = ReturnType<VisitedState['get']>;
const { loading, services, slots, holding, details } = bookingStates;
const id = slots.service!.id;

/** Counts the steps of states that follow each other, and returns what was sent. */
function counted(states: readonly State[], search = ''): object[] {
  const sent: object[] = [];
  const $state = atom<State>(states[0]!);
  const stop = countSteps(
    { publishableKey: 'pk_test_x', baseUrl: 'https://api.example' },
    $state,
    (url, body) => {
      expect(url).to.equal(`https://api.example/v1/coaches/${slots.coach!.id}/visits?key=pk_test_x`);
      sent.push(JSON.parse(body));
    },
    { search } as Location,
  );
  for (const state of states.slice(1)) $state.set(state);
  stop();
  $state.set(details);
  return sent;
}

describe('the steps of a visit that are counted', () => {
  it('counts the visit, the times shown and the time chosen, once each', () => {
    const seen = { step: 'viewed', isFirst: true, serviceId: id };
    const all = [loading, slots, { ...slots }, holding, details, slots, holding, details];
    expect(counted(all)).to.deep.equal([seen, { step: 'chosen', serviceId: id }]);
  });

  it('counts a visit that starts with the services before one is chosen', () => {
    expect(counted([services, slots])).to.deep.equal([
      { step: 'viewed', isFirst: true },
      { step: 'viewed', serviceId: id },
    ]);
  });

  it('counts what happened before it was there', () => {
    expect(counted([details])).to.deep.equal([
      { step: 'viewed', isFirst: true, serviceId: id },
      { step: 'chosen', serviceId: id },
    ]);
  });

  it('names the campaign of the page and nothing else of it', () => {
    const search = `?utm_source=${'x'.repeat(300)}&utm_campaign=spring&email=ana@example.com`;
    expect(counted([slots], search)).to.deep.equal([
      { step: 'viewed', isFirst: true, serviceId: id, source: 'x'.repeat(200) },
    ]);
  });

  it('counts one visit where any of several coaches is booked, and the choice for the one who is assigned', () => {
    const sent: string[] = [];
    const $state = atom<State>(services);
    const visited = { services: 'a', slots: 'a', details: 'b' } as const;
    const stop = countSteps(
      { publishableKey: 'pk_test_x', baseUrl: 'https://api.example' },
      $state,
      (url, body) => void sent.push(`${/coaches\/(.)/.exec(url)![1]} ${body}`),
      { search: '' } as Location,
      ({ phase, service }) => {
        const coach = visited[phase as keyof typeof visited];
        return coach ? { coach, ...(service && { serviceId: `${coach}-1` }) } : null;
      },
    );
    for (const state of [slots, holding, details, slots, details]) $state.set(state as State);
    stop();
    expect(sent).to.deep.equal([
      'a {"step":"viewed","isFirst":true}',
      'a {"step":"viewed","serviceId":"a-1"}',
      'b {"step":"viewed","serviceId":"b-1"}',
      'b {"step":"chosen","serviceId":"b-1"}',
    ]);
  });

  it('counts nothing of a visitor who manages a booking', () => {
    expect(counted(Object.values(manageStates))).to.deep.equal([]);
  });
});
