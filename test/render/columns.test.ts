import { describe, expect, it } from 'vitest';
import { measure, pad, truncate, wrap } from '../../src/render/columns.ts';

describe('columns', () => {
  it.each([
    ['Altos', 5],
    ['+62 •••• ••• 890', 16],
    ['Ação', 4],
    ['e\u0301', 1],
    ['合唱団', 6],
    ['👩‍👩‍👧', 2],
    ['🇮🇩', 2],
    ['✓ ↑ ↓', 5],
    ['', 0],
  ])('measures %s', (text, columns) => {
    expect(measure(text)).toBe(columns);
  });

  it('pads by columns, not by characters', () => {
    expect(pad('合唱', 6)).toBe('合唱  ');
    expect(pad('Altos', 3)).toBe('Altos');
  });

  it('truncates between letters', () => {
    expect(truncate('Altos', 5)).toBe('Altos');
    expect(truncate('Sopranos', 5)).toBe('Sopr…');
    expect(truncate('合唱団合唱団', 6)).toBe('合唱…');
  });

  it('wraps at spaces, and within words that are longer than a line', () => {
    expect(wrap('one two three', 9)).toEqual(['one two', 'three']);
    expect(wrap('a verylongwordindeed b', 8)).toEqual(['a', 'verylong', 'wordinde', 'ed b']);
    expect(wrap('合唱団合唱団', 8)).toEqual(['合唱団合', '唱団']);
    expect(wrap('', 8)).toEqual(['']);
    expect(wrap(' averylongword', 8)).toEqual(['averylon', 'gword']);
  });
});
