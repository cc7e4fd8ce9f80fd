import { css } from 'lit';

/** Sections of the desk begin where the head of their page does. */
export const atStart = css`
  .sections {
    margin-inline: 0;
  }
`;

/** Forms and lists in the sections of pages, on top of those of an account. */
export const sectionStyles = css`
  textarea {
    min-height: 12em;
    font: 400 var(--text-m)/1.5 ui-monospace, monospace;
    resize: vertical;
  }
  .rule {
    display: grid;
    gap: 8px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--line);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .fields > .field {
    flex: 1 1 120px;
  }
  .fields > .short {
    flex: 0 1 120px;
  }
  .variables {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .variables button {
    min-height: 32px;
    padding: 2px 8px;
    font: 500 var(--text-s)/1.4 ui-monospace, monospace;
  }
  iframe {
    width: 100%;
    height: 480px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--paper);
  }
  .preview {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-m);
  }
  .problems li {
    font-size: var(--text-m);
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--rim);
  }
  .problems .error {
    border-color: var(--wrong);
  }
`;
