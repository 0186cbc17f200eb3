import { parsePolicyAlone } from '../../config/parse.ts';
import { loadSources } from '../../config/sources.ts';
import { tryToWrite } from '../../disk/storage-error.ts';
import { writeAtomically } from '../../disk/write-atomically.ts';
import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
// oxlint-disable-next-line import/default -- It is the text of the program, not the file.
import pageScript from '../../page/page-main.ts?bundle' with { type: 'text' };
import { toPlainFile } from '../../render/plain-name.ts';
import { renderSealPage } from '../../render/sealing/render-seal-page.ts';
import { escapeInline } from '../../safe/inline.ts';
import { formatSealKey, toKeyId } from '../../sealing/seal-key.ts';
import { loadWords } from '../../words/load-words.ts';

export interface SealPageOptions extends Pick<FileOptions, 'groups'> {
  /** The file to be written. */
  readonly page: string;
}

/**
 * Writes a page in which people seal numbers in a browser, with the policy's public key in it and its language first. It
 * holds no secret, and is the same for the same policy and version. Returns the exit code. Throws `UsageError` where the
 * policy has no key, and where the file is there already; `StorageError` where it cannot be written.
 */
export async function writeSealPage({ groups, page }: SealPageOptions, io: Io): Promise<ExitCode> {
  const policy = await parsePolicyAlone(loadSources(groups));
  const seal = policy?.seal;
  if (!policy || !seal) throw new UsageError(toNoKey(groups, policy?.hasSeal === true));
  const words = await loadWords(policy.language);
  const key = toKeyId(seal.publicKey);
  const view = {
    seal: formatSealKey(seal),
    key,
    organisation: toKeyId(seal.organisation),
    language: policy.language,
    ...(policy.country && { country: policy.country }),
  };
  writeNew(page, renderSealPage(view, words.sealPage, pageScript));
  io.out(`${words.sealPage.written(toPlainFile(page), escapeInline(key))}\n`);
  return exitCodes.ok;
}

function toNoKey(groups: string, hasSeal: boolean): string {
  return hasSeal
    ? `The key of the policy in ${groups} (seal:) cannot be read. rollcall validate says what is wrong with it.`
    : `There is no policy in ${groups} with a public key (seal:), and a page seals for one. rollcall keygen makes a pair.`;
}

function writeNew(path: string, text: string): void {
  const fault = tryToWrite(() => writeAtomically(path, text, { isNew: true }));
  if (fault?.code === 'EEXIST')
    throw new UsageError(
      `${path} is there already, and nothing is overwritten: remove it, or name another file.`,
    );
  if (fault) throw fault;
}
