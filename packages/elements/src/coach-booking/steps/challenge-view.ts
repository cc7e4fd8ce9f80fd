import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, BookingFlowState, Challenge } from '@coach-booking/sdk';
import type { ChallengeBox } from '../challenge/index.ts';
import type { View } from '../view.ts';

/** The challenge that one element's visitor sees. */
interface ChallengeState {
  status: 'loading' | 'shown' | 'expired' | 'failed';
  box?: ChallengeBox;
  /** The token that the flow last had, to notice that it was used up. */
  token?: string | undefined;
}

const challenges = new WeakMap<HTMLElement, ChallengeState>();

type ChallengeIntents = Pick<BookingFlowIntents, 'setChallengeToken'>;

function themeOf(element: HTMLElement): 'light' | 'dark' {
  const scheme = getComputedStyle(element).colorScheme;
  if (!scheme.includes('dark')) return 'light';
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Removes the challenge and its token when the visitor has left the form. */
export function dropChallenge(element: HTMLElement): void {
  challenges.get(element)?.box?.remove();
  challenges.delete(element);
}

function startChallenge(view: View, challenge: Challenge, { setChallengeToken }: ChallengeIntents): ChallengeState {
  const { element, format } = view;
  const mine: ChallengeState = { status: 'loading' };
  challenges.set(element, mine);
  const become = (status: ChallengeState['status'], token?: string) => {
    if (challenges.get(element) !== mine) return;
    mine.status = status;
    mine.token = token;
    setChallengeToken(token);
    view.setUi({});
  };
  const fail = () => {
    mine.box?.remove();
    become('failed');
  };
  const language = format.language.replace(/-u-.*/, '');
  const show = async () => {
    const { ChallengeBox } = await import('../challenge/index.ts');
    if (challenges.get(element) !== mine) return;
    mine.box = new ChallengeBox(element);
    const news = { passed: (token: string) => become('shown', token), expired: () => become('expired'), failed: fail };
    await mine.box.show(challenge, { language, theme: themeOf(element) }, news);
    if (mine.status === 'loading') become('shown', mine.token);
  };
  void show().catch(fail);
  return mine;
}

/** Renders the provider's challenge; another one once its token is used up. */
export function challengeView(
  view: View,
  { challenge, challengeToken }: BookingFlowState,
  intents: ChallengeIntents,
): TemplateResult | typeof nothing {
  const { say, element } = view;
  if (!challenge) return nothing;
  const mine = challenges.get(element) ?? startChallenge(view, challenge, intents);
  if (mine.token !== undefined && challengeToken === undefined) {
    mine.token = undefined;
    mine.box?.reset();
  }
  const again = () => {
    dropChallenge(element);
    view.setUi({});
    view.focus('#challenge');
  };
  return html`<div class="field" part="challenge" id="challenge" role="group" tabindex="-1" aria-labelledby="challenge-name">
    <p id="challenge-name">${say('check')}</p>
    <slot name="challenge"></slot>
    <div role="status">${status()}</div>
  </div>`;

  function status() {
    if (mine.status === 'loading') return html`<p class="quiet">${say('busy')}</p>`;
    if (mine.status === 'expired') return html`<p class="error">${say('checkExpired')}</p>`;
    if (mine.status !== 'failed') return nothing;
    return html`<p class="error">${say('checkFailed')}</p><button type="button" class="link" part="link" @click=${again}>${say('retry')}</button>`;
  }
}
