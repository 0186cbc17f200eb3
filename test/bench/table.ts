/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly against: string;
  /** What was measured, for people: "1.20 s : 1.10 s". */
  readonly measured: string;
  readonly value: number;
  /** The value must not be greater; absent: only to be known. */
  readonly goal?: number;
}

/** The rows as a Markdown table, which is as readable in a terminal. */
export function renderTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, against, measured, value, goal }) => [
    what,
    against,
    measured,
    value.toFixed(2),
    goal === undefined ? '–' : `≤ ${goal}`,
    goal === undefined ? '' : value <= goal ? 'yes' : 'NO',
  ]);
  const all = [['what', 'against', 'measured', 'ratio', 'goal', 'held'], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  const [head = '', ...body] = all.map(
    (line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${[head, rule, ...body].join('\n')}\n`;
}

/** "1.23 s". */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** "312 MiB". */
export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
