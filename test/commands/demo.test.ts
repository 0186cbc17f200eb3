import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { createTestIo } from '../support/stage.ts';
import { findRoot } from '../support/repository-root.ts';

/** What both looks are at: one demo. `told` has both streams in their order. */
const told: string[] = [];
const { io, written } = createTestIo({ onWrite: (text) => told.push(text) });
let code: number;
beforeAll(async () => {
  code = await main(['demo', '--groups', join(findRoot(), 'groups')], io);
});

test('the demo names no command that would talk to its server, which is gone', () => {
  expect(code).toBe(exitCodes.ok);
  expect(written.out).toContain('$ rollcall apply --yes');
  // A group that it makes is nobody's: no file of the example may have its id.
  expect(written.out).toMatch(/a\s+rehearsal,\s+so\s+its\s+id\s+goes\s+into\s+no\s+file/);
  expect(written.out).not.toContain('Next');
  expect(written.out).not.toMatch(/127\.0\.0\.1|rollcall-demo-/);
});

test('the demo begins with its first command, which tells of the files what there is to tell', () => {
  expect(told.join('')).toMatch(/^\$ rollcall plan\n\nWarning: Last day is over/);
});
