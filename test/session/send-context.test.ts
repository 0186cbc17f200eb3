import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { openInviteStage } from '../support/invite-stage.ts';

test('a sandbox is not waited for; the group is read again before each message, its link never reset', async () => {
  const stage = await openInviteStage({ isMarked: true });
  try {
    const before = stage.clock.now();
    const begun = stage.sandbox.requests().length;
    const { code, out } = await stage.invite(['altos.yaml', 'dewi', 'eko', '--send'], ['a']);
    expect(out).toContain('nobody gets a message');
    expect(code).toBe(exitCodes.ok);
    expect(stage.clock.now()).toBe(before);
    const paths = stage.sandbox
      .requests()
      .slice(begun)
      .map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)
      .filter((line) => /info|message|link/.test(line));
    const each = ['GET /group/info', 'POST /send/message'];
    expect(paths).toEqual(['GET /group/info', 'GET /group/invite-link', ...each, ...each]);
    expect(stage.sandbox.requests().filter(({ path }) => /reset/i.test(path))).toEqual([]);
  } finally {
    await stage.close();
  }
});
