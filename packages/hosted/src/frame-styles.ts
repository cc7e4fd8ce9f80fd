import { css } from 'lit';

/** The frame of pages on which people are signed in: the head, the navigation, the link past it, and what follows. */
export const frameStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 4px 16px;
    min-height: 52px;
    padding: 0 4px 8px;
  }
  .head :is(b, h1) {
    flex: 1 1 120px;
    font-size: var(--text-base);
    overflow-wrap: anywhere;
  }
  .head span {
    overflow-wrap: anywhere;
  }
  .skip:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  nav {
    display: flex;
    gap: 4px;
    min-width: 0;
    padding: 4px;
    overflow-x: auto;
  }
  nav a {
    flex: none;
    padding: 0 16px;
    border-radius: var(--small);
    color: inherit;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--soft);
  }
  nav [aria-current] {
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
  main {
    min-width: 0;
  }
`;
