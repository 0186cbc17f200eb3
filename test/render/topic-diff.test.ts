import { describe, expect, it } from 'vitest';
import { diffTopic } from '../../src/render/topic-diff.ts';

function show(before: string, after: string): string[] {
  return diffTopic(before, after).map(({ mark, text }) => `${mark}${text}`);
}

describe('diffTopic', () => {
  it('shows what goes and comes, and a line around it', () => {
    expect(show('a\nb\nc\nd\ne', 'a\nb\nC\nd\ne')).toEqual([' b', '-c', '+C', ' d']);
  });

  it('shows a topic that comes or goes whole', () => {
    expect(show('', 'a\nb')).toEqual(['+a', '+b']);
    expect(show('a', '')).toEqual(['-a']);
  });

  it('shows empty lines', () => {
    expect(show('a\nb', 'a\n\nb')).toEqual([' a', '+', ' b']);
  });

  it('leaves out nothing that goes or comes, however much it is', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `line ${index}`);
    expect(show('', lines.join('\n'))).toEqual(lines.map((line) => `+${line}`));
  });
});
