import { css } from 'lit';

/** The menus and the list of keys of the desk's frame, and the sheet with the pages that have no place in the bar. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: 52px 8px auto auto;
    width: min(280px, calc(100vw - 16px));
    max-height: calc(100dvh - 72px);
    margin: 0;
    padding: 8px;
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: inherit;
    box-shadow: 0 8px 24px var(--line);
  }
  :dir(rtl).menu {
    inset: 52px auto auto 8px;
  }
  .menu:popover-open {
    display: grid;
    gap: 4px;
  }
  #brand-menu {
    inset: 56px auto auto 8px;
  }
  :dir(rtl)#brand-menu {
    inset: 56px 8px auto auto;
  }
  .menu .who {
    display: grid;
    padding: 8px;
    overflow-wrap: anywhere;
    font-size: var(--text-m);
  }
  .menu :is(a, .act) {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--small);
    background: none;
    color: inherit;
    font-size: var(--text-m);
    font-weight: 500;
    text-align: start;
    text-decoration: none;
  }
  .menu :is(a, .act):hover {
    background: var(--soft);
  }
  .menu label {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    padding: 2px 8px;
  }
  .menu select {
    min-width: 0;
    min-height: 44px;
    padding: 4px 8px;
    border: 1px solid var(--rim);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  .sheet {
    width: 100%;
    max-width: 640px;
    max-height: 85dvh;
    margin: auto auto 0;
    padding: 8px 12px max(16px, env(safe-area-inset-bottom));
    border: 1px solid var(--line);
    border-radius: var(--round);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    background: var(--bg);
    color: inherit;
  }
  .sheet::backdrop {
    background: var(--shade);
  }
  .sheet-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline-start: 12px;
  }
  .sheet h2 {
    font-size: var(--text-l);
  }
  .sheet nav {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 4px;
  }
  .sheet a {
    min-height: 48px;
    padding: 0 12px;
  }
  kbd {
    min-width: 20px;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: var(--corner);
    color: var(--quiet);
    font: 500 var(--text-xs)/1.6 ui-monospace, monospace;
    text-align: center;
  }
  .keys {
    display: grid;
    gap: 8px;
  }
  .keys div {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    align-items: baseline;
    font-size: var(--text-m);
  }
  .waiting {
    display: grid;
    gap: 12px;
  }
  .waiting span {
    height: 72px;
    border-radius: var(--round);
    background: var(--soft);
  }
  @container desk (min-width: 1000px) {
    .shell:not(.plain, .narrow) #account-menu {
      inset: auto auto 64px 12px;
    }
    .shell:not(.plain, .narrow) #account-menu:dir(rtl) {
      inset: auto 12px 64px auto;
    }
  }
`;
