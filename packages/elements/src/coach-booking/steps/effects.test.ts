import { expect } from '@open-wc/testing';
import { bookingStates, now } from '../../../test/states.ts';
import { initialUi, type View } from '../view.ts';
import { Effects } from './effects.ts';
import { clockText, markPassed, secondsLeft } from './countdown.ts';

const { slots, details, confirmed } = bookingStates;

/** The effects on a clock that the test moves. */
function counting() {
  const announcements: string[] = [];
  let at = now;
  let tick: (() => void) | undefined;
  const view = () =>
    ({
      element: document.createElement('p'),
      now: at,
      ui: initialUi,
      say: (phrase: string, values: object) => `${phrase} ${JSON.stringify(values)}`,
      setUi: ({ announcement }: { announcement?: string }) => announcement && announcements.push(announcement),
      focus: () => {},
    }) as unknown as View;
  const effects = new Effects(view, (run) => {
    tick = run;
    return () => (tick = undefined);
  });
  return {
    effects,
    announcements,
    running: () => !!tick,
    pass(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        at += 1000;
        tick?.();
      }
    },
  };
}

describe('what a recovery’s link restores', () => {
  /** The effects of an element with these attributes, and what they did to the flow. */
  const restoring = (attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement('p');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const done: unknown[] = [];
    const flow = {
      $state: { get: () => slots },
      chooseSlot: (slot: object) => done.push(slot),
      setDetails: (change: object) => done.push(change),
    };
    const view = () => ({ element, ui: initialUi, setUi: () => {}, say: () => '', format: {}, focus: () => {} });
    const effects = new Effects(view as unknown as () => View);
    return { effects, done, run: { flow } as unknown as Parameters<Effects['begun']>[0]['run'] };
  };

  it('goes into the flow once, when the slots are there', async () => {
    const start = '2028-04-18T09:00:00Z';
    const { effects, done, run } = restoring({ 'prefill-start': start, 'prefill-resume': 'the.token' });
    effects.begun({ run, problem: undefined });
    effects.begun({ run, problem: undefined });
    await Promise.resolve();
    const minutes = (Date.parse((done[1] as { end: string }).end) - Date.parse(start)) / 60_000;
    expect(done).to.have.length(2);
    expect(done[0]).to.deep.equal({ resume: 'the.token' });
    expect([(done[1] as { start: string }).start, minutes]).to.deep.equal([start, slots.service!.duration]);
  });

  it('leaves the flow alone without the attributes', async () => {
    const { effects, done, run } = restoring({});
    effects.begun({ run, problem: undefined });
    await Promise.resolve();
    expect(done).to.deep.equal([]);
  });
});

describe('the countdown of a hold', () => {
  it('runs while the details are typed, and no longer', () => {
    const { effects, running } = counting();
    effects.changed(details, slots);
    expect(running()).to.equal(true);
    effects.changed(confirmed, details);
    expect(running()).to.equal(false);
  });

  it('speaks the countdown three times in five minutes', () => {
    const { effects, announcements, pass } = counting();
    effects.changed(details, slots);
    pass(300);
    expect(announcements).to.deep.equal([
      'heldLeft {"seconds":120}',
      'heldLeft {"seconds":60}',
      'heldLeft {"seconds":30}',
    ]);
  });

  it('counts whole seconds down to none', () => {
    expect([secondsLeft(10_500, 0), secondsLeft(10_000, 0), secondsLeft(1, 0), secondsLeft(0, 5000)]).to.deep.equal([
      11, 10, 1, 0,
    ]);
  });

  it('announces each mark once, also after a late tick', () => {
    expect([markPassed(null, 119), markPassed(121, 119), markPassed(119, 118), markPassed(125, 20)]).to.deep.equal([
      null,
      120,
      null,
      120,
    ]);
  });

  it('writes the countdown with the digits of the language', () => {
    expect(clockText(245, (value, digits = 1) => String(value).padStart(digits, '0'))).to.equal('4:05');
  });
});
