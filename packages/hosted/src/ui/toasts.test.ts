import { expect } from '@open-wc/testing';
import { showToast, type Toasts } from './toasts.ts';

const { setTimeout: realSet, clearTimeout: realClear } = window;
/** The runs that the toasts wait with, by number, and how long each. */
let due: Map<number, { run: () => void; after: number }>;

const toasts = () => document.querySelector<Toasts>('coach-toasts')!;
const shown = () => [...toasts().renderRoot.querySelectorAll('.toast p')].map(({ textContent }) => textContent);
const show = async (...given: Parameters<typeof showToast>) => {
  showToast(...given);
  await toasts().updateComplete;
  await toasts().updateComplete;
};
const region = () => toasts().renderRoot.querySelector<HTMLElement>('[role=status]')!;
const button = (text: string) =>
  [...toasts().renderRoot.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === text || each.ariaLabel === text,
  )!;
/** Lets the time of every toast be over. */
const pass = async () => {
  for (const { run } of [...due.values()]) run();
  await toasts().updateComplete;
};

describe('toasts', () => {
  beforeEach(() => {
    due = new Map();
    let last = 0;
    Object.assign(window, {
      setTimeout: (run: () => void, after: number) => {
        due.set(++last, { run, after });
        return last;
      },
      clearTimeout: (id: number) => due.delete(id),
    });
  });
  afterEach(() => {
    document.querySelector('coach-toasts')?.remove();
    Object.assign(window, { setTimeout: realSet, clearTimeout: realClear });
  });

  it('passes the accessibility check with an act and a problem', async () => {
    await show('Moved to Friday, 9:00.', { action: { text: 'Undo', run: () => {} } });
    await show('This was not saved.', { isProblem: true });
    Object.assign(window, { setTimeout: realSet, clearTimeout: realClear });
    for (const animation of toasts().shadowRoot!.getAnimations()) animation.finish();
    await expect(toasts()).to.be.accessible();
  });

  it('says a message in one live region in the lower corner, and moves nothing', async () => {
    const height = document.documentElement.scrollHeight;
    await show('Saved.');
    await show('Deleted.');
    expect(shown()).to.deep.equal(['Saved.', 'Deleted.']);
    expect(document.querySelectorAll('coach-toasts')).to.have.length(1);
    const { left, bottom } = toasts().getBoundingClientRect();
    expect(left).to.equal(16);
    expect(bottom).to.be.within(innerHeight - 90, innerHeight);
    expect(document.documentElement.scrollHeight).to.equal(height);
  });

  it('takes a message away after a while, later where something can be pressed', async () => {
    await show('Saved.');
    await show('Deleted.', { action: { text: 'Undo', run: () => {} } });
    const [text, act] = [...due.values()];
    expect(act!.after).to.be.greaterThan(text!.after);
    await pass();
    expect(shown()).to.deep.equal([]);
  });

  it('keeps messages while one is pointed at or has the focus, and begins their time anew', async () => {
    await show('Saved.');
    region().dispatchEvent(new PointerEvent('pointerenter'));
    expect(due.size).to.equal(0);
    await show('Deleted.');
    expect(due.size).to.equal(0);
    region().dispatchEvent(new PointerEvent('pointerleave'));
    expect(due.size).to.equal(2);
    button('Close').focus();
    expect(due.size).to.equal(0);
  });

  it('runs its act once and goes', async () => {
    let undone = 0;
    await show('Deleted.', { action: { text: 'Undo', run: () => undone++ } });
    button('Undo').click();
    await toasts().updateComplete;
    expect([undone, shown()]).to.deep.equal([1, []]);
  });

  it('keeps the three newest', async () => {
    for (const text of ['1', '2', '3', '4']) await show(text);
    expect(shown()).to.deep.equal(['2', '3', '4']);
  });

  it('goes by its button', async () => {
    await show('Saved.');
    button('Close').click();
    await toasts().updateComplete;
    expect(shown()).to.deep.equal([]);
  });
});
