export interface Part {
  readonly name: string;
  readonly code: string;
}

export function writeProgram(
  outfile: string,
  parts: readonly Part[],
  compiled?: ReadonlyMap<string, Buffer>,
): Promise<void>;
