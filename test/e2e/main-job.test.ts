import { afterEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';

const stages: Stage[] = [];

async function open(options: Partial<StageOptions> = {}): Promise<Stage> {
  const stage = await openStage({ files: choirFiles, world: choirWorld(), ...options });
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

function withoutTime(json: string): unknown {
  return { ...JSON.parse(json), generatedAt: '' };
}

test('plan shows the drift and writes nothing', async () => {
  const stage = await open();
  const { code, out, err } = await stage.run('plan');
  expect(err).toBe('');
  expect(code).toBe(exitCodes.ok);
  const summary =
    'Plan (sandbox): 1 to join, 1 to leave, 1 to promote, 1 to demote, 3 to change in 2 of 2 groups.';
  expect(out.split('\n')[0]).toBe(summary);
  expect(out.trimEnd().split('\n').at(-1)).toBe(summary);
  expect(stage.writes()).toEqual([]);
});

test('plan --out names the apply of its plan file, with the flags that it needs', async () => {
  const stage = await open();
  const file = stage.path('plan.json');
  const { out } = await stage.run('plan', '--out', file, '--skip-photos');
  expect(out).toContain(`Next: rollcall apply ${file} --groups ${stage.path('groups')} --skip-photos\n`);
  expect(out).not.toContain('--expect');
  expect((await stage.run('plan')).out).toMatch(/Next: rollcall apply .*--expect [a-p]+\n/);
});

test('plan twice gives the same JSON to the byte, but for its time', async () => {
  const stage = await open();
  const first = await stage.run('plan', '--json');
  const second = await stage.run('plan', '--json');
  expect(withoutTime(first.out)).toEqual(withoutTime(second.out));
  expect(first.out.replace(/"generatedAt": ".*?"/, '')).toBe(second.out.replace(/"generatedAt": ".*?"/, ''));
  expect(first.out).not.toMatch(/4477009/);
});

test('plan --detailed-exitcode says whether there are changes', async () => {
  const stage = await open();
  expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.changes);
  expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
  expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
});

test('apply carries out the plan and a second plan is empty', async () => {
  const stage = await open();
  const { code, out } = await stage.run('apply', '--yes');
  expect(out).toContain('Applied (sandbox): 7 of 7 verified.');
  expect(code).toBe(exitCodes.ok);
  const [altos, basses] = stage.sandbox.world().groups;
  expect(altos?.subject).toBe('Altos');
  expect(altos?.desc).toBe('Thursdays 19:00');
  expect(basses?.subject).toBe('Basses');
  const members = altos?.members.map(({ pn, role }) => `${pn} ${role ?? 'member'}`).toSorted();
  expect(members).toEqual([
    '447700900001 superadmin',
    '447700900002 admin',
    '447700900003 member',
    '447700900004 member',
  ]);
  const again = await stage.run('plan');
  expect(again.out).toContain('nothing to change');
});

test('who loses something comes last, after the group was read again', async () => {
  const stage = await open();
  await stage.run('apply', '--yes', '--target', 'altos.yaml');
  const paths = stage.sandbox.requests().map(({ path }) => path.replace(/\?.*/, ''));
  const writes = paths.slice(paths.indexOf('/group/participants'));
  expect(writes).toEqual([
    '/group/participants',
    '/group/participants/promote',
    '/group/info',
    '/group/name',
    '/group/topic',
    '/group/info',
    '/group/participants/demote',
    '/group/info',
    '/group/participants/remove',
    '/group/info',
  ]);
});

test('apply --expect with a stale fingerprint exits 4 and writes nothing', async () => {
  const stage = await open();
  const { fingerprint } = JSON.parse((await stage.run('plan', '--json')).out);
  await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('Basses', 'The basses'));
  const { code, err } = await stage.run('apply', '--expect', fingerprint);
  expect(code).toBe(exitCodes.refused);
  expect(err).toContain('The plan is not the one that was expected');
  expect(stage.writes()).toEqual([]);
});

test('apply --expect with the fingerprint of the plan carries it out', async () => {
  const stage = await open();
  const { fingerprint } = JSON.parse((await stage.run('plan', '--json')).out);
  expect((await stage.run('apply', '--expect', fingerprint)).code).toBe(exitCodes.ok);
});

test('a plan file approves what it shows; what came since is left alone and said', async () => {
  const stage = await open();
  await stage.run('plan', '--out', stage.path('plan.json'));
  await fetch(`${stage.sandbox.url}/group/announce`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ group_id: '120363000000000002@g.us', announce: true }),
  });
  await stage.write('groups/basses.yaml', `${choirFiles['basses.yaml']}announce: false\n`);
  const { code, out } = await stage.run('apply', stage.path('plan.json'));
  expect(out).toContain('Applied (sandbox): 7 of 7 verified');
  expect(out).toMatch(/announce.*not approved|not approved.*announce|nobody approved/i);
  expect(code).toBe(exitCodes.incomplete);
  expect(stage.sandbox.world().groups[1]?.announce).toBe(true);
});

