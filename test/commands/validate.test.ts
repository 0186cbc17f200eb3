import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});

afterEach(() => stage.close());

async function validate() {
  const { code, out, err } = await stage.run('validate', '--json');
  expect(err).toBe('');
  return { code, out, document: JSON.parse(out) as Readonly<Record<string, unknown>> };
}

describe('validate --json', () => {
  test('counts what there is where nothing is wrong', async () => {
    const { code, document } = await validate();
    expect(code).toBe(exitCodes.ok);
    expect(document).toMatchObject({
      kind: 'validation',
      isValid: true,
      groups: 2,
      toCreate: 0,
      people: 4,
      diagnostics: [],
    });
  });

  test('has every mistake with its place, and no number of anybody', async () => {
    await stage.write(
      'groups/altos.yaml',
      'id: 120363000000000001@g.us\nmembers: [nobody-1, "0812 3456 7890"]\n',
    );
    const { code, out, document } = await validate();
    expect(code).toBe(exitCodes.mistakes);
    expect(document).toMatchObject({ isValid: false });
    expect(document).not.toHaveProperty('groups');
    expect(document['diagnostics']).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'unknown-handle',
        file: expect.stringMatching(/groups\/altos\.yaml$/) as string,
        line: 2,
        column: 11,
      }),
    );
    expect(document['diagnostics']).toHaveLength(2);
    expect(out.replaceAll(/[^\d]/g, '')).not.toContain('81234567890');
  });

  test('has warnings beside the counts', async () => {
    await stage.write(
      'groups/altos.yaml',
      'id: 120363000000000001@g.us\nmanage: additive\nmembers: [{ person: ana, until: 2026-12-31 }]\n',
    );
    const { code, document } = await validate();
    expect(code).toBe(exitCodes.ok);
    expect(document).toMatchObject({
      isValid: true,
      groups: 2,
      diagnostics: [{ code: 'unused-handle' }, { severity: 'warning', code: 'until-without-effect' }],
    });
  });
});
