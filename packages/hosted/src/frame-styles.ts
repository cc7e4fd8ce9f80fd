import { css } from 'lit';

/** The frame of pages with a navigation, desk and admin: its bar, the link past it, and what follows. */
export const frameStyles = css`
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
    padding: 3px;
    overflow-x: auto;
  }
  nav a {
    flex: none;
    padding: 0 14px;
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