test('a plan file survives reformatted and reordered files', async () => {
  const stage = await open();
  await stage.run('plan', '--out', stage.path('plan.json'));
  await stage.write(
    'groups/altos.yaml',
    [
      '# moved',
      'admins: ["+44 7700 900002"]',
      'members:',
      '- citra',
      '- budi',
      'topic: "Thursdays 19:00\\n"',
      'name: Altos',
      'id: 120363000000000001@g.us',
      '',
    ].join('\n'),
  );
  const { code, out } = await stage.run('apply', stage.path('plan.json'));
  expect(out).toContain('7 of 7 verified');
  expect(code).toBe(exitCodes.ok);
});

test('without an approval and without a terminal nothing is even read', async () => {
  const stage = await open();
  const { code, err } = await stage.run('apply');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('--yes');
  expect(stage.sandbox.requests()).toEqual([]);
});

test.each([
  { answer: 'yes', code: exitCodes.ok, writes: true },
  { answer: 'y', code: exitCodes.incomplete, writes: false },
  { answer: '', code: exitCodes.incomplete, writes: false },
])('on a terminal only "yes" will do: "$answer"', async ({ answer, code, writes }) => {
  const stage = await open({ terminal: { isInteractive: true }, answer });
  expect((await stage.run('apply')).code).toBe(code);
  expect(stage.writes().length > 0).toBe(writes);
});

test('an interruption at the question writes nothing', async () => {
  const interruption = new AbortController();
  const answer = () => {
    interruption.abort();
    return '';
  };
  const stage = await open({ terminal: { isInteractive: true }, signal: interruption.signal, answer });
  const { code, err } = await stage.run('apply');
  expect(code).toBe(exitCodes.interrupted);
  expect(err).toContain('Nothing was written.');
  expect(stage.writes()).toEqual([]);
});

test('a plan file of another key is a wrong environment', async () => {
  const stage = await open();
  await stage.run('plan', '--out', stage.path('plan.json'));
  const text = (await stage.run('plan', '--json')).out.replace(
    /"keyId": "\w+"/,
    '"keyId": "aaaaaaaaaaaaaaaa"',
  );
  await stage.write('other.json', text);
  const { code, err } = await stage.run('apply', stage.path('other.json'));
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('another key');
  expect(stage.writes()).toEqual([]);
});

test('--target narrows plan, fingerprint and apply', async () => {
  const stage = await open();
  const whole = JSON.parse((await stage.run('plan', '--json')).out);
  const part = JSON.parse((await stage.run('plan', '--json', '--target', '120363000000000002@g.us')).out);
  expect(part.fingerprint).not.toBe(whole.fingerprint);
  expect((await stage.run('apply', '--yes', '--target', 'basses.yaml')).out).toContain('1 of 1 verified');
  expect(stage.writes()).toEqual(['POST /group/name']);
  expect((await stage.run('plan', '--target', 'tenors.yaml')).code).toBe(exitCodes.usage);
});

test('a mistake in the files is told, and nobody is asked for more than the policy decides', async () => {
  const stage = await open({
    files: { ...choirFiles, 'altos.yaml': 'id: 120363000000000001@g.us\nmembres: [ana]\n' },
  });
  const { code, err } = await stage.run('plan');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('altos.yaml:2:1');
  expect(err).toContain('members');
  // The list of groups is on its way while the files are parsed (docs/architecture.md#reading).
  const early = ['/devices', '/app/status', '/user/my/groups'];
  expect(early).toEqual(expect.arrayContaining(stage.sandbox.requests().map(({ path }) => path)));
});

test('an apply of files with a mistake asks nobody for anything', async () => {
  const stage = await open({ files: { ...choirFiles, 'altos.yaml': 'members: [ana]\n' } });
  expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.mistakes);
  expect(stage.sandbox.requests()).toEqual([]);
});

test('a session of another account is told, and nothing more is read', async () => {
  const stage = await open({
    files: { ...choirFiles, '_policy.yaml': 'account: "+44 7700 900008"\n' },
    env: { ROLLCALL_DEVICE: '447700900001@s.whatsapp.net' },
  });
  const { code, err } = await stage.run('plan');
  expect(code).toBe(exitCodes.failed);
  expect(err).toContain('Nothing was read');
  expect(err).not.toMatch(/900008|900001/);
  expect(stage.sandbox.requests().map(({ path }) => path)).toEqual(['/app/status']);
});

test('no device of the account: the devices are listed', async () => {
  const stage = await open({ files: { ...choirFiles, '_policy.yaml': 'account: "+44 7700 900008"\n' } });
  const { code, err } = await stage.run('plan');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('--device');
});

test('status says what stands at the other end', async () => {
  const stage = await open();
  const { code, out } = await stage.run('status');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('(sandbox)');
  expect(out).toContain("the policy's account main");
  stage.sandbox.setSession('447700900001', 'logged_out');
  expect((await stage.run('status', '--device', '447700900001@s.whatsapp.net')).code).toBe(exitCodes.failed);
});
