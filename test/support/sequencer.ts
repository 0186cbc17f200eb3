import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';
import { classify } from './test-classes.ts';

/** What takes long begins, so that no worker waits for it at the end; else by chance, which `--sequence.seed` repeats. */
export class WeightySequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const toPlace = ({ moduleId }: TestSpecification) => {
      const path = relative(root, moduleId).replaceAll('\\', '/');
      const chance = createHash('sha256').update(`${sequence.seed} ${path}`).digest('hex');
      return `${classify(path).rank} ${chance}`;
    };
    return files.toSorted((a, b) => (toPlace(a) < toPlace(b) ? -1 : 1));
  }
}
