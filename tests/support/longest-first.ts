import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from '../../build/root.ts'
import { longTests } from '../long.ts'

/** Starts with the longest test files, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = ({ moduleId }: TestSpecification) => longTests[relative(root, moduleId)] ?? 0
    return [...files].sort((one, other) => seconds(other) - seconds(one))
  }
}
