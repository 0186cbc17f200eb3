export function findNotes(
  tag: string,
  about: { readonly changelog: string; readonly version: string; readonly address: string },
): string;
