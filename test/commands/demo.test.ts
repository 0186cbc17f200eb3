import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { createTestIo } from '../support/stage.ts';
import { findRoot } from '../support/repository-root.ts';

test('the demo names no command that would talk to its server, which is gone', async () => {
  const { io, written } = createTestIo({});
  expect(await main(['demo', '--groups', join(findRoot(), 'groups')], io)).toBe(exitCodes.ok);
  expect(written.out).toContain('$ rollcall apply --yes');
  // A group that it makes is nobody's: no file of the example may have its id.
  expect(written.out).toMatch(/a\s+rehearsal,\s+so\s+its\s+id\s+goes\s+into\s+no\s+file/);
  expect(written.out).not.toContain('Next');
  expect(written.out).not.toMatch(/127\.0\.0\.1|rollcall-demo-/);
});

test('the demo begins with its first command, which tells of the files what there is to tell', async () => {
  const told: string[] = [];
  const { io } = createTestIo({ onWrite: (text) => told.push(text) });
  await main(['demo', '--groups', join(findRoot(), 'groups')], io);
  expect(told.join('')).toMatch(/^\$ rollcall plan\n\nWarning: Last day is over/);
});
