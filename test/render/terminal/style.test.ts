import { expect, test } from 'vitest';
import { makeStyle } from '../../../src/render/terminal/style.ts';

const signs =
  'add remove promote demote set needsHuman leftAlone refused verified declined not-verified failed skipped item arrow rule'.split(
    ' ',
  ) as Parameters<ReturnType<typeof makeStyle>['sign']>[0][];

test('in ASCII nothing of Rollcall’s own is beyond it, and what people wrote stays', () => {
  const { sign, adapt } = makeStyle({ colour: false, ascii: true });
  for (const each of signs) expect(sign(each)).toMatch(/^[\u0020-\u007e]+$/);
  expect(adapt('a → b … c · d — e • é')).toBe('a -> b ... c . d - e x é');
  expect(makeStyle({ colour: false, ascii: false }).adapt('a → b')).toBe('a → b');
});

test('what is done to somebody has a sign of its own, so that no colour carries a meaning alone', () => {
  for (const ascii of [false, true]) {
    const { sign } = makeStyle({ colour: false, ascii });
    const actions = (['add', 'remove', 'promote', 'demote', 'set', 'needsHuman', 'leftAlone'] as const).map(
      sign,
    );
    expect(new Set(actions).size).toBe(actions.length);
    const results = (['verified', 'declined', 'not-verified', 'failed', 'skipped'] as const).map(sign);
    expect(new Set(results).size).toBe(results.length);
  }
});

test('colour only where it is wanted, none round nothing, and no line narrower than can be read', () => {
  expect(makeStyle({ colour: false, ascii: false }).paint('bad', 'x')).toBe('x');
  const { paint, width } = makeStyle({ colour: true, ascii: false, width: 7 });
  expect(paint('bad', 'x')).toContain('\u001b[31m');
  expect(paint('bad', '')).toBe('');
  expect(width).toBe(40);
});
