import type { Origin } from '../src/version.ts';

export function findOrigin(root: string, env?: Readonly<Record<string, string | undefined>>): Promise<Origin>;
export function toRepository(address: string): string | undefined;
