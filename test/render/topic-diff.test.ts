import { describe, expect, it } from 'vitest';
import { cutTopic } from '../../src/render/topic-diff.ts';

function show(before: string, after: string): string[] {
  return cutTopic(before, after).lines.map(({ mark, text }) => `${mark}${text}`);
}

describe('cutTopic', () => {
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

  it('cuts what is too much for a glance, and counts it', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    expect(show('', lines)).toHaveLength(16);
    expect(cutTopic('', lines).rest).toBe(24);
  });
});
