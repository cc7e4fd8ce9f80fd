import { css } from 'lit';

/** The frame of the desk: the bar of its pages and the way past it, on top of what hosted pages share. */
export const deskStyles = css`
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
    margin-bottom: 8px;
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
    color: var(--bg);
    font-weight: 600;
  }
  main {
    min-width: 0;
  }
  .page-title,
  .narrow {
    width: min(640px, 100%);
    margin: 0 auto 12px;
    overflow-wrap: anywhere;
  }
`;
