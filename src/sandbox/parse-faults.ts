import { parse as parseYaml, YAMLParseError } from 'yaml';
import * as z from 'zod';
import { faultRule } from './faults.ts';
import { WorldError } from './world-file.ts';
import type { FaultRule } from './faults.ts';

const faultsFile = z.strictObject({ faults: z.array(faultRule) });

/**
 * Returns the rules written in `text`, YAML or JSON: a list, one rule, or `faults:` with a list.
 * Throws {@link WorldError} that names `source` and every mistake.
 */
export function parseFaults(text: string, source: string): FaultRule[] {
  const value = parseText(text, source);
  const isFile = typeof value === 'object' && value !== null && 'faults' in value;
  const parsed = faultsFile.safeParse(isFile ? value : { faults: Array.isArray(value) ? value : [value] });
  if (parsed.success) return parsed.data.faults;
  throw new WorldError(`${source}: no rules of faults:\n${z.prettifyError(parsed.error)}`);
}

function parseText(text: string, source: string): unknown {
  try {
    const value: unknown = parseYaml(text);
    return value;
  } catch (error) {
    if (error instanceof YAMLParseError) throw new WorldError(`${source}: ${error.message}`);
    throw error;
  }
}
