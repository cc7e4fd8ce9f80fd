/** The style of a sheet for paper: A4 across, black on white. */
export const paperStyles = `
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 0; color: #000; background: #fff; font: 400 12px/1.4 system-ui, sans-serif; }
  h1 { margin: 0 0 8px; font-size: 18px; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 4px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  thead th { border-bottom: 1px solid #000; font-weight: 400; }
  tbody th { padding-top: 12px; font-size: 14px; break-after: avoid; }
  td { border-top: 1px solid #ccc; }
  tr { break-inside: avoid; }
  .time { white-space: nowrap; }
  .notes { width: 26%; white-space: pre-wrap; }
  .month { table-layout: fixed; }
  .month td { height: 24mm; border: 1px solid #ccc; }
  .quiet, footer { color: #555; }
  footer { margin-top: 12px; }
`;
