import { findWidest, measure, pad, wrap } from '../columns.ts';
import type { Sign, Style, Tone } from './style.ts';

/** A line of a text before anybody knows how wide its columns are. */
export type Row =
  | { readonly kind: 'heading'; readonly text: string; readonly file: string }
  | {
      readonly kind: 'columns';
      readonly sign: Sign;
      readonly tone: Tone;
      /** What became of it: a column of its own, in reports only. */
      readonly result?: { readonly sign: Sign; readonly tone: Tone; readonly word: string };
      readonly label: string;
      readonly text: string;
      /** The reason, at the right and quiet. */
      readonly note: string;
    }
  | {
      readonly kind: 'line';
      readonly sign?: Sign;
      /** Whose line of a changed text it is: stands before each line that the text fills. */
      readonly mark?: string;
      readonly tone: Tone;
      readonly text: string;
      readonly depth: 0 | 1 | 2 | 3;
    }
  | { readonly kind: 'blank' };

/** A row of columns. */
export type Columns = Extract<Row, { kind: 'columns' }>;

/** Wider cells stand out of their column instead of pushing all others to the right. Columns. */
const widestLabel = 26;
/** On a narrow terminal the reasons follow ragged: they are worth more than their alignment. */
const widestText = (width: number) => (width < 88 ? 10 : 24);
const narrowestResult = 14;
/** With less room than this for what happens, a row folds: what happens, and why, stand below whom it happens to. */
const narrowestText = 16;

interface Widths {
  readonly result: number;
  readonly label: number;
  readonly text: number;
}

function findWidths(rows: readonly Row[], width: number): Widths {
  const columns = rows.filter((row): row is Columns => row.kind === 'columns');
  const labels = columns.map(({ label }) => label);
  const texts = columns.map(({ text }) => text);
  return {
    result: findResultWidth(columns),
    label: findWidest(labels, widestLabel),
    text: findWidest(texts, widestText(width)),
  };
}

/** Sign, space and word, the same in every text of a language that has no long words. */
function findResultWidth(columns: readonly Columns[]): number {
  const words = columns.flatMap(({ result }) => (result ? [measure(result.word) + 2] : []));
  return words.length === 0 ? 0 : words.reduce((most, width) => Math.max(most, width), narrowestResult);
}

/** The rows as lines, all columns of a text under one another. */
export function layRows(raw: readonly Row[], style: Style): string[] {
  const rows = raw.map((row) => adaptRow(row, style));
  const widths = findWidths(rows, style.width);
  return rows.flatMap((row) => {
    switch (row.kind) {
      case 'blank':
        return [''];
      case 'heading':
        return layHeading(row, style);
      case 'line':
        return layLine(row, style);
      case 'columns':
        // In a section where nothing was tried, nothing stands in for what became of it.
        return layColumns(row, row.result ? widths : { ...widths, result: 0 }, style);
    }
  });
}

/** Before anything is measured: a twin can be wider than its original. */
function adaptRow(row: Row, { adapt }: Style): Row {
  switch (row.kind) {
    case 'blank':
      return row;
    case 'columns':
      return { ...row, label: adapt(row.label), text: adapt(row.text), note: adapt(row.note) };
    case 'heading':
    case 'line':
      return { ...row, text: adapt(row.text) };
  }
}

function layLine(row: Extract<Row, { kind: 'line' }>, style: Style): string[] {
  const indent = ' '.repeat(row.depth * 2);
  const lead = row.sign ? `${style.sign(row.sign)} ` : '';
  const mark = row.mark === undefined ? '' : `${row.mark} `;
  const room = style.width - indent.length - lead.length - mark.length;
  return wrap(row.text, room).map((line, index) => {
    // The rule goes on beside a broken line: what is quoted stays behind it.
    const isLed = index === 0 || row.sign === 'rule';
    const start = isLed ? style.paint(row.tone, lead) : ' '.repeat(lead.length);
    return `${indent}${start}${style.paint(row.tone, mark + line)}`;
  });
}

/** Never broken: a command or the name of a file is there to be copied. */
function layHeading({ text, file }: Extract<Row, { kind: 'heading' }>, { paint, width }: Style): string[] {
  const name = file && paint('quiet', `  ${file}`);
  const isWide = file !== '' && measure(text) + measure(file) + 2 > width;
  return isWide ? [paint('strong', text), name] : [`${paint('strong', text)}${name}`];
}

function layColumns(row: Columns, widths: Widths, style: Style): string[] {
  const { sign, tone, label, text, note } = row;
  if (isFolded(row, widths, style)) return layFolded(row, style);
  const result = row.result ? `${layResult(row.result, widths.result, style)}  ` : '';
  const head = `  ${result}${style.paint(tone, style.sign(sign))} ${pad(label, widths.label)}  `;
  const start =
    2 + (widths.result > 0 ? widths.result + 2 : 0) + 2 + Math.max(measure(label), widths.label) + 2;
  const texts = wrap(text, style.width - start);
  const last = texts.at(-1) ?? '';
  const noteStart = start + Math.max(measure(last), texts.length === 1 ? widths.text : 0) + 2;
  const lines = texts.map((line, index) => `${index === 0 ? head : ' '.repeat(start)}${line}`);
  return note === ''
    ? lines
    : [...lines.slice(0, -1), ...layNote(lines.at(-1) ?? '', note, { start, noteStart, last }, style)];
}

function isFolded({ label }: Columns, widths: Widths, { width }: Style): boolean {
  const result = widths.result > 0 ? widths.result + 2 : 0;
  return width - (result + 6 + Math.max(measure(label), widths.label)) < narrowestText;
}

function layFolded({ sign, tone, result, label, text, note }: Columns, style: Style): string[] {
  const outcome = result ? `${style.sign(result.sign)} ${result.word}  ` : '';
  const head = result ? style.paint(result.tone, outcome) : '';
  const start = 2 + measure(outcome) + 2;
  const below = (words: string, paint: (line: string) => string) =>
    words === '' ? [] : wrap(words, style.width - 6).map((line) => `      ${paint(line)}`);
  return [
    ...wrap(label, style.width - start).map((line, index) =>
      index === 0 ? `  ${head}${style.paint(tone, style.sign(sign))} ${line}` : `${' '.repeat(start)}${line}`,
    ),
    ...below(text, String),
    ...below(note, (line) => style.paint('quiet', line)),
  ];
}

/** The note behind the text, or below it where too little room is left. */
function layNote(
  line: string,
  note: string,
  { start, noteStart, last }: { readonly start: number; readonly noteStart: number; readonly last: string },
  style: Style,
): string[] {
  const beside = style.width - noteStart;
  if (measure(note) > beside && beside < 30) {
    const below = wrap(note, style.width - start - 2);
    return [line, ...below.map((each) => ' '.repeat(start) + style.paint('quiet', each))];
  }
  const gap = ' '.repeat(noteStart - start - measure(last));
  return wrap(note, beside).map((each, index) =>
    index === 0
      ? `${line}${gap}${style.paint('quiet', each)}`
      : ' '.repeat(noteStart) + style.paint('quiet', each),
  );
}

function layResult(result: NonNullable<Columns['result']>, width: number, style: Style): string {
  return style.paint(result.tone, pad(`${style.sign(result.sign)} ${result.word}`, width));
}
