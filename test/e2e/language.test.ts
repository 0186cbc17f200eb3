import { afterEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

/** The choir, whose policy speaks this language. */
async function openIn(language: string, options: Partial<StageOptions> = {}): Promise<void> {
  const policy = `${choirFiles['_policy.yaml']}language: ${language}\n`;
  const files = { ...choirFiles, '_policy.yaml': policy };
  stage = await openStage({ files, world: choirWorld(), ...options });
}

describe("the policy's language", () => {
  it.each([
    ['id', /^Rencana \(sandbox\): 1 bergabung, 1 keluar, 1 menjadi admin/],
    ['pt-BR', /^Plano \(sandbox\): 1 entra, 1 sai, 1 vira admin/],
    ['en', /^Plan \(sandbox\): 1 to join, 1 to leave, 1 to promote/],
  ])('is what a plan speaks on a terminal: %s', async (language, first) => {
    await openIn(language);
    expect((await stage.run('plan')).out).toMatch(first);
  });

  it('is none of the JSON, which programs read', async () => {
    await openIn('id');
    const indonesian = await stage.run('plan', '--json');
    await stage.write('groups/_policy.yaml', choirFiles['_policy.yaml']);
    const english = await stage.run('plan', '--json');
    expect(withoutIds(indonesian.out)).toEqual(withoutIds(english.out));
  });

  it.each([
    ['id', 'ya', exitCodes.ok],
    ['id', 'yes', exitCodes.ok],
    ['pt-BR', 'sim', exitCodes.ok],
    ['pt-BR', 'ya', exitCodes.incomplete],
    ['en', 'sim', exitCodes.incomplete],
    ['id', '', exitCodes.incomplete],
  ])('is asked in, and answered in: %s "%s"', async (language, answer, code) => {
    await openIn(language, { answer, terminal: { isInteractive: true } });
    expect((await stage.run('apply')).code).toBe(code);
    expect(stage.writes().length > 0).toBe(code === exitCodes.ok);
  });

  it('is what a run says of its groups while it goes on', async () => {
    await openIn('id');
    const { err, out } = await stage.run('apply', '--yes');
    expect(err).toMatch(/^\[1\/2\] altos\.yaml: \d terbukti$/m);
    expect(out).toMatch(/^Dilakukan \(sandbox\): \d+ dari \d+ terbukti\.$/m);
  });
});

/** What differs between two runs of the same plan: keys, servers and times. */
function withoutIds(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) =>
    /^(?:id|keyId|fingerprint|plan|generatedAt|approves)$/.test(key) ? undefined : value,
  );
}
