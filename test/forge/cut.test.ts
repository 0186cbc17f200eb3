import { describe, expect, test } from 'vitest';
import { cutLines, cutMarkdown, toFencedText } from '../../src/forge/cut.ts';
import { loadWords } from '../../src/words/load-words.ts';

const tell = (await loadWords('en')).forge.cut;

const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');

describe('what is too long', () => {
  test('loses whole lines, which are counted', () => {
    const cut = cutLines(lines, 500, tell);
    const kept = cut.split('\n').filter((line) => line.startsWith('line')).length;
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(500);
    expect(cut).toContain(`\n… ${100 - kept} more lines were cut`);
    expect(cutLines('short', 500, tell)).toBe('short');
  });

  test('ends the fence that is open, with as many signs, and no other', () => {
    expect(cutMarkdown(`\`\`\`\`diff\n\`\`\`\n${lines}\n\`\`\`\``, 500, tell)).toMatch(
      /line \d+\n````\n\n… /,
    );
    expect(cutMarkdown(`\`\`\`\ncode\n\`\`\`\n${lines}`, 500, tell)).toMatch(/line \d+\n\n… /);
  });

  test('ends the folds that are open', () => {
    expect(
      cutMarkdown(`<details>\n\n<details>\n\n</details>\n${lines}`, 500, tell).match(/<\/details>/g),
    ).toHaveLength(2);
  });
});

test('a text in a fence cannot end it', () => {
  expect(toFencedText('a ```` b\n```\n')).toBe('`````text\na ```` b\n```\n`````\n');
});
