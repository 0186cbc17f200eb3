import type { Build } from '../src/version.ts';

export function findBuild(root: string, env?: Readonly<Record<string, string | undefined>>): Promise<Build>;
export function toRepository(address: string): string | undefined;
