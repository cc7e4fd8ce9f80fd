import { css } from 'lit';
import { moreTokens } from '../../../internal/theme/more-tokens.ts';
import { acts } from './acts.ts';
import { content } from './content.ts';
import { dialog } from './dialog.ts';
import { form } from './form.ts';
import { hours } from './hours.ts';
import { hues } from './hues.ts';
import { notices } from './notices.ts';
import { tray } from './tray.ts';

/** The colours that the panels take from the host where it has them; the names are those of `<coach-booking>`. */
const frame = css`
  .panel {
    gap: 12px;
    padding: 0 20px 20px;
    text-align: start;
  }
  /* The last child of each takes the foot of the dialog, so that its buttons do not move with the content. */
  .panel,
  .panel > div,
  .panel > .step,
  .panel form.fill,
  .panel > form {
    display: flex;
    flex-direction: column;
    flex: 1 0 auto;
    min-width: 0;
  }
  .panel > header {
    display: flex;
    align-items: center;
    gap: 8px;
    position: sticky;
    top: 0;
    z-index: 2;
    margin-inline: -20px;
    padding: 8px 20px 4px;
    background: var(--bg);
  }
  .panel .quiet {
    color: var(--quiet);
  }
  .panel > header h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--text-l);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .panel > header .icon:first-child {
    margin-inline-start: -12px;
  }
  .panel > header .icon:last-child {
    margin-inline-end: -12px;
  }
  [dir='rtl'] .panel > header .icon:first-child svg {
    transform: scaleX(-1);
  }
  .panel h2:focus-visible,
  .panel .step:focus {
    outline: none;
  }
  /* A taller step that gets the focus stays below the header. */
  .panel .step {
    scroll-margin-block-start: 64px;
  }
  .panel h3 {
    font-size: var(--text-m);
    line-height: 1.4;
  }
  .panel :is(.step, section, form) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
    min-width: 0;
  }
  .panel > :is(.step, form) {
    display: flex;
    align-content: normal;
  }
  .panel > .step > form {
    display: flex;
    flex-direction: column;
    flex: 1;
  }
  :is(.panel, .notices) button {
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: var(--small);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  :is(.panel, .notices) button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  :is(.panel, .notices) .icon {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 44px;
    padding: 0;
    background: none;
    color: var(--quiet);
  }
  :is(.panel, .notices) :is(.icon, .link):hover {
    background: var(--soft);
  }
  :is(.panel, .notices) .link {
    padding-inline: 8px;
    background: none;
    color: var(--accent-ink);
    justify-self: start;
  }
  .panel .go {
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
  .panel .go:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  :is(.panel, .notices) .soft {
    background: var(--bg);
    border-color: color-mix(in srgb, var(--ink) 30%, var(--bg));
    color: var(--ink);
  }
  :is(.panel, .notices) .soft:hover {
    border-color: var(--accent-ink);
    background: var(--tint);
  }
  .panel .danger {
    background: var(--bg);
    border-color: color-mix(in srgb, var(--wrong) 55%, var(--bg));
    color: var(--wrong);
  }
  .panel .danger:hover {
    background: color-mix(in srgb, var(--wrong) 9%, var(--bg));
  }
  .panel .go.danger,
  .panel .go.danger:hover {
    background: var(--wrong);
    border-color: var(--wrong);
    color: var(--bg);
  }
  .panel :is(.step, .panel) > form > .ways:last-child,
  .panel > form > .ways:last-child {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin: auto -20px -20px;
    padding: 12px 20px;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  .panel .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  @media (prefers-reduced-motion: no-preference) {
    :is(.panel, .notices) button {
      transition:
        background-color 0.15s,
        border-color 0.15s;
    }
  }
`;

/** The sheets that are adopted after the element's own. */
export const panelStyles = [moreTokens, acts, dialog, frame, form, hours, content, notices, tray, hues];
