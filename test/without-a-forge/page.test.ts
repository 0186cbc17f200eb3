import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHttpServer } from '../support/http-server.ts';
import type { TwoMachines } from '../support/without-a-forge/two-machines.ts';
import { openTwoMachines } from '../support/without-a-forge/two-machines.ts';

/*
 * docs/without-a-forge.md with two clones and a sandbox: its commands as they are printed, its units by their own lines.
 */

async function open(): Promise<TwoMachines> {
  const machines = await openTwoMachines();
  onTestFinished(machines.close);
  return machines;
}

function edit({ clone }: TwoMachines, from: string, to: string): void {
  const file = join(clone, 'groups', 'altos.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

/** What WhatsApp has. */
function look({ sandbox }: TwoMachines): string {
  const [altos] = sandbox.world().groups;
  return `${altos?.subject ?? ''}: ${altos?.desc ?? ''}`;
}

test('a plan that a person made is applied once, and whatever else was pushed or done on a phone is told and left alone', async () => {
  const machines = await open();
  expect(machines.ended('rollcall-apply')).toMatchObject({ code: 0, isFailed: false });
  expect(machines.list('.')).not.toContain('new-memory');
  edit(machines, 'topic: ""', 'topic: Thursdays');
  await machines.plan();
  // A newer version comes between the plan and its apply.
  expect(await machines.upgrade()).toMatch(/# of a newer version\n$/);
  expect(machines.ended('rollcall-plan')).toMatchObject({ code: 0, isFailed: false });
  // Somebody pushes more, which the plan did not show.
  edit(machines, 'name: Altoz', 'name: Altos');
  await machines.handOver();
  expect(machines.ended('rollcall-apply')).toMatchObject({ code: 3, isFailed: false });
  expect(look(machines)).toBe('Altoz: Thursdays');
  expect(machines.writes()).toEqual(['/group/topic']);
  expect([machines.list('approved'), machines.list('done')]).toEqual([
    [],
    [expect.stringMatching(/^plan-\d+\.json$/)],
  ]);

  // On a phone, what was approved once: nobody approved it twice.
  await setTopic(machines, 'Fridays');
  expect(await machines.start('rollcall-apply')).toMatchObject({ code: 3, isFailed: false });
  expect(look(machines)).toBe('Altoz: Fridays');

  const evening = await machines.start('rollcall-plan');
  expect(evening).toMatchObject({ code: 2, isFailed: true });
  expect(evening.out).toMatch(/Altos[^]*Thursdays/);
});

test('cron does the same, and sends a mail where there is something to tell', async () => {
  const machines = await open();
  edit(machines, 'topic: ""', 'topic: Thursdays');
  await machines.plan();
  await machines.run(
    'git commit -qam b && git push -q && scp plan.json your-server:/var/lib/rollcall/approved/a.json',
  );
  expect(await machines.cron(18)).toContain('Thursdays');
  expect(await machines.cron(9)).toBe('');
  expect([look(machines), machines.list('done')]).toEqual(['Altoz: Thursdays', ['a.json']]);
  expect(await machines.cron(18)).toBe('');
  writeFileSync(join(machines.state, 'approved', 'b.json'), 'half a pl');
  expect(await machines.cron(9)).toContain('it is not JSON');
});

test('what cannot be applied is told by a mail, and lies where it lay', async () => {
  const machines = await open();
  const chat = await startHttpServer((_, response) => response.end());
  onTestFinished(chat.close);
  await machines.tellChat(chat.url);
  edit(machines, 'topic: ""', 'topic: Thursdays');
  await machines.plan(`export ROLLCALL_KEY=${'ab'.repeat(32)}`);
  await expect(machines.handOver()).rejects.toThrow('systemctl start rollcall-apply');
  const foreign = machines.ended('rollcall-apply');
  expect(foreign).toMatchObject({
    code: 64,
    isFailed: true,
    out: expect.stringContaining('was made with another key'),
  });
  expect([machines.list('approved').length, machines.list('done')]).toEqual([1, []]);
  expect(chat.requests.map(({ body }) => JSON.parse(body) as object)).toEqual([{ text: expect.any(String) }]);
  for (const name of machines.list('approved')) rmSync(join(machines.state, 'approved', name));

  await machines.plan();
  const refusing = await startHttpServer((_, response) => response.writeHead(401).end());
  onTestFinished(refusing.close);
  const unit = join(machines.units, 'rollcall-apply.service');
  const text = readFileSync(unit, 'utf8');
  writeFileSync(unit, text.replace(/^(Environment=ROLLCALL_URL=).*$/m, `$1${refusing.url}`));
  await machines.run('scp plan.json your-server:/var/lib/rollcall/approved/a.json');
  expect(await machines.start('rollcall-apply')).toMatchObject({ code: 1, isFailed: true });
  expect([machines.list('approved'), machines.list('taken')]).toEqual([['a.json'], []]);
  writeFileSync(unit, text);

  // Somebody wrote the history anew: the clone does not follow, and nothing is applied.
  await machines.run('git commit -q --amend -m "Another history" && git push -q --force');
  expect(await machines.start('rollcall-apply')).toMatchObject({ code: 128, isFailed: true });
  expect([machines.writes(), machines.list('approved')]).toEqual([[], ['a.json']]);
});

async function setTopic({ sandbox }: TwoMachines, topic: string): Promise<void> {
  const body = JSON.stringify({ group_id: '120363000000000001@g.us', topic });
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${sandbox.url}/group/topic`, { method: 'POST', headers, body });
  expect(status).toBe(200);
}
