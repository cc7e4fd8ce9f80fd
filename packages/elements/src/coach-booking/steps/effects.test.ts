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
