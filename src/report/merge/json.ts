import { problemWith } from '../../shared/interface.ts'
import { ReportError } from '../json.ts'
import { type Merged, mergedVersion } from './merged.ts'

/** Reads a merged report in JSON. @throws ReportError for anything else */
export function mergedFromJson(document: unknown): Merged {
  const { $schema, version } = Object(document) as { $schema?: unknown; version?: unknown }
  if ($schema !== 'merged.schema.json')
    throw new ReportError('it is not a merged report of this suite ($schema is not merged.schema.json)')
  if (version !== mergedVersion)
    throw new ReportError(`it is a merged report of version ${version}, and this suite reads version ${mergedVersion}`)
  const problem = problemWith('merged', document)
  if (problem) throw new ReportError(`it is not a complete merged report of this suite: ${problem}`)
  return document as Merged
}
