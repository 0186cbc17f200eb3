import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../src/render/report/markdown/fit-comment.ts';
import { fitComment } from '../../../../src/render/report/markdown/fit-comment.ts';

function part(name: string, count: number, extra: Partial<Part> = {}): Part {
  const items = Array.from({ length: count }, (_, index) => ({ text: `${name}${index} ${'x'.repeat(20)}` }));
  return {
    before: [`# ${name}`],
    items,
    between: '\n',
    toNote: (cut) => `${cut.length} more`,
    rank: 1,
    ...extra,
  };
}

function fit(parts: readonly Part[], room: number): string {
  return fitComment(parts, room).join('\n\n');
}

describe('fitComment', () => {
  it('keeps the order, and says nothing of parts without items', () => {
    expect(fitComment([part('a', 1, { rank: 2 }), part('b', 0), part('c', 1)], 1000)).toEqual([
      `# a\n\na0 ${'x'.repeat(20)}`,
      `# c\n\nc0 ${'x'.repeat(20)}`,
    ]);
  });

  it('gives room by rank, and counts what finds none', () => {
    const text = fit([part('late', 50, { rank: 2 }), part('first', 30)], 1000);
    expect(text.match(/^first\d/gm)).toHaveLength(30);
    const late = text.match(/^late\d/gm)?.length ?? 0;
    expect(text).toContain(`\n${50 - late} more\n`);
  });

  it('says an item in short where it finds no room, and at length where nothing else needs it', () => {
    const large = { text: 'y'.repeat(900), less: 'much' };
    expect(fit([part('a', 0, { items: [large, { text: 'little' }] })], 500)).toBe('# a\n\nmuch\nlittle');
    const item = { text: 'short', more: 'short and long' };
    expect(fit([part('a', 0, { items: [item, item] })], 60)).toBe('# a\n\nshort and long\nshort and long');
    expect(fit([part('a', 0, { items: [item, item] })], 30)).toBe('# a\n\nshort and long\nshort');
  });

  it('says of each that it is there before it says more of any', () => {
    const long = { text: 'y'.repeat(450), less: 'long' };
    const items = [
      long,
      ...Array.from({ length: 9 }, (_, n) => ({ text: 'z'.repeat(99), less: `short${n}` })),
    ];
    const text = fit([part('a', 0, { items })], 520);
    for (let n = 0; n < 9; n += 1) expect(text).toMatch(new RegExp(`\nshort${n}|\nz{99}`));
    expect(text).not.toContain('more');
  });

  it('keeps for a part what is its own, whatever comes before it', () => {
    const text = fit([part('a', 90), part('b', 5, { rank: 2, least: 200 })], 1000);
    expect(text.match(/^b\d/gm)).toHaveLength(5);
  });

  it('shows some of each kind, and what is too long hides nothing behind it', () => {
    const many = Array.from({ length: 90 }, (_, turn) => ({ text: `flood${turn} ${'x'.repeat(20)}`, turn }));
    const items = [{ text: 'y'.repeat(9000), turn: 0 }, ...many, { text: 'a rule', turn: 0 }];
    const text = fit([part('a', 0, { items })], 600);
    expect(text).toContain('\na rule\n');
    expect(text).toContain('\nflood0 ');
    expect(text).toMatch(/\n\d\d more$/);
  });

  it('never takes more room than there is, and loses no item that it does not count', () => {
    const counts = fc.array(fc.tuple(fc.nat(60), fc.nat(3)), { maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 400, max: 4000 }), (sizes, room) => {
        const parts = sizes.map(([count, rank], index) => part(`p${index}-`, count, { rank }));
        const text = fit(parts, room);
        expect(text.length).toBeLessThanOrEqual(room);
        const all = sizes.reduce((sum, [count]) => sum + count, 0);
        const shown = text.match(/^p\d-\d+ /gm)?.length ?? 0;
        const counted = [...text.matchAll(/^(\d+) more$/gm)].reduce((sum, [, rest]) => sum + Number(rest), 0);
        expect(shown + counted).toBe(all);
      }),
    );
  });
});
