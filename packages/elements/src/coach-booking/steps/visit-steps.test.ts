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

  it('counts nothing of a visitor who manages a booking', () => {
    expect(counted(Object.values(manageStates))).to.deep.equal([]);
  });
});
