import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from '../../build/root.ts'
import { longTests } from '../long.ts'

/** Begins with the files that take longest, so that none is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = ({ moduleId }: TestSpecification) => longTests[relative(root, moduleId)] ?? 0
    return [...files].sort((one, other) => seconds(other) - seconds(one))
  }
}
